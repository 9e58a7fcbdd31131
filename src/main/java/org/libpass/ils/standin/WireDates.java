package org.libpass.ils.standin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.libpass.platform.TaipeiClock;

/** Dates as they stand in messages: local time, the four places of the zone blank. */
final class WireDates {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'    'HHmmss", Locale.ROOT);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  private WireDates() {}

  /** The moment now, eighteen characters. */
  static String now(TaipeiClock clock) {
    return MOMENT.format(LocalDateTime.now(clock));
  }

  /** A last day, as the dialect writes it within a field. */
  static String day(LocalDate day, Dialect.Dates form) {
    return switch (form) {
      case STANDARD -> MOMENT.format(day.atTime(23, 59));
      case COMPACT -> COMPACT.format(day);
      case DASHED -> day.toString();
    };
  }
}
