package org.libpass.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the pages are reached from outside, for what is mailed, printed and scanned elsewhere. */
@Component
public class PublicAddress {

  private final String url;

  /**
   * @param url {@code libpass.public-url}; the default does for one machine and is here, not in a
   *     settings file, so that a production can tell that it is missing
   */
  PublicAddress(@Value("${libpass.public-url:http://localhost:${server.port:8080}}") String url) {
    this.url = url.replaceAll("/+$", "");
  }

  /**
   * @param path from the slash on
   */
  public String link(String path) {
    return url + path;
  }
}
