package org.libpass.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.platform.TaipeiClock;

/** For which day of the schedule a reader is told on a morning; the book is due on 2026-12-14. */
class NoticeDaysTests {

  private static final LocalDate RETURN_BY = LocalDate.of(2026, 12, 14);
  private static final LocalDateTime LENT = LocalDateTime.of(2026, 11, 23, 10, 0);
  private static final NoticeDays ALLIANCE = new NoticeDays(List.of(3, 1, 0), List.of(1, 3, 7), 7);

  @ParameterizedTest
  @CsvSource({
    "2026-12-10,", // four days before
    "2026-12-11, 2026-12-11",
    "2026-12-12, 2026-12-11",
    "2026-12-13, 2026-12-13",
    "2026-12-14, 2026-12-14",
    "2026-12-15, 2026-12-15",
    "2026-12-16, 2026-12-15",
    "2026-12-17, 2026-12-17",
    "2026-12-20, 2026-12-17",
    "2026-12-21, 2026-12-21",
    "2026-12-27, 2026-12-21",
    "2026-12-28, 2026-12-28",
    "2027-01-04, 2027-01-04",
    "2027-01-10, 2027-01-04",
  })
  void isTheLatestThatHasCome(LocalDate today, LocalDate day) {
    assertThat(latest(ALLIANCE, today, LENT)).isEqualTo(day == null ? List.of() : List.of(day));
  }

  @Test
  void nobodyIsToldOfAMorningBeforeTheBookWasLent() {
    LocalDate eve = RETURN_BY.minusDays(1);
    assertThat(latest(ALLIANCE, eve, eve.atTime(9, 0))).isEmpty();
    assertThat(latest(ALLIANCE, eve, eve.atTime(8, 59))).containsExactly(eve);
    assertThat(latest(ALLIANCE, RETURN_BY, eve.atTime(10, 0))).containsExactly(RETURN_BY);
  }

  @Test
  void whatWasMissedBeforeTheDateIsNotMadeUpForAfterIt() {
    NoticeDays late = new NoticeDays(List.of(0), List.of(5, 4), 60);
    assertThat(latest(late, RETURN_BY.plusDays(3), LENT)).isEmpty();
    assertThat(latest(late, RETURN_BY.plusDays(4), LENT)).containsExactly(RETURN_BY.plusDays(4));
    assertThat(latest(late, RETURN_BY.plusDays(64), LENT)).containsExactly(RETURN_BY.plusDays(5));
    assertThat(latest(late, RETURN_BY.plusDays(65), LENT)).containsExactly(RETURN_BY.plusDays(65));
  }

  private static List<LocalDate> latest(NoticeDays days, LocalDate today, LocalDateTime lent) {
    return days.latest(today, RETURN_BY, lent.atZone(TaipeiClock.ZONE).toInstant()).stream()
        .toList();
  }
}
