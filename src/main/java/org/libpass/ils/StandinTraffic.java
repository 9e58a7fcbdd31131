package org.libpass.ils;

import java.util.Map;

/**
 * What a stand-in has seen since the application was started.
 *
 * @param requests how many requests of each two-digit code were read
 * @param connections how many connections are open now
 * @param mostConnections how many were open at the same time at most
 */
public record StandinTraffic(Map<String, Long> requests, int connections, int mostConnections) {

  public StandinTraffic {
    requests = Map.copyOf(requests);
  }

  /** How many requests of the code were read. */
  public long requests(String code) {
    return requests.getOrDefault(code, 0L);
  }
}
