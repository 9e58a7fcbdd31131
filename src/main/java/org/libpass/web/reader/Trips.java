package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.County;
import org.libpass.school.LibraryDay;
import org.libpass.school.OpenDays;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** Plans where a reader could go: which libraries are open on the days of a card, in words. */
@Component
class Trips {

  private final OpenDays openDays;
  private final TripWords words;
  private final TaipeiClock clock;

  Trips(OpenDays openDays, TripWords words, TaipeiClock clock) {
    this.openDays = openDays;
    this.words = words;
    this.clock = clock;
  }

  /** How these libraries are open from today to {@code until}, both included. */
  Map<SchoolCode, List<LibraryDay>> days(List<Partner> partners, LocalDate until) {
    LocalDate today = clock.today();
    return openDays.plan(
        partners.stream().map(Partner::school).toList(),
        today,
        until.isBefore(today) ? today : until);
  }

  /**
   * Plans the trip.
   *
   * @param days as {@link #days} says
   * @param home the reader's school, whose county comes first
   */
  Trip plan(
      List<Partner> partners,
      Map<SchoolCode, List<LibraryDay>> days,
      School home,
      Locale language) {
    Map<County, List<Trip.Stop>> areas = new TreeMap<>();
    List<Trip.Stop> never = new ArrayList<>();
    for (Partner partner : partners) {
      List<LibraryDay> its = days.getOrDefault(partner.school().code(), List.of());
      Trip.Stop stop = new Trip.Stop(partner, words.of(its, language));
      if (its.stream().anyMatch(words::isReachable)) {
        areas.computeIfAbsent(partner.school().county(), any -> new ArrayList<>()).add(stop);
      } else {
        never.add(stop);
      }
    }
    return new Trip(overview(partners, days), byNearness(areas, home.county()), never);
  }

  private List<Trip.Day> overview(List<Partner> partners, Map<SchoolCode, List<LibraryDay>> days) {
    Map<LocalDate, List<School>> closed = new TreeMap<>();
    for (Partner partner : partners) {
      for (LibraryDay day : days.getOrDefault(partner.school().code(), List.of())) {
        List<School> those = closed.computeIfAbsent(day.day(), any -> new ArrayList<>());
        if (!words.isReachable(day)) {
          those.add(partner.school());
        }
      }
    }
    return closed.entrySet().stream()
        .map(
            day ->
                new Trip.Day(day.getKey(), partners.size() - day.getValue().size(), day.getValue()))
        .toList();
  }

  /** The home county first, then from north to south. */
  private static List<Trip.Area> byNearness(Map<County, List<Trip.Stop>> areas, County home) {
    List<Trip.Area> sorted = new ArrayList<>();
    areas.forEach(
        (county, stops) ->
            sorted.add(
                county == home ? 0 : sorted.size(), new Trip.Area(county, county == home, stops)));
    return sorted;
  }
}
