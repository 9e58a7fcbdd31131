package org.libpass.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.StorageTest;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.OnH2;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@StorageTest
@OnH2
@Transactional
class DemoSchoolsTests {

  @Autowired Schools schools;
  @Autowired SchoolRepository repository;
  @Autowired OpenDays openDays;
  @Autowired TransactionOperations transaction;

  final TaipeiClock clock = new TestTime().clock();

  void load() {
    new DemoSchools(schools, repository, openDays, clock, transaction).load();
  }

  @Test
  void loads39SchoolsWithNamesOfTheirOwnAndOpeningHours() {
    load();
    List<School> all = schools.all();
    assertThat(all).hasSize(39);
    assertThat(all).extracting(School::code).doesNotHaveDuplicates();
    assertThat(all).extracting(School::nameZh).doesNotHaveDuplicates();
    assertThat(all).extracting(School::nameEn).doesNotHaveDuplicates();
    assertThat(all).extracting(School::contactPhone).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(all).noneMatch(school -> school.openingHours().isEmpty());
    assertThat(all.stream().map(School::openingHours).distinct()).hasSizeGreaterThan(8);
    assertThat(all).allMatch(school -> ("" + school.catalogueUrl()).contains(".example.org"));
  }

  @Test
  void hasTheEightSchoolsOfTheAlliancesManual() {
    load();
    assertThat(schools.all())
        .extracting(School::nameZh)
        .contains(
            "國立臺北科技大學", "中國科技大學", "國立臺北商業技術學院", "大華科技大學", "大漢技術學院", "元培科技大學", "中華科技大學", "台北海洋技術學院");
    assertThat(schools.get(new SchoolCode("NTUT")).nameZh()).isEqualTo("國立臺北科技大學");
    assertThat(schools.get(new SchoolCode("CUTE")).nameZh()).isEqualTo("中國科技大學");
    assertThat(schools.get(new SchoolCode("NTCB")).nameZh()).isEqualTo("國立臺北商業技術學院");
  }

  @Test
  void storesHoursAndClosedDaysAsTheyWere() {
    load();
    for (DemoSchool school : DemoSchools.read()) {
      assertThat(schools.get(school.code()).openingHours())
          .isEqualTo(school.school().openingHours());
      List<ClosedDay> entries = DemoClosedDays.of(school, clock.today());
      assertThat(
              openDays.closedBetween(
                  school.code(), LocalDate.of(2026, 1, 1), LocalDate.of(2030, 1, 1)))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
          .containsExactlyInAnyOrderElementsOf(entries);
    }
  }

  @Test
  void readsHoursWithBreaks() {
    assertThat(DemoSchools.read())
        .filteredOn(school -> school.hours().contains("12:00; Mon-Fri 13:00"))
        .isNotEmpty()
        .allMatch(school -> school.school().openingHours().size() >= 10);
  }

  @Test
  void changesNothingTheSecondTime() {
    load();
    schools.pause(new SchoolCode("NTUT"));
    LocalDate today = clock.today();
    List<ClosedDay> before = openDays.closedBetween(today, today.plusYears(3));
    load();
    assertThat(schools.all()).hasSize(39);
    assertThat(schools.get(new SchoolCode("NTUT")).takesPart()).isFalse();
    assertThat(openDays.closedBetween(today, today.plusYears(3))).isEqualTo(before);
  }

  @Test
  void leavesADatabaseAloneThatHasSchools() {
    schools.add(SchoolFixture.school("OTHER"));
    load();
    assertThat(schools.all()).extracting(School::toString).containsExactly("OTHER");
  }

  @Test
  void isClosedEverywhereOnNationalHolidaysOfThisYearAndTheNext() {
    load();
    for (School school : schools.all()) {
      assertThat(openDays.isOpen(school.code(), LocalDate.of(2026, 10, 10))).isFalse();
      assertThat(openDays.isOpen(school.code(), LocalDate.of(2027, 1, 1))).isFalse();
      assertThat(openDays.isOpen(school.code(), LocalDate.of(2027, 4, 5))).isFalse();
    }
  }

  @Test
  void hasAClosedDayWithinAnySevenDaysUntilTheEndOfNextYear() {
    load();
    clock
        .today()
        .datesUntil(LocalDate.of(2027, 12, 31))
        .forEach(
            day ->
                assertThat(openDays.closedBetween(day, day.plusDays(6))).as("" + day).isNotEmpty());
  }

  @Test
  void opensSomewhereOnTheSundayBeforeTheExams() {
    load();
    LocalDate sunday = LocalDate.of(2027, 1, 10);
    assertThat(openDays.closedBetween(sunday, sunday))
        .filteredOn(ClosedDay::open)
        .isNotEmpty()
        .allMatch(entry -> openDays.isOpen(entry.school(), sunday));
  }
}
