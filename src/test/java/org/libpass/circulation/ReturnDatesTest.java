package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.RulesVersion;
import org.libpass.policy.facts.DueDate;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;

@DisplayName("On 2026-11-23, with a library closed from 12-12 to 12-15, an item is due")
class ReturnDatesTest {

  private static final SchoolCode LENDER = new SchoolCode("CUTE");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate CLOSED = LocalDate.of(2026, 12, 12);
  private static final LocalDate OPEN_AGAIN = LocalDate.of(2026, 12, 16);

  private final Policies policies = mock(Policies.class);
  private final OpenDays openDays = mock(OpenDays.class);
  private final ReturnDates dates =
      new ReturnDates(
          policies,
          openDays,
          new TaipeiClock(
              Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), Duration.ZERO));

  @ParameterizedTest(name = "{0}, last day {1}: by {2}")
  @CsvSource({
    "2026-12-14,           , 2026-12-16",
    "2026-12-14, 2026-12-31, 2026-12-16",
    "2026-12-14, 2026-12-16, 2026-12-16",
    "2026-12-14, 2026-12-15, 2026-12-15",
    "2026-12-14, 2026-12-14, 2026-12-14",
    "2026-12-14, 2026-12-01, 2026-12-14",
    "2026-12-14, 2026-11-22, 2026-12-16",
    "2026-12-10, 2026-12-01, 2026-12-10",
  })
  void asTheLendersSystemSays(LocalDate due, @Nullable LocalDate lastDay, LocalDate returnBy) {
    policySays(lastDay);

    assertThat(dates.saidOrUsual(LENDER, due)).isEqualTo(new Loan.Due(due, returnBy));
  }

  @ParameterizedTest(name = "{0} days later, last day {1}: {2}, by {3}")
  @CsvSource({
    "21,           , 2026-12-14, 2026-12-16",
    "21, 2026-12-31, 2026-12-14, 2026-12-16",
    "21, 2026-12-15, 2026-12-14, 2026-12-15",
    "21, 2026-12-11, 2026-12-11, 2026-12-11",
    "21, 2026-12-13, 2026-12-13, 2026-12-13",
    "21, 2026-11-23, 2026-11-23, 2026-11-23",
    "21, 2026-11-22, 2026-12-14, 2026-12-16",
  })
  void asPolicySays(int days, @Nullable LocalDate lastDay, LocalDate due, LocalDate returnBy) {
    policySays(lastDay);

    assertThat(dates.after(LENDER, days, TODAY)).isEqualTo(new Loan.Due(due, returnBy));
  }

  @ParameterizedTest(name = "21 days after {0}, last day {1}: {2}, by {3}")
  @CsvSource({
    "2026-11-20,           , 2026-12-11, 2026-12-11",
    "2026-11-21,           , 2026-12-12, 2026-12-16",
    "2026-11-20, 2026-11-22, 2026-11-22, 2026-11-22",
  })
  void asPolicySaysOfAnEarlierDay(
      LocalDate lent, @Nullable LocalDate lastDay, LocalDate due, LocalDate returnBy) {
    policySays(lastDay);

    assertThat(dates.after(LENDER, 21, lent)).isEqualTo(new Loan.Due(due, returnBy));
  }

  /** Due dates on closed days move, as far as the last day. */
  private void policySays(@Nullable LocalDate lastDay) {
    when(openDays.isOpen(any(), any())).thenAnswer(call -> isOpen(call.getArgument(1)));
    when(openDays.nextOpenDay(any(), any()))
        .thenAnswer(
            call -> isOpen(call.getArgument(1)) ? call.<LocalDate>getArgument(1) : OPEN_AGAIN);
    when(policies.decide(any(), any(), any(Object[].class)))
        .thenAnswer(call -> decision(call.<DueDate>getArgument(2).closedDay(), lastDay));
  }

  private static boolean isOpen(LocalDate day) {
    return day.isBefore(CLOSED) || !day.isBefore(OPEN_AGAIN);
  }

  private static Decision decision(boolean moves, @Nullable LocalDate lastDay) {
    Limits limits =
        new Limits(50, 1, 3, 5, 21, 0, 9, moves, lastDay, List.of(), List.of(), 7, 2, 0);
    return new Decision.Granted(limits, List.of(), new RulesVersion(1, null, 0, "0"));
  }
}
