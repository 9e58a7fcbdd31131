package org.libpass.clearance;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.list.Charsets;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lists of readers who leave. A list is kept for {@link #LIFE} and for the librarian who brought it
 * alone, so that the page of it can be loaded again, saved as a file and acted on, always with what
 * holds at that moment. Nothing else of it stays.
 */
@Service
public class Clearances {

  /** The most lines that a list may have: a large school's leavers of a year, in two or three. */
  public static final int MOST_LINES = 3_000;

  static final Duration LIFE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final Leavers leavers;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  Clearances(
      JdbcClient jdbc,
      NamedParameterJdbcOperations batches,
      Leavers leavers,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.leavers = leavers;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The answer to a list. */
  public sealed interface Brought {

    /** It is kept under this id. */
    record Kept(UUID id) implements Brought {}

    /** It can't be read, and nothing of it is kept. */
    record Refused(Fault fault) implements Brought {}
  }

  /** What can be wrong with a list as a whole. */
  public enum Fault {
    /** Neither UTF-8 nor Big5. */
    CHARSET,
    /** No number in it. */
    EMPTY,
    /** More than {@link #MOST_LINES}. */
    TOO_MANY
  }

  /**
   * Reads a list and keeps it; the librarian's earlier one is dropped.
   *
   * @param by the librarian's account
   */
  public Brought bring(SchoolCode school, String by, byte[] file) {
    Optional<Charsets.Decoded> decoded = Charsets.decode(file);
    if (decoded.isEmpty()) {
      return new Brought.Refused(Fault.CHARSET);
    }
    List<ListedNumber> lines = NumberList.read(decoded.get().text());
    if (lines.isEmpty()) {
      return new Brought.Refused(Fault.EMPTY);
    }
    if (lines.size() > MOST_LINES) {
      return new Brought.Refused(Fault.TOO_MANY);
    }
    return new Brought.Kept(transaction.execute(status -> keep(school, by, lines)));
  }

  private UUID keep(SchoolCode school, String by, List<ListedNumber> lines) {
    UUID id = UUID.randomUUID();
    jdbc.sql("delete from clearance where school = :school and made_by = :by")
        .param("school", school.value())
        .param("by", by)
        .update();
    jdbc.sql(
            "insert into clearance (id, school, made_by, made_at)"
                + " values (:id, :school, :by, :at)")
        .param("id", id)
        .param("school", school.value())
        .param("by", by)
        .param("at", column(clock.instant()))
        .update();
    batches.batchUpdate(
        "insert into clearance_line (clearance, line, number, problem, other_line)"
            + " values (:id, :line, :number, :problem, :other)",
        lines.stream()
            .map(
                line -> {
                  ListedNumber.Problem problem = line.problem();
                  return new MapSqlParameterSource("id", id)
                      .addValue("line", line.line())
                      .addValue("number", line.number())
                      .addValue("problem", problem == null ? null : problem.name())
                      .addValue("other", line.other());
                })
            .toArray(MapSqlParameterSource[]::new));
    return id;
  }

  /** What holds now of the readers in a list; empty if it is gone or not this librarian's. */
  public Optional<Clearance> find(SchoolCode school, String by, UUID id) {
    return jdbc.sql(
            "select made_at from clearance where id = :id and school = :school and made_by = :by"
                + " and made_at > :old")
        .param("id", id)
        .param("school", school.value())
        .param("by", by)
        .param("old", column(clock.instant().minus(LIFE)))
        .query(OffsetDateTime.class)
        .optional()
        .map(any -> new Clearance(id, leavers.of(school, lines(id))));
  }

  private List<ListedNumber> lines(UUID id) {
    return jdbc.sql(
            "select line, number, problem, other_line from clearance_line where clearance = :id"
                + " order by line")
        .param("id", id)
        .query(
            (row, index) -> {
              String problem = row.getString("problem");
              return new ListedNumber(
                  row.getInt("line"),
                  row.getString("number"),
                  problem == null ? null : ListedNumber.Problem.valueOf(problem),
                  row.getObject("other_line", Integer.class));
            })
        .list();
  }

  /** Lists are people's data: they do not stay. Every node may do this. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
  @Transactional
  void dropForgotten() {
    jdbc.sql("delete from clearance where made_at <= :old")
        .param("old", column(clock.instant().minus(LIFE)))
        .update();
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
