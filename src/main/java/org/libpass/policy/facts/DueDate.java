package org.libpass.policy.facts;

import java.time.LocalDate;

/**
 * A due date.
 *
 * @param date the day itself
 * @param closedDay whether the lending school is closed on that day
 */
public record DueDate(LocalDate date, boolean closedDay) {

  /** The date as a number that can be compared: days since 1970-01-01. */
  public int dateDay() {
    return (int) date.toEpochDay();
  }
}
