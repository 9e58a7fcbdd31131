package org.libpass.web.reader;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.LibraryDay;
import org.libpass.school.OpeningHours;
import org.libpass.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says when a library is open as one would on the phone: today till nine, closed on Saturday. */
@Component
class TripWords {

  private static final int WEEK = 7;

  private final Dates dates;
  private final MessageSource messages;
  private final TaipeiClock clock;

  TripWords(Dates dates, MessageSource messages, TaipeiClock clock) {
    this.dates = dates;
    this.messages = messages;
    this.clock = clock;
  }

  /** Whether somebody who sets out now still finds the library open on that day. */
  boolean isReachable(LibraryDay day) {
    return day.open() && !isOver(day);
  }

  private boolean isOver(LibraryDay day) {
    return day.day().equals(clock.today())
        && !day.hours().isEmpty()
        && !closes(day).isAfter(LocalTime.now(clock));
  }

  /**
   * A library's days in one sentence without a full stop.
   *
   * @param days in order, the first being today
   */
  String of(List<LibraryDay> days, Locale language) {
    List<String> parts = new ArrayList<>();
    days.stream()
        .filter(day -> day.day().equals(clock.today()) && day.open())
        .map(day -> today(day, language))
        .forEach(parts::add);
    days.stream()
        .filter(day -> day.day().isAfter(clock.today()) && day.open())
        .findFirst()
        .map(day -> open(day, language))
        .ifPresent(parts::add);
    closed(days, language).forEach(parts::add);
    return String.join(message("trip.separator", language), parts);
  }

  private String today(LibraryDay day, Locale language) {
    if (isOver(day)) {
      return message("trip.today.over", language);
    }
    return day.hours().isEmpty()
        ? message("trip.open", language, name(day.day(), language))
        : message("trip.today", language, dates.time(closes(day)));
  }

  private String open(LibraryDay day, Locale language) {
    String name = name(day.day(), language);
    if (day.hours().isEmpty()) {
      return message("trip.open", language, name);
    }
    String hours =
        day.hours().stream()
            .map(one -> dates.time(one.opens()) + "–" + dates.time(one.closes()))
            .collect(Collectors.joining(message("list.separator", language)));
    return message("trip.hours", language, name, hours);
  }

  /** Days that are closed for the same reason are named together. */
  private List<String> closed(List<LibraryDay> days, Locale language) {
    Map<String, List<String>> byNote = new LinkedHashMap<>();
    for (LibraryDay day : days) {
      if (!day.open()) {
        ClosedDay because = day.because();
        byNote
            .computeIfAbsent(
                because == null ? "" : because.note(language), any -> new ArrayList<>())
            .add(name(day.day(), language));
      }
    }
    return byNote.entrySet().stream()
        .map(
            one ->
                message(
                    one.getKey().isEmpty() ? "trip.closed" : "trip.closed.because",
                    language,
                    String.join(message("list.separator", language), one.getValue()),
                    one.getKey()))
        .toList();
  }

  /** Today, tomorrow, a weekday within the week, else the date. */
  private String name(LocalDate day, Locale language) {
    LocalDate today = clock.today();
    if (day.equals(today)) {
      return message("trip.name.today", language);
    }
    if (day.equals(today.plusDays(1))) {
      return message("trip.name.tomorrow", language);
    }
    return day.isBefore(today.plusDays(WEEK)) ? dates.weekday(day.getDayOfWeek()) : dates.day(day);
  }

  private static LocalTime closes(LibraryDay day) {
    return day.hours().stream()
        .map(OpeningHours::closes)
        .max(LocalTime::compareTo)
        .orElse(LocalTime.MAX);
  }

  private String message(String key, Locale language, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
