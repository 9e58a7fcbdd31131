package org.libpass.school;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * On which days a school's library is open: its weekly hours, corrected by its closed days. Where
 * entries overlap, one that opens outweighs those that close.
 */
@Service
public class OpenDays {

  private static final int LOOK_AHEAD_DAYS = 366;

  private static final String SELECT =
      "select id, school, first_day, last_day, open_although, note_zh, note_en from closed_day ";

  private static final String ORDER = " order by first_day, school, last_day, id";

  private static final RowMapper<ClosedDay> ROW =
      (row, number) ->
          new ClosedDay(
              row.getObject("id", UUID.class),
              new SchoolCode(row.getString("school")),
              row.getObject("first_day", LocalDate.class),
              row.getObject("last_day", LocalDate.class),
              row.getBoolean("open_although"),
              row.getString("note_zh"),
              row.getString("note_en"));

  private final JdbcClient jdbc;
  private final Schools schools;

  OpenDays(JdbcClient jdbc, Schools schools) {
    this.jdbc = jdbc;
    this.schools = schools;
  }

  /**
   * Whether the school's library is open on that day.
   *
   * @throws NoSuchElementException if there is no such school
   */
  public boolean isOpen(SchoolCode school, LocalDate day) {
    return isOpen(schools.get(school), closedBetween(school, day, day), day);
  }

  /**
   * The first day from {@code onOrAfter} on, that day included, on which the library is open. If
   * there is none within 366 days, {@code onOrAfter} itself: a date that moves a whole year helps
   * nobody.
   *
   * @throws NoSuchElementException if there is no such school
   */
  public LocalDate nextOpenDay(SchoolCode school, LocalDate onOrAfter) {
    LocalDate end = onOrAfter.plusDays(LOOK_AHEAD_DAYS);
    School library = schools.get(school);
    List<ClosedDay> entries = closedBetween(school, onOrAfter, end);
    return onOrAfter
        .datesUntil(end.plusDays(1))
        .filter(day -> isOpen(library, entries, day))
        .findFirst()
        .orElse(onOrAfter);
  }

  /**
   * The school's entries, closing and opening ones, that touch the days from {@code from} to {@code
   * to}, both included; by first day.
   */
  public List<ClosedDay> closedBetween(SchoolCode school, LocalDate from, LocalDate to) {
    return jdbc.sql(SELECT + "where school = ? and last_day >= ? and first_day <= ?" + ORDER)
        .params(school.value(), from, to)
        .query(ROW)
        .list();
  }

  /** As {@link #closedBetween(SchoolCode, LocalDate, LocalDate)}, of all schools. */
  public List<ClosedDay> closedBetween(LocalDate from, LocalDate to) {
    return jdbc.sql(SELECT + "where last_day >= ? and first_day <= ?" + ORDER)
        .params(from, to)
        .query(ROW)
        .list();
  }

  /** The entry of that id, or empty. */
  public Optional<ClosedDay> find(UUID id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  /**
   * How these schools' libraries are open on the days from {@code from} to {@code to}, both
   * included.
   *
   * @return for each school one of each day, in order
   */
  public Map<SchoolCode, List<LibraryDay>> plan(
      Collection<School> libraries, LocalDate from, LocalDate to) {
    Map<SchoolCode, List<ClosedDay>> entries =
        closedBetween(from, to).stream().collect(Collectors.groupingBy(ClosedDay::school));
    return libraries.stream()
        .collect(
            Collectors.toMap(
                School::code,
                library ->
                    days(library, entries.getOrDefault(library.code(), List.of()), from, to)));
  }

  private static List<LibraryDay> days(
      School library, List<ClosedDay> entries, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .map(day -> day(library, entries.stream().filter(one -> one.covers(day)).toList(), day))
        .toList();
  }

  private static LibraryDay day(School library, List<ClosedDay> entries, LocalDate day) {
    boolean open = isOpen(library, entries, day);
    List<OpeningHours> hours =
        library.openingHours().stream()
            .filter(one -> open && one.weekday() == day.getDayOfWeek())
            .toList();
    return new LibraryDay(
        day,
        open,
        hours,
        entries.stream().filter(entry -> entry.open() == open).findFirst().orElse(null));
  }

  /**
   * Adds an entry.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if there is no such school, or
   *     the id is taken
   */
  public void add(ClosedDay entry) {
    jdbc.sql(
            "insert into closed_day (id, school, first_day, last_day, open_although, note_zh,"
                + " note_en) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.id(),
            entry.school().value(),
            entry.from(),
            entry.to(),
            entry.open(),
            entry.noteZh(),
            entry.noteEn())
        .update();
  }

  /** Removes an entry; false if there is none of that id. */
  public boolean remove(UUID id) {
    return jdbc.sql("delete from closed_day where id = ?").param(id).update() == 1;
  }

  private static boolean isOpen(School library, List<ClosedDay> entries, LocalDate day) {
    Set<Boolean> said =
        entries.stream()
            .filter(entry -> entry.covers(day))
            .map(ClosedDay::open)
            .collect(Collectors.toSet());
    if (said.isEmpty()) {
      return library.openingHours().stream()
          .anyMatch(hours -> hours.weekday() == day.getDayOfWeek());
    }
    return said.contains(true);
  }
}
