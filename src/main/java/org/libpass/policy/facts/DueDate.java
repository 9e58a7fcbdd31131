package org.libpass.policy.facts;

import java.time.LocalDate;

/**
 * A due date.
 *
 * @param date the day itself
 * @param closedDay whether the lending school is closed on that day
 */
@Chinese("到期日")
public record DueDate(@Chinese("日期") LocalDate date, @Chinese("休館日") boolean closedDay) {

  /** The date as a number that can be compared: days since 1970-01-01. */
  public int dateDay() {
    return (int) date.toEpochDay();
  }
}
