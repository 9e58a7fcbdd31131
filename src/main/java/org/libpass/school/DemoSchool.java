package org.libpass.school;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A school as the demo's file tells of it.
 *
 * @param hours such as {@code Mon-Fri 08:20-21:00; Sat 09:00-17:00}
 * @param housekeeping days from the first start to the first housekeeping day, null for none
 * @param examSundays whether it opens on the Sundays before the exams
 */
record DemoSchool(
    SchoolCode code,
    String zh,
    String en,
    County county,
    String phone,
    String hours,
    @Nullable Integer housekeeping,
    @DefaultValue("false") boolean examSundays) {

  /** The school itself, with addresses that belong to nobody. */
  School school() {
    String domain = code.value().toLowerCase(Locale.ROOT) + ".example.org";
    return School.of(
        code,
        zh,
        en,
        county,
        "https://catalogue." + domain + "/",
        "https://password." + domain + "/",
        "library@" + domain,
        phone,
        openingHours());
  }

  private List<OpeningHours> openingHours() {
    return Arrays.stream(hours.split(";\\s*", -1)).flatMap(DemoSchool::openingHours).toList();
  }

  private static Stream<OpeningHours> openingHours(String part) {
    List<String> daysAndTimes = List.of(part.split(" ", 2));
    List<DayOfWeek> days =
        Arrays.stream(daysAndTimes.get(0).split("-", 2)).map(DemoSchool::weekday).toList();
    List<LocalTime> times =
        Arrays.stream(daysAndTimes.get(1).split("-", 2)).map(LocalTime::parse).toList();
    return EnumSet.range(days.get(0), days.get(days.size() - 1)).stream()
        .map(day -> new OpeningHours(day, times.get(0), times.get(1)));
  }

  private static DayOfWeek weekday(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not a weekday: " + name));
  }
}
