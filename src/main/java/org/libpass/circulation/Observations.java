package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evidence, kept for good. */
@Component
class Observations {

  private static final String SELECT =
      "select card, lender, barcode, kind, observed_at, due_date from observation ";

  private final JdbcClient jdbc;

  Observations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(Observation seen) {
    jdbc.sql(
            "insert into observation (card, lender, barcode, kind, observed_at, due_date)"
                + " values (:card, :lender, :barcode, :kind, :at, :due)")
        .param("card", seen.card())
        .param("lender", seen.lender().value())
        .param("barcode", seen.barcode())
        .param("kind", seen.kind().name())
        .param("at", Watches.column(seen.at()))
        .param("due", seen.dueDate())
        .update();
  }

  /** All of a card, in the order in which they were made. */
  List<Observation> of(UUID card) {
    return jdbc.sql(SELECT + "where card = :card order by place")
        .param("card", card)
        .query(Observations::observation)
        .list();
  }

  /** The last time that an item was said to be charged to the card's account, or not. */
  Optional<Observation> lastSeen(UUID card, SchoolCode lender, String barcode) {
    return jdbc.sql(
            SELECT
                + "where card = :card and lender = :lender and barcode = :barcode"
                + " and kind in ('CHARGED', 'GONE', 'CHECKED_OUT', 'CHECKED_IN')"
                + " order by place desc fetch first 1 rows only")
        .param("card", card)
        .param("lender", lender.value())
        .param("barcode", barcode)
        .query(Observations::observation)
        .optional();
  }

  private static Observation observation(ResultSet row, int index) throws SQLException {
    return new Observation(
        row.getObject("card", UUID.class),
        new SchoolCode(row.getString("lender")),
        row.getString("barcode"),
        Observation.Kind.valueOf(row.getString("kind")),
        row.getObject("observed_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_date", LocalDate.class));
  }
}
