package org.libpass.reader;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.PatronRecord;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a school without a connection says of its readers in a list, in place of a library system's
 * answers.
 *
 * <p>A list adds readers and changes readers. It removes nobody: a reader who is not in it stays as
 * the last list said, since cards and loans may hang on them; rights end with the expiry date.
 */
@Service
public class ListedReaders {

  private static final Locale FIRST_LANGUAGE = Locale.TAIWAN;

  private final ReaderRepository readers;
  private final Readers people;
  private final SignInLinks links;
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ListedReaders(
      ReaderRepository readers,
      Readers people,
      SignInLinks links,
      JdbcClient jdbc,
      JdbcTemplate batches) {
    this.readers = readers;
    this.people = people;
    this.links = links;
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * A list against what is kept.
   *
   * @param added whom the list names first, in the list's order
   * @param changed of whom the list says something else than what is kept
   * @param unchanged of whom it says the same
   * @param absent how many of the school's readers it does not name
   */
  public record Comparison(
      List<PatronRecord> added, List<Change> changed, List<PatronRecord> unchanged, int absent) {}

  /** What is kept of a reader, and what the list says. */
  public record Change(PatronRecord before, PatronRecord after) {}

  /**
   * Compares a list with what is kept, and changes nothing.
   *
   * @param list each reader number once
   */
  @Transactional(readOnly = true)
  public Comparison compare(SchoolCode school, List<PatronRecord> list) {
    Map<String, PatronRecord> kept = kept(school);
    List<PatronRecord> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    List<PatronRecord> unchanged = new ArrayList<>();
    for (PatronRecord listed : list) {
      PatronRecord before = kept.remove(listed.readerNumber());
      if (before == null) {
        added.add(listed);
      } else if (saysTheSame(before, listed)) {
        unchanged.add(listed);
      } else {
        changed.add(new Change(before, listed));
      }
    }
    return new Comparison(added, changed, unchanged, kept.size());
  }

  /**
   * Takes a list over, in the caller's transaction.
   *
   * @param list each reader number once, all with the time of the list
   * @return what became of it
   * @throws org.springframework.dao.DataAccessException if another list is taken over at the same
   *     moment: nothing is changed then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Comparison take(SchoolCode school, List<PatronRecord> list) {
    Comparison comparison = compare(school, list);
    readers.saveAll(
        comparison.added().stream()
            .map(record -> Reader.of(school, record, FIRST_LANGUAGE))
            .toList());
    // Always in the same order, so that two lists at once wait for each other and don't lock up.
    readers.saveAll(
        comparison.changed().stream()
            .sorted(Comparator.comparing(change -> change.after().readerNumber()))
            .map(change -> changed(school, change))
            .toList());
    confirm(school, comparison.unchanged());
    return comparison;
  }

  private Reader changed(SchoolCode school, Change change) {
    Reader known =
        readers.findBySchoolAndNumber(school.value(), change.after().readerNumber()).orElseThrow();
    Reader reader = people.lock(known.id());
    reader.update(change.after());
    if (!Objects.equals(change.before().email(), change.after().email())) {
      links.end(reader.id()); // it went to an address that the school no longer stands for
    }
    return reader;
  }

  /** For the thousands of whom a new list says nothing new: only the time is another. */
  private void confirm(SchoolCode school, List<PatronRecord> unchanged) {
    List<Object[]> rows =
        unchanged.stream()
            .sorted(Comparator.comparing(PatronRecord::readerNumber))
            .map(
                record ->
                    new Object[] {column(record.askedAt()), school.value(), record.readerNumber()})
            .toList();
    batches.batchUpdate(
        "update reader set asked_at = ?, version = version + 1 where school = ? and number = ?",
        rows);
  }

  private Map<String, PatronRecord> kept(SchoolCode school) {
    Map<String, PatronRecord> kept = new HashMap<>();
    jdbc.sql(
            "select number, name, identity, unit, expiry, library_email, overdue_items, fines_owed,"
                + " asked_at from reader where school = :school")
        .param("school", school.value())
        .query(
            (row, index) ->
                new PatronRecord(
                    row.getString("number"),
                    row.getString("name"),
                    row.getString("identity"),
                    row.getString("unit"),
                    row.getObject("expiry", LocalDate.class),
                    row.getString("library_email"),
                    row.getObject("overdue_items", Integer.class),
                    row.getBigDecimal("fines_owed"),
                    List.of(),
                    List.of(),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant()))
        .list()
        .forEach(record -> kept.put(record.readerNumber(), record));
    return kept;
  }

  private static boolean saysTheSame(PatronRecord one, PatronRecord other) {
    return one.name().equals(other.name())
        && Objects.equals(one.identity(), other.identity())
        && Objects.equals(one.unit(), other.unit())
        && Objects.equals(one.expiry(), other.expiry())
        && Objects.equals(one.email(), other.email())
        && Objects.equals(one.overdueItems(), other.overdueItems())
        && sameAmount(one.finesOwed(), other.finesOwed());
  }

  private static boolean sameAmount(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
