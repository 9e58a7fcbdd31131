package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.card.CardState;
import org.libpass.card.SlotsInUse.SlotInUse;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** When a lender, open on weekdays from 08:20 to 20:30, is asked about a slot again. */
@LibpassTest
@OnH2
@TestPropertySource(
    properties = {
      "libpass.detection.in-use=5m",
      "libpass.detection.borrowing=10m",
      "libpass.detection.unused=30m"
    })
class RhythmTests {

  private static final SchoolCode LENDER = new SchoolCode("AEUST");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired Rhythm rhythm;
  @Autowired OpenDays openDays;
  @Autowired TestTime time;

  @AfterEach
  void backToTheStart() {
    time.set(TestTime.START);
  }

  @ParameterizedTest
  @CsvSource({
    // state, lent here, asked at, now, due
    "PRINTED, false,      , 10:00, true",
    "PRINTED, false, 09:31, 10:00, false",
    "PRINTED, false, 09:30, 10:00, true",
    "ISSUED,  false, 20:10, 20:29, false",
    "ISSUED,  false, 20:10, 20:30, true",
    "ISSUED,  false, 20:31, 23:00, false",
    "IN_USE,  false, 09:51, 10:00, false",
    "IN_USE,  false, 09:50, 10:00, true",
    "IN_USE,  false, 22:50, 23:00, true",
    "IN_USE,  true,  09:56, 10:00, false",
    "IN_USE,  true,  09:55, 10:00, true",
    "EXPIRED, false, 09:51, 10:00, false",
    "EXPIRED, false, 09:50, 10:00, true",
    "REVOKED, true,  09:55, 10:00, true"
  })
  void asksAgain(
      CardState state, boolean lentHere, @Nullable LocalTime askedAt, LocalTime now, boolean due) {
    time.set(MONDAY.atTime(now));
    Instant asked = askedAt == null ? null : moment(MONDAY, askedAt);

    assertThat(rhythm.at(LENDER).isDue(slot(state), lentHere, asked)).isEqualTo(due);
  }

  @Test
  void anUnusedCardIsNotAskedAboutAllNight() {
    Instant afterClosing = moment(MONDAY, LocalTime.of(20, 31));
    time.set(MONDAY.plusDays(1).atTime(8, 19));
    assertThat(rhythm.at(LENDER).isDue(slot(CardState.PRINTED), false, afterClosing)).isFalse();

    time.set(MONDAY.plusDays(1).atTime(8, 20));
    assertThat(rhythm.at(LENDER).isDue(slot(CardState.PRINTED), false, afterClosing)).isTrue();
  }

  @Test
  void aClosedDayHasNoOpeningHours() {
    ClosedDay closed = ClosedDay.closed(LENDER, MONDAY, MONDAY, "校慶", "Anniversary");
    openDays.add(closed);
    try {
      time.set(MONDAY.atTime(12, 0));
      Instant onSunday = moment(MONDAY.minusDays(1), LocalTime.of(12, 0));
      assertThat(rhythm.at(LENDER).isDue(slot(CardState.PRINTED), false, onSunday)).isFalse();
    } finally {
      openDays.remove(closed.id());
    }
  }

  private static SlotInUse slot(CardState state) {
    return new SlotInUse(UUID.randomUUID(), new SchoolCode("CUTE"), "CUTE-1", state, null, false);
  }

  private static Instant moment(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(TaipeiClock.ZONE).toInstant();
  }
}
