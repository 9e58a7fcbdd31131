package org.libpass.school;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A day or a range of days on which a school's library departs from its weekly hours.
 *
 * @param id identifies the entry
 * @param school whose library
 * @param from the first day
 * @param to the last day, included; the same as {@code from} for one day
 * @param open false: closed on these days; true: open although the weekly hours, or an entry that
 *     closes, say otherwise
 * @param noteZh what the pages say of it in Chinese, such as 國慶日; 1 to {@value #NOTE_LENGTH}
 *     characters
 * @param noteEn the same in English
 */
public record ClosedDay(
    UUID id,
    SchoolCode school,
    LocalDate from,
    LocalDate to,
    boolean open,
    String noteZh,
    String noteEn) {

  /** The longest note, in UTF-16 units. */
  public static final int NOTE_LENGTH = 100;

  /** The longest range: nobody plans further than a year, but a typing error in the year does. */
  private static final int DAYS_AT_MOST = 366;

  /**
   * @throws IllegalArgumentException if the range ends before it begins or spans more than 366
   *     days, or a note is blank or too long
   */
  public ClosedDay {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Ends on " + to + " but begins on " + from);
    }
    if (to.isAfter(from.plusDays(DAYS_AT_MOST - 1))) {
      throw new IllegalArgumentException("More than " + DAYS_AT_MOST + " days: " + from + "/" + to);
    }
    noteZh = Texts.required("note in Chinese", noteZh, NOTE_LENGTH);
    noteEn = Texts.required("note in English", noteEn, NOTE_LENGTH);
  }

  /** A new entry by which the library is closed. */
  public static ClosedDay closed(
      SchoolCode school, LocalDate from, LocalDate to, String noteZh, String noteEn) {
    return new ClosedDay(UUID.randomUUID(), school, from, to, false, noteZh, noteEn);
  }

  /** A new entry by which the library is open although it would be closed. */
  public static ClosedDay openAlthough(
      SchoolCode school, LocalDate from, LocalDate to, String noteZh, String noteEn) {
    return new ClosedDay(UUID.randomUUID(), school, from, to, true, noteZh, noteEn);
  }

  /** Whether {@code day} is one of these days. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The note in the language of {@code locale}: English for English, else Chinese. */
  public String note(Locale locale) {
    return Languages.choose(locale, noteZh, noteEn);
  }
}
