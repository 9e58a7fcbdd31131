package org.libpass.ils.standin;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Until when an invented reader's rights last: follows the day, so that a demo whose clock has been
 * moved a year still has readers in good standing.
 */
final class Expiry {

  private Expiry() {}

  /** The last day, or null where the library doesn't know. */
  static @Nullable LocalDate of(Person person, LocalDate today) {
    return switch (person.condition()) {
      case UNKNOWN -> null;
      case EXPIRED -> today.withDayOfMonth(1).minusDays(1);
      default -> validUntil(person.identity(), today);
    };
  }

  /** Students until the end of a school year that is not about to end, the others longer. */
  private static LocalDate validUntil(String identity, LocalDate today) {
    LocalDate soon = today.plusMonths(2);
    return switch (identity) {
      case People.TEACHER, People.STAFF -> LocalDate.of(soon.getYear() + 5, 12, 31);
      case People.ALUMNUS -> LocalDate.of(soon.getYear() + 1, 12, 31);
      default -> {
        LocalDate end = LocalDate.of(soon.getYear(), Month.JULY, 31);
        yield end.isBefore(soon) ? end.plusYears(1) : end;
      }
    };
  }
}
