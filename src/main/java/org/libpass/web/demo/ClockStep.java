package org.libpass.web.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.libpass.platform.TaipeiClock;

/** How far the console's buttons move the clock. */
enum ClockStep {
  HOUR,
  MORNING,
  DAY,
  THREE_DAYS,
  THREE_WEEKS;

  private static final LocalTime NINE = LocalTime.of(9, 0);

  /** How far it is from {@code clock}'s time; always forward. */
  Duration from(TaipeiClock clock) {
    return switch (this) {
      case HOUR -> Duration.ofHours(1);
      case MORNING -> untilNine(ZonedDateTime.now(clock));
      case DAY -> Duration.ofDays(1);
      case THREE_DAYS -> Duration.ofDays(3);
      case THREE_WEEKS -> Duration.ofDays(21);
    };
  }

  /** To nine in the morning of today if that is still to come, or else of tomorrow. */
  private static Duration untilNine(ZonedDateTime now) {
    ZonedDateTime nine = now.with(NINE);
    return Duration.between(now, nine.isAfter(now) ? nine : nine.plusDays(1));
  }
}
