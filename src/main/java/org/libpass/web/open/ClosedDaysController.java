package org.libpass.web.open;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.libpass.platform.PublicAddress;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.OpeningHours;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Closings;
import org.libpass.web.NotHereException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** When libraries are closed: by date, by school, and one school's days as a calendar. */
@Controller
class ClosedDaysController {

  private static final int DAYS_AHEAD = 30;
  private static final int MONTHS_AHEAD = 12;
  private static final Duration KEEP_FEED = Duration.ofHours(1);
  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final Closings closings;
  private final OpenDays openDays;
  private final Schools schools;
  private final ClosedDayCalendar calendar;
  private final TaipeiClock clock;
  private final PublicAddress pages;

  ClosedDaysController(
      Closings closings,
      OpenDays openDays,
      Schools schools,
      ClosedDayCalendar calendar,
      TaipeiClock clock,
      PublicAddress pages) {
    this.closings = closings;
    this.openDays = openDays;
    this.schools = schools;
    this.calendar = calendar;
    this.clock = clock;
    this.pages = pages;
  }

  /**
   * @param by {@code school} for a list by school, anything else for one by date
   */
  @GetMapping("/closed-days")
  String all(@RequestParam(defaultValue = "") String by, Model page) {
    List<School> everyone = schools.all();
    page.addAttribute("schools", everyone);
    if (by.equals("school")) {
      LocalDate today = clock.today();
      Map<SchoolCode, List<ClosedDay>> bySchool =
          openDays.closedBetween(today, today.plusDays(DAYS_AHEAD - 1L)).stream()
              .collect(Collectors.groupingBy(ClosedDay::school));
      page.addAttribute("bySchool", bySchool);
      return "open/closed-days-by-school";
    }
    page.addAttribute("closings", closings.next(DAYS_AHEAD));
    page.addAttribute("everyone", everyone.size());
    return "open/closed-days";
  }

  @GetMapping("/closed-days/{school}")
  String one(@PathVariable("school") String code, Model page) {
    School school =
        SchoolCode.parse(code)
            .flatMap(schools::find)
            .orElseThrow(
                () ->
                    new NotHereException(
                        "closed.no-school", "/closed-days?by=school", "closed.by-school"));
    LocalDate today = clock.today();
    page.addAttribute("school", school);
    page.addAttribute("week", week(school));
    page.addAttribute(
        "entries", openDays.closedBetween(school.code(), today, today.plusMonths(MONTHS_AHEAD)));
    page.addAttribute("feed", pages.link("/closed-days/" + school.code() + ".ics"));
    return "open/closed-days-of";
  }

  @GetMapping("/closed-days/{school}.ics")
  ResponseEntity<byte[]> feed(@PathVariable("school") String code, Locale language) {
    return SchoolCode.parse(code)
        .flatMap(schools::find)
        .map(
            school ->
                ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.maxAge(KEEP_FEED).cachePrivate())
                    .body(calendar.of(school, language)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static Map<DayOfWeek, List<OpeningHours>> week(School school) {
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day, school.openingHours().stream().filter(hours -> hours.weekday() == day).toList());
    }
    return week;
  }
}
