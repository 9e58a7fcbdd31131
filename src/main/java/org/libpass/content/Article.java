package org.libpass.content;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * One piece of news, or one question with its answer.
 *
 * @param id identifies it for life
 * @param version counts its changes, from 0; a change names the version that it was made from
 * @param school whose it is, null for the alliance's
 * @param section where it stands
 * @param since the first day on which it is shown
 * @param titleZh the headline or the question in Chinese, 1 to {@value #TITLE_LENGTH} characters
 * @param titleEn the same in English
 * @param textZh the text or the answer in Chinese, in Markdown, 1 to {@value #TEXT_LENGTH}
 *     characters
 * @param textEn the same in English
 */
public record Article(
    UUID id,
    int version,
    @Nullable SchoolCode school,
    Section section,
    LocalDate since,
    String titleZh,
    String titleEn,
    String textZh,
    String textEn) {

  /** The longest title, in UTF-16 units. */
  public static final int TITLE_LENGTH = 120;

  /** The longest text, in UTF-16 units. */
  public static final int TEXT_LENGTH = 4000;

  private static final int DAYS_NEW = 7;

  /**
   * @throws IllegalArgumentException if a text is blank or too long
   */
  public Article {
    titleZh = required(titleZh, TITLE_LENGTH);
    titleEn = required(titleEn, TITLE_LENGTH);
    textZh = required(textZh, TEXT_LENGTH);
    textEn = required(textEn, TEXT_LENGTH);
  }

  /** The title in the language of {@code locale}: English for English, else Chinese. */
  public String title(Locale locale) {
    return isEnglish(locale) ? titleEn : titleZh;
  }

  /** The text in the language of {@code locale}: English for English, else Chinese. */
  public String text(Locale locale) {
    return isEnglish(locale) ? textEn : textZh;
  }

  /** Whether it has been shown for less than a week on that day. */
  public boolean isNew(LocalDate today) {
    return isShown(today) && since.plusDays(DAYS_NEW).isAfter(today);
  }

  /** Whether it is shown on that day already. */
  public boolean isShown(LocalDate today) {
    return !since.isAfter(today);
  }

  private static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private static String required(String text, int length) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > length) {
      throw new IllegalArgumentException("A text has 1 to " + length + " characters");
    }
    return stripped;
  }
}
