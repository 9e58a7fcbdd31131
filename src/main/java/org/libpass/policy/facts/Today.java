package org.libpass.policy.facts;

import java.time.LocalDate;

/**
 * The day on which the question is asked, in Taipei.
 *
 * @param weekday 1 for Monday to 7 for Sunday
 */
@Chinese("今天")
public record Today(@Chinese("日期") LocalDate date, @Chinese("星期") int weekday) {

  /** What a rule sees of a day. */
  public static Today of(LocalDate date) {
    return new Today(date, date.getDayOfWeek().getValue());
  }

  /** The date as a number that can be compared: days since 1970-01-01. */
  public int dateDay() {
    return (int) date.toEpochDay();
  }
}
