package org.libpass.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The closed days of the demo, by rule instead of by date, since the demo may start at any time and
 * moves its clock: the national holidays of this year and the next, housekeeping days from the
 * first start on, open Sundays before the exams.
 */
final class DemoClosedDays {

  private static final int HOUSEKEEPING_EVERY_DAYS = 28;

  private static final List<Holiday> HOLIDAYS =
      List.of(
          new Holiday(MonthDay.of(1, 1), 1, "元旦", "New Year's Day"),
          new Holiday(MonthDay.of(2, 28), 1, "和平紀念日", "Peace Memorial Day"),
          new Holiday(MonthDay.of(4, 4), 2, "兒童節及清明節", "Children's Day and Tomb-Sweeping Day"),
          new Holiday(MonthDay.of(5, 1), 1, "勞動節", "Labour Day"),
          new Holiday(MonthDay.of(10, 10), 1, "國慶日", "National Day"));

  private DemoClosedDays() {}

  /**
   * The entries of one school.
   *
   * @param start the day of the first start
   */
  static List<ClosedDay> of(DemoSchool school, LocalDate start) {
    List<ClosedDay> entries = new ArrayList<>();
    IntStream.rangeClosed(start.getYear(), start.getYear() + 1)
        .mapToObj(Year::of)
        .forEach(
            year -> {
              HOLIDAYS.forEach(holiday -> entries.add(holiday.at(school.code(), year)));
              if (school.examSundays()) {
                entries.add(examSunday(school.code(), year, Month.JANUARY));
                entries.add(examSunday(school.code(), year, Month.JUNE));
              }
            });
    Integer first = school.housekeeping();
    if (first != null) {
      housekeeping(school.code(), start.plusDays(first), start).forEach(entries::add);
    }
    return entries;
  }

  private static Stream<ClosedDay> housekeeping(
      SchoolCode school, LocalDate first, LocalDate start) {
    LocalDate end = LocalDate.of(start.getYear() + 2, 1, 1);
    return Stream.iterate(
            first, day -> day.isBefore(end), day -> day.plusDays(HOUSEKEEPING_EVERY_DAYS))
        .map(day -> ClosedDay.closed(school, day, day, "館務整理日", "Housekeeping day"));
  }

  private static ClosedDay examSunday(SchoolCode school, Year year, Month month) {
    LocalDate sunday =
        year.atMonth(month).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
    return ClosedDay.openAlthough(
        school, sunday, sunday, "期末考前週日照常開館", "Open on the Sunday before the exams");
  }

  /**
   * A national holiday.
   *
   * @param days how many days it lasts
   */
  private record Holiday(MonthDay first, int days, String zh, String en) {

    ClosedDay at(SchoolCode school, Year year) {
      LocalDate from = first.atYear(year.getValue());
      return ClosedDay.closed(school, from, from.plusDays(days - 1L), zh, en);
    }
  }
}
