package org.libpass.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.school.SchoolFixture.NTUT;
import static org.libpass.school.SchoolFixture.school;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.StorageTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

@StorageTest
@OnH2
@Transactional
class OpenDaysTests {

  static final SchoolCode CUTE = new SchoolCode("CUTE");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final LocalDate SATURDAY = MONDAY.plusDays(5);
  static final LocalDate SUNDAY = MONDAY.plusDays(6);

  @Autowired OpenDays openDays;
  @Autowired Schools schools;

  @BeforeEach
  void twoSchoolsWithoutClosedDays() {
    schools.add(school("NTUT"));
    schools.add(school("CUTE"));
  }

  @Test
  void isOpenOnAWeekdayWithHoursAndClosedOnOneWithout() {
    assertThat(openDays.isOpen(NTUT, MONDAY)).isTrue();
    assertThat(openDays.isOpen(NTUT, SATURDAY)).isTrue();
    assertThat(openDays.isOpen(NTUT, SUNDAY)).isFalse();
    assertThat(openDays.nextOpenDay(NTUT, SATURDAY)).isEqualTo(SATURDAY);
    assertThat(openDays.nextOpenDay(NTUT, SUNDAY)).isEqualTo(SUNDAY.plusDays(1));
  }

  @Test
  void isClosedFromTheFirstToTheLastDayOfARangeAtThatSchoolOnly() {
    close(MONDAY, MONDAY.plusDays(2));
    assertThat(openDays.isOpen(NTUT, MONDAY.minusDays(2))).isTrue();
    assertThat(openDays.isOpen(NTUT, MONDAY)).isFalse();
    assertThat(openDays.isOpen(NTUT, MONDAY.plusDays(2))).isFalse();
    assertThat(openDays.isOpen(NTUT, MONDAY.plusDays(3))).isTrue();
    assertThat(openDays.isOpen(CUTE, MONDAY)).isTrue();
    assertThat(openDays.nextOpenDay(NTUT, MONDAY)).isEqualTo(MONDAY.plusDays(3));
  }

  @Test
  void isOpenAlthoughItIsSunday() {
    open(SUNDAY);
    assertThat(openDays.isOpen(NTUT, SUNDAY)).isTrue();
    assertThat(openDays.isOpen(CUTE, SUNDAY)).isFalse();
    assertThat(openDays.nextOpenDay(NTUT, SUNDAY)).isEqualTo(SUNDAY);
  }

  @Test
  void isOpenAlthoughTheWeekIsClosedWhicheverWasEnteredFirst() {
    open(MONDAY.plusDays(1));
    close(MONDAY, SUNDAY);
    open(MONDAY.plusDays(4));
    assertThat(openDays.isOpen(NTUT, MONDAY)).isFalse();
    assertThat(openDays.isOpen(NTUT, MONDAY.plusDays(1))).isTrue();
    assertThat(openDays.nextOpenDay(NTUT, MONDAY)).isEqualTo(MONDAY.plusDays(1));
    assertThat(openDays.nextOpenDay(NTUT, MONDAY.plusDays(2))).isEqualTo(MONDAY.plusDays(4));
  }

  @Test
  void findsTheNextOpenDayAfterALongClosureThatEndsBeforeASunday() {
    close(MONDAY, SUNDAY.plusWeeks(20).minusDays(1));
    assertThat(openDays.nextOpenDay(NTUT, MONDAY)).isEqualTo(MONDAY.plusWeeks(21));
  }

  @Test
  void looksAheadAYearAndThenLeavesTheDateAsItIs() {
    close(MONDAY, MONDAY.plusDays(365));
    assertThat(openDays.nextOpenDay(NTUT, MONDAY)).isEqualTo(MONDAY.plusDays(366));
    close(MONDAY.plusDays(366), MONDAY.plusDays(366));
    assertThat(openDays.nextOpenDay(NTUT, MONDAY)).isEqualTo(MONDAY);
  }

  @Test
  void listsEntriesThatTouchTheDaysByFirstDay() {
    ClosedDay later = close(SATURDAY, SUNDAY);
    ClosedDay earlier = close(MONDAY.minusDays(3), MONDAY);
    ClosedDay elsewhere =
        add(ClosedDay.closed(CUTE, MONDAY.plusDays(2), MONDAY.plusDays(2), "盤點", "Stock-taking"));
    close(MONDAY.minusDays(3), MONDAY.minusDays(1));
    close(SUNDAY, SUNDAY);
    assertThat(openDays.closedBetween(NTUT, MONDAY, SATURDAY)).containsExactly(earlier, later);
    assertThat(openDays.closedBetween(MONDAY, SATURDAY)).containsExactly(earlier, elsewhere, later);
  }

  @Test
  void removesAnEntryOnce() {
    ClosedDay entry = close(MONDAY, MONDAY);
    assertThat(openDays.remove(entry.id())).isTrue();
    assertThat(openDays.remove(entry.id())).isFalse();
    assertThat(openDays.isOpen(NTUT, MONDAY)).isTrue();
  }

  @Test
  void knowsOnlyMemberSchools() {
    SchoolCode unknown = new SchoolCode("NOBODY");
    assertThatThrownBy(() -> openDays.isOpen(unknown, MONDAY))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> add(ClosedDay.closed(unknown, MONDAY, MONDAY, "盤點", "Stock-taking")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private ClosedDay close(LocalDate from, LocalDate to) {
    return add(ClosedDay.closed(NTUT, from, to, "休館", "Closed"));
  }

  private ClosedDay open(LocalDate day) {
    return add(ClosedDay.openAlthough(NTUT, day, day, "照常開館", "Open as usual"));
  }

  private ClosedDay add(ClosedDay entry) {
    openDays.add(entry);
    return entry;
  }
}
