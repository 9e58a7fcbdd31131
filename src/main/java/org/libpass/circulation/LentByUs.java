package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardNumber;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Masking;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * A lending school's own loans on cards, as its librarians may see them: the card has left the
 * desk, so its reader's name is masked before it leaves this class.
 */
@Service
public class LentByUs {

  /** How many days ahead a loan is due soon. */
  public static final int SOON_DAYS = 3;

  /** For how many days a loan that ended is shown. */
  public static final int ENDED_DAYS = 30;

  private static final String FROM =
      " from loan l join card c on c.id = l.card join reader r on r.id = c.reader_id"
          + " left join slot_watch w on w.card = c.id and w.lender = l.lending_school"
          + " where l.lending_school = :school";

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  LentByUs(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Which of the loans; all but {@link #ENDED} are out. */
  public enum Which {
    OUT("l.still_out = true"),
    /** To be back within {@link #SOON_DAYS} days, today not among them. */
    DUE_SOON("l.still_out = true and l.return_by > :today and l.return_by <= :soon"),
    DUE_TODAY("l.still_out = true and l.return_by = :today"),
    OVERDUE("l.still_out = true and l.return_by < :today"),
    /** Ended within {@link #ENDED_DAYS} days. */
    ENDED("l.returned_at >= :since");

    private final String condition;

    Which(String condition) {
      this.condition = condition;
    }
  }

  /** By which column they stand. */
  public enum Order {
    RETURN_BY("l.return_by"),
    LENT("l.lent_at"),
    ENDED("l.returned_at"),
    TITLE("coalesce(l.title, l.barcode)"),
    HOME("c.school"),
    CARD("c.number");

    private final String column;

    Order(String column) {
      this.column = column;
    }
  }

  /**
   * What is looked for.
   *
   * @param text a part of the title, the barcode or the card number, in any case; empty for all
   * @param home whose readers, null for all
   */
  public record Wanted(
      Which which, String text, @Nullable SchoolCode home, Order order, boolean descending) {}

  /**
   * One loan.
   *
   * @param reader the masked name
   * @param title null when not known
   * @param endedAt null while it is out
   * @param settledAs how it ended without the item's return, null for all others
   * @param answeredAt when this school's library system last answered about the card, null when it
   *     did not or is not asked
   * @param failingSince since when it could not be asked, null when its last answer was good
   */
  public record Row(
      CardNumber card,
      SchoolCode home,
      String reader,
      String barcode,
      @Nullable String title,
      Instant lentAt,
      LocalDate dueDate,
      LocalDate returnBy,
      @Nullable Instant endedAt,
      Loan.@Nullable As settledAs,
      @Nullable Instant answeredAt,
      @Nullable Instant failingSince) {

    public boolean isOut() {
      return endedAt == null;
    }

    /** What a page calls the item: its title, or else its barcode. */
    public String label() {
      return title == null || title.isBlank() ? barcode : title;
    }

    /** For how many days it should have been back; 0 when it is not out or not late. */
    public long daysOverdue(LocalDate today) {
      return isOut() && today.isAfter(returnBy) ? today.toEpochDay() - returnBy.toEpochDay() : 0;
    }
  }

  /** How many loans there are of each kind, as far as they fit the rest of what is looked for. */
  public Map<Which, Integer> counts(SchoolCode school, Wanted wanted) {
    String counted =
        Arrays.stream(Which.values())
            .map(which -> "count(case when " + which.condition + " then 1 end)")
            .collect(Collectors.joining(", "));
    return bound(
            "select " + counted + FROM + " and (l.still_out = true or l.returned_at >= :since)",
            wanted,
            "")
        .param("school", school.value())
        .query(
            (row, index) -> {
              Map<Which, Integer> counts = new EnumMap<>(Which.class);
              for (Which which : Which.values()) {
                counts.put(which, row.getInt(which.ordinal() + 1));
              }
              return counts;
            })
        .single();
  }

  /**
   * A part of the list; its order is the same at every call, as long as nothing changes.
   *
   * @param skipped how many to leave out, 0 or more
   * @param most how many at most
   */
  public List<Row> find(SchoolCode school, Wanted wanted, int skipped, int most) {
    String order = wanted.order().column + (wanted.descending() ? " desc" : "");
    return bound(
            "select c.number, c.school, r.name, l.barcode, l.title, l.lent_at, l.due_date,"
                + " l.return_by, l.returned_at, l.settled_as, w.answered_at, w.failing_since"
                + FROM
                + " and "
                + wanted.which().condition,
            wanted,
            " order by "
                + order
                + ", l.lent_at, c.number, l.barcode"
                + " offset :skipped rows fetch next :most rows only")
        .param("school", school.value())
        .param("skipped", skipped)
        .param("most", most)
        .query(LentByUs::row)
        .list();
  }

  private StatementSpec bound(String select, Wanted wanted, String order) {
    StringBuilder sql = new StringBuilder(select);
    if (wanted.home() != null) {
      sql.append(" and c.school = :home");
    }
    if (!wanted.text().isEmpty()) {
      sql.append(
          " and (position(:text in lower(coalesce(l.title, ''))) > 0"
              + " or position(:text in lower(l.barcode)) > 0"
              + " or position(:text in lower(c.number)) > 0)");
    }
    LocalDate today = clock.today();
    return jdbc.sql(sql + order)
        .param("today", today)
        .param("soon", today.plusDays(SOON_DAYS))
        .param("since", Watches.column(clock.instant().minus(Duration.ofDays(ENDED_DAYS))))
        .param("home", wanted.home() == null ? null : wanted.home().value())
        .param("text", wanted.text().toLowerCase(Locale.ROOT));
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    String settled = row.getString("settled_as");
    return new Row(
        new CardNumber(row.getString("number")),
        new SchoolCode(row.getString("school")),
        Masking.name(row.getString("name")),
        row.getString("barcode"),
        row.getString("title"),
        moment(row, "lent_at"),
        row.getObject("due_date", LocalDate.class),
        row.getObject("return_by", LocalDate.class),
        Watches.moment(row, "returned_at"),
        settled == null ? null : Loan.As.valueOf(settled),
        Watches.moment(row, "answered_at"),
        Watches.moment(row, "failing_since"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
