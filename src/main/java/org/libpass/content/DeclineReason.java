package org.libpass.content;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which a school's librarians say no, as the reader is told it.
 *
 * @param zh at most {@value #LONGEST} characters, not blank
 * @param en likewise
 */
public record DeclineReason(String zh, String en) {

  /** The longest text in each language, in UTF-16 units. */
  public static final int LONGEST = 200;

  /** How many a school may have for each question. */
  public static final int MOST = 8;

  /** To what no is said. */
  public enum Question {
    ACTIVATION,
    APPLICATION
  }

  public DeclineReason {
    if (!isText(zh) || !isText(en)) {
      throw new IllegalArgumentException("A reason has 1 to " + LONGEST + " characters");
    }
  }

  private static boolean isText(@Nullable String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST;
  }

  /** The text for a reader of that language. */
  public String in(Locale language) {
    return language.getLanguage().equals("en") ? en : zh;
  }
}
