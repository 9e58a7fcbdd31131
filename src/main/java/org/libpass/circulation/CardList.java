package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A home school's cards and applications as its librarians list and export them, with their
 * readers' names: each list is one query.
 */
@Service
public class CardList {

  /** PostgreSQL reads a result in parts of so many rows, and only within a transaction. */
  private static final int FETCHED_AT_ONCE = 500;

  private static final String SELECT =
      "select c.id, c.number, c.state, c.applied_at, c.valid_until, r.name, r.number as reader_number,"
          + " (select count(*) from loan l where l.card = c.id) as lent,"
          + " (select count(*) from loan l where l.card = c.id and l.still_out = true) as items_out,"
          + " (select min(l.return_by) from loan l where l.card = c.id and l.still_out = true)"
          + " as return_by,"
          + " (select min(w.failing_since) from slot_watch w where w.card = c.id) as failing_since"
          + " from card c left join reader r on r.id = c.reader_id where ";

  private final NamedParameterJdbcTemplate jdbc;
  private final TaipeiClock clock;

  CardList(DataSource database, TaipeiClock clock) {
    JdbcTemplate inParts = new JdbcTemplate(database);
    inParts.setFetchSize(FETCHED_AT_ONCE);
    this.jdbc = new NamedParameterJdbcTemplate(inParts);
    this.clock = clock;
  }

  /** By which column they stand. */
  public enum Order {
    APPLIED("c.applied_at"),
    NUMBER("c.number"),
    READER("r.name"),
    STATE("c.state"),
    VALID_UNTIL("c.valid_until"),
    OUT("items_out"),
    RETURN_BY("return_by");

    private final String column;

    Order(String column) {
      this.column = column;
    }
  }

  /**
   * What is looked for; all of it must fit.
   *
   * @param text a part of the card's number, its reader's name, or an item's title or barcode, in
   *     any case; empty for all
   * @param state null for all
   * @param lender a school that has lent on it, null for all
   * @param from the first day on which it was applied for, null for no first
   * @param to the last such day, null for no last
   * @param overdue only those with an item out after its return-by date
   * @param silent only those of which a lending school's system could not be asked
   */
  public record Wanted(
      String text,
      @Nullable CardState state,
      @Nullable SchoolCode lender,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean overdue,
      boolean silent,
      Order order,
      boolean descending) {}

  /**
   * One card or application.
   *
   * @param number null when it was never issued
   * @param reader the name; null when the reader is not kept any more
   * @param readerNumber null as {@code reader}
   * @param validUntil null when it was never issued
   * @param lent items lent on it over its life
   * @param out items of those that are out
   * @param returnBy the earliest day by which one of these has to be back, null when none is out
   * @param failingSince since when a lending school's system could not be asked, null when all
   *     answered
   */
  public record Row(
      UUID id,
      @Nullable CardNumber number,
      CardState state,
      Instant appliedAt,
      @Nullable LocalDate validUntil,
      @Nullable String reader,
      @Nullable String readerNumber,
      int lent,
      int out,
      @Nullable LocalDate returnBy,
      @Nullable Instant failingSince) {

    public boolean isOverdue(LocalDate today) {
      return returnBy != null && today.isAfter(returnBy);
    }
  }

  /** How many fit. */
  public int count(SchoolCode school, Wanted wanted) {
    Search search = Search.of(school, wanted, clock.today());
    Integer count =
        jdbc.queryForObject(
            "select count(*) from card c left join reader r on r.id = c.reader_id where "
                + search.conditions(),
            search.values(),
            Integer.class);
    return count == null ? 0 : count;
  }

  /**
   * A part of the list; its order is the same at every call, as long as nothing changes.
   *
   * @param skipped how many to leave out, 0 or more
   * @param most how many at most
   */
  public List<Row> find(SchoolCode school, Wanted wanted, int skipped, int most) {
    Search search = Search.of(school, wanted, clock.today());
    MapSqlParameterSource values =
        search.values().addValue("skipped", skipped).addValue("most", most);
    String part = " offset :skipped rows fetch next :most rows only";
    return jdbc.query(SELECT + search.conditions() + order(wanted) + part, values, CardList::row);
  }

  /** Hands out all that fit, one after the other; never holds more than a few of them. */
  @Transactional(readOnly = true)
  public void forEach(SchoolCode school, Wanted wanted, Consumer<Row> each) {
    Search search = Search.of(school, wanted, clock.today());
    jdbc.query(
        SELECT + search.conditions() + order(wanted),
        search.values(),
        row -> {
          each.accept(row(row, 0));
        });
  }

  private static String order(Wanted wanted) {
    String direction = wanted.descending() ? " desc" : "";
    return " order by "
        + wanted.order().column
        + direction
        + " nulls last, c.applied_at desc, c.id";
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    String number = row.getString("number");
    return new Row(
        row.getObject("id", UUID.class),
        number == null ? null : new CardNumber(number),
        CardState.valueOf(row.getString("state")),
        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", LocalDate.class),
        row.getString("name"),
        row.getString("reader_number"),
        row.getInt("lent"),
        row.getInt("items_out"),
        row.getObject("return_by", LocalDate.class),
        Watches.moment(row, "failing_since"));
  }

  /** What the database is asked: conditions on {@code c} and {@code r}, and their values. */
  private record Search(String conditions, MapSqlParameterSource values) {

    static Search of(SchoolCode school, Wanted wanted, LocalDate today) {
      StringBuilder sql = new StringBuilder("c.school = :school");
      MapSqlParameterSource values = new MapSqlParameterSource("school", school.value());
      if (!wanted.text().isBlank()) {
        sql.append(
            " and (position(:text in lower(c.number)) > 0 or position(:text in lower(r.name)) > 0"
                + " or exists (select 1 from loan l where l.card = c.id"
                + " and (position(:text in lower(coalesce(l.title, ''))) > 0"
                + " or position(:text in lower(l.barcode)) > 0)))");
        values.addValue("text", wanted.text().strip().toLowerCase(Locale.ROOT));
      }
      if (wanted.state() != null) {
        sql.append(" and c.state = :state");
        values.addValue("state", wanted.state().name());
      }
      if (wanted.lender() != null) {
        sql.append(
            " and exists (select 1 from loan l where l.card = c.id and l.lending_school = :lender)");
        values.addValue("lender", wanted.lender().value());
      }
      if (wanted.from() != null) {
        sql.append(" and c.applied_at >= :from");
        values.addValue("from", startOf(wanted.from()));
      }
      if (wanted.to() != null) {
        sql.append(" and c.applied_at < :to");
        values.addValue("to", startOf(wanted.to().plusDays(1)));
      }
      if (wanted.overdue()) {
        sql.append(
            " and exists (select 1 from loan l where l.card = c.id and l.still_out = true"
                + " and l.return_by < :today)");
        values.addValue("today", today);
      }
      if (wanted.silent()) {
        sql.append(
            " and exists (select 1 from slot_watch w where w.card = c.id"
                + " and w.failing_since is not null)");
      }
      return new Search(sql.toString(), values);
    }

    private static OffsetDateTime startOf(LocalDate day) {
      return day.atStartOfDay(TaipeiClock.ZONE).toOffsetDateTime();
    }
  }
}
