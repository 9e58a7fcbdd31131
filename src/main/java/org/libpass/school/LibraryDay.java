package org.libpass.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of a school's library.
 *
 * @param hours when it is open, in order; empty when it is closed, and on a day on which it is open
 *     although its weekly hours say otherwise
 * @param because the entry that departs from the weekly hours, null when none does
 */
public record LibraryDay(
    LocalDate day, boolean open, List<OpeningHours> hours, @Nullable ClosedDay because) {

  public LibraryDay {
    hours = List.copyOf(hours);
  }
}
