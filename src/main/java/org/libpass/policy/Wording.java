package org.libpass.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something said in both languages of the pages.
 *
 * @param zh in Traditional Chinese
 * @param en in English
 */
public record Wording(String zh, String en) {

  /** The text for a page in this language. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }

  /** Several said after each other. */
  static Wording join(List<Wording> parts) {
    return new Wording(
        parts.stream().map(Wording::zh).collect(Collectors.joining("；")),
        parts.stream().map(Wording::en).collect(Collectors.joining("; ")));
  }
}
