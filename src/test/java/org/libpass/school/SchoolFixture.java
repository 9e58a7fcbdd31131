package org.libpass.school;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** Schools for tests. */
final class SchoolFixture {

  static final SchoolCode NTUT = new SchoolCode("NTUT");

  private SchoolFixture() {}

  /** A school whose library opens on weekdays, and on Saturday mornings and afternoons. */
  static School school(String code) {
    return School.of(
        new SchoolCode(code),
        code + "學院",
        code + " College",
        County.TAIPEI,
        "https://catalogue.example.org/",
        null,
        "library@example.org",
        null,
        List.of(
            hours(DayOfWeek.SATURDAY, "13:00", "17:00"),
            hours(DayOfWeek.SATURDAY, "09:00", "12:00"),
            hours(DayOfWeek.MONDAY, "08:20", "21:00"),
            hours(DayOfWeek.TUESDAY, "08:20", "21:00"),
            hours(DayOfWeek.WEDNESDAY, "08:20", "21:00"),
            hours(DayOfWeek.THURSDAY, "08:20", "21:00"),
            hours(DayOfWeek.FRIDAY, "00:00", "23:59")));
  }

  static OpeningHours hours(DayOfWeek weekday, String opens, String closes) {
    return new OpeningHours(weekday, LocalTime.parse(opens), LocalTime.parse(closes));
  }
}
