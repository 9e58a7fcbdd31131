package org.libpass.school;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When a library is open on one weekday, in Taipei time. A weekday may have several; a library
 * without any on a weekday is closed on it.
 *
 * @param weekday the weekday
 * @param opens when the doors open
 * @param closes when they close, later on the same day
 */
public record OpeningHours(DayOfWeek weekday, LocalTime opens, LocalTime closes) {

  /**
   * @throws IllegalArgumentException if the library would close before it opens
   */
  public OpeningHours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("Closes at " + closes + " but opens at " + opens);
    }
  }
}
