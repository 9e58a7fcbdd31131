package org.libpass.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the pages are reached from outside, for what is printed and scanned elsewhere. */
@Component
public class PublicAddress {

  private final String url;

  /**
   * @param url {@code libpass.public-url}
   */
  PublicAddress(@Value("${libpass.public-url:http://localhost:8080}") String url) {
    this.url = url.replaceAll("/+$", "");
  }

  /**
   * @param path from the slash on
   */
  public String link(String path) {
    return url + path;
  }
}
