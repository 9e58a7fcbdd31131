package org.libpass.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Limits;

/**
 * The days on which a lending school has its readers told of a return-by date.
 *
 * @param before days before it, 0 being that day itself
 * @param after days after it, at least one
 * @param every after the last of those, each so many days
 */
record NoticeDays(List<Integer> before, List<Integer> after, int every) {

  /** When mails are written, in Taipei. */
  static final LocalTime MORNING = LocalTime.of(9, 0);

  /** The policy's bound: nobody is told earlier. */
  static final int EARLIEST = 60;

  static NoticeDays of(Limits limits) {
    return new NoticeDays(
        limits.noticeDaysBefore(), limits.noticeDaysAfter(), limits.noticeEvery());
  }

  /**
   * The day for which a reader is to be told now: the latest that has come, so that after a morning
   * on which nothing ran there is one mail and not several. Empty before the first. Days before and
   * after the date are two things: what was missed before it is not made up for after it.
   *
   * @param lentAt of mornings before it the reader can't be told
   */
  Optional<LocalDate> latest(LocalDate today, LocalDate returnBy, Instant lentAt) {
    Stream<LocalDate> days =
        today.isAfter(returnBy)
            ? after(ChronoUnit.DAYS.between(returnBy, today)).map(returnBy::plusDays)
            : before.stream().map(returnBy::minusDays);
    return days.filter(day -> !day.isAfter(today))
        .filter(day -> morningOf(day).isAfter(lentAt))
        .max(Comparator.naturalOrder());
  }

  private Stream<Integer> after(long overdue) {
    int last = Collections.max(after);
    if (overdue <= last) {
      return after.stream();
    }
    int rounds = Math.toIntExact((overdue - last) / every);
    return Stream.of(last + rounds * every);
  }

  private static Instant morningOf(LocalDate day) {
    return day.atTime(MORNING).atZone(TaipeiClock.ZONE).toInstant();
  }
}
