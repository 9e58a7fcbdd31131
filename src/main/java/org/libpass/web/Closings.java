package org.libpass.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/** Closed days for pages: what is closed on the same days for the same reason is one line. */
@Component
public class Closings {

  private final OpenDays openDays;
  private final Schools schools;
  private final TaipeiClock clock;

  Closings(OpenDays openDays, Schools schools, TaipeiClock clock) {
    this.openDays = openDays;
    this.schools = schools;
    this.clock = clock;
  }

  /**
   * Schools whose libraries depart from their weekly hours on the same days.
   *
   * @param from the first day
   * @param to the last day, included
   * @param open whether they are open although one would not expect it
   * @param noteZh why, in Chinese
   * @param noteEn why, in English
   * @param schools which, by code
   */
  public record Closing(
      LocalDate from,
      LocalDate to,
      boolean open,
      String noteZh,
      String noteEn,
      List<School> schools) {

    /** The same for those of these schools alone; possibly none. */
    public Closing among(Set<SchoolCode> codes) {
      List<School> left = schools.stream().filter(one -> codes.contains(one.code())).toList();
      return new Closing(from, to, open, noteZh, noteEn, left);
    }

    /** Whether it is more than one day. */
    public boolean isRange() {
      return to.isAfter(from);
    }
  }

  /**
   * What is entered for the {@code days} days from today on, by date.
   *
   * @param days 1 or more
   */
  public List<Closing> next(int days) {
    LocalDate today = clock.today();
    return between(today, today.plusDays(days - 1L));
  }

  /** What is entered for the days from {@code from} to {@code to}, both included, by date. */
  public List<Closing> between(LocalDate from, LocalDate to) {
    Map<Key, List<School>> lines = new LinkedHashMap<>();
    for (ClosedDay entry : openDays.closedBetween(from, to)) {
      schools
          .find(entry.school())
          .ifPresent(
              school -> lines.computeIfAbsent(Key.of(entry), key -> new ArrayList<>()).add(school));
    }
    return lines.entrySet().stream().map(line -> line.getKey().with(line.getValue())).toList();
  }

  private record Key(LocalDate from, LocalDate to, boolean open, String noteZh, String noteEn) {

    static Key of(ClosedDay entry) {
      return new Key(entry.from(), entry.to(), entry.open(), entry.noteZh(), entry.noteEn());
    }

    Closing with(List<School> schools) {
      return new Closing(from, to, open, noteZh, noteEn, List.copyOf(schools));
    }
  }
}
