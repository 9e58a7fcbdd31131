package org.libpass.web.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a desk that nobody attends locks itself.
 *
 * @param idleLock after how long without key or pointer; zero for never, and else from 30 seconds
 *     to half an hour, which is when the session itself ends
 */
@ConfigurationProperties("libpass.desk")
record LockSettings(@DefaultValue("5m") Duration idleLock) {

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofSeconds(SessionConfiguration.IDLE_SECONDS);

  LockSettings {
    boolean off = idleLock.isZero();
    if (!off && (idleLock.compareTo(SHORTEST) < 0 || idleLock.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          "libpass.desk.idle-lock is 0, or from 30s to 30m, not " + idleLock);
    }
  }
}
