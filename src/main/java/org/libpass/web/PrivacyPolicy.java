package org.libpass.web;

import java.time.LocalDate;

/**
 * Which privacy policy the pages show. Its words are the messages {@code privacy.*}: who changes
 * what they say changes the version too, and every reader is asked again.
 */
public final class PrivacyPolicy {

  /** The version that a consent names, at most 40 characters. */
  public static final String VERSION = "1.0";

  /** Since when this version holds. */
  public static final LocalDate SINCE = LocalDate.of(2026, 9, 1);

  private PrivacyPolicy() {}
}
