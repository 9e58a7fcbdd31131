package org.libpass.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.school.SchoolFixture.NTUT;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClosedDayTests {

  static final LocalDate DAY = LocalDate.of(2026, 10, 10);

  @Test
  void coversItsFirstAndItsLastDay() {
    ClosedDay week = ClosedDay.closed(NTUT, DAY, DAY.plusDays(6), " 盤點 ", "Stock-taking");
    assertThat(week.covers(DAY)).isTrue();
    assertThat(week.covers(DAY.plusDays(6))).isTrue();
    assertThat(week.covers(DAY.minusDays(1))).isFalse();
    assertThat(week.covers(DAY.plusDays(7))).isFalse();
    assertThat(week.note(Locale.TAIWAN)).isEqualTo("盤點");
    assertThat(week.note(Locale.ENGLISH)).isEqualTo("Stock-taking");
  }

  @Test
  void refusesARangeThatEndsBeforeItBeginsOrLastsMoreThanAYear() {
    assertThatThrownBy(() -> ClosedDay.closed(NTUT, DAY, DAY.minusDays(1), "休館", "Closed"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ClosedDay.closed(NTUT, DAY, DAY.plusDays(365), "休館", "Closed")).isNotNull();
    assertThatThrownBy(() -> ClosedDay.closed(NTUT, DAY, DAY.plusDays(366), "休館", "Closed"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesABlankOrOverlongNote() {
    assertThatThrownBy(() -> ClosedDay.closed(NTUT, DAY, DAY, " ", "Closed"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClosedDay.closed(NTUT, DAY, DAY, "休館", "x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
