package org.libpass.notice;

import java.util.Locale;

/**
 * What somebody writes to the alliance.
 *
 * @param name of who writes, one line
 * @param email checked to be a plain address: the answer goes there
 * @param text what they write
 * @param language in which they read the page
 */
public record Enquiry(Topic topic, String name, String email, String text, Locale language) {

  /** What it is about. */
  public enum Topic {
    SIGN_IN,
    CARD,
    LOAN,
    RULES,
    SITE,
    OTHER
  }
}
