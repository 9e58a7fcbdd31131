package org.libpass.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of fines. */
@Component
class FineRepository {

  private static final String SELECT =
      "select id, reader, card, lender, item, amount, note, recorded_at, recorded_by, lifted_at,"
          + " lifted_by, lifted_note from card_fine ";

  private final JdbcClient jdbc;

  FineRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Fine fine) {
    jdbc.sql(
            "insert into card_fine"
                + " (id, reader, card, lender, item, amount, note, recorded_at, recorded_by)"
                + " values (:id, :reader, :card, :lender, :item, :amount, :note, :at, :by)")
        .param("id", fine.id())
        .param("reader", fine.reader())
        .param("card", fine.card())
        .param("lender", fine.lender().value())
        .param("item", fine.item())
        .param("amount", fine.amount())
        .param("note", fine.note())
        .param("at", column(fine.recorded().at()))
        .param("by", fine.recorded().by())
        .update();
  }

  /**
   * Ends a fine.
   *
   * @return false when it had ended before
   */
  boolean lift(UUID id, Fine.Lifting lifting) {
    return jdbc.sql(
                "update card_fine set lifted_at = :at, lifted_by = :by, lifted_note = :note"
                    + " where id = :id and lifted_at is null")
            .param("at", column(lifting.step().at()))
            .param("by", lifting.step().by())
            .param("note", lifting.note())
            .param("id", id)
            .update()
        == 1;
  }

  Optional<Fine> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(FineRepository::fine)
        .optional();
  }

  /** All of a card, in the order in which they were recorded. */
  List<Fine> of(UUID card) {
    return jdbc.sql(SELECT + "where card = :card order by recorded_at, id")
        .param("card", card)
        .query(FineRepository::fine)
        .list();
  }

  /** What a reader owes, in the order in which it was recorded. */
  List<Fine> owedBy(UUID reader) {
    return jdbc.sql(
            SELECT + "where reader = :reader and lifted_at is null order by recorded_at, id")
        .param("reader", reader)
        .query(FineRepository::fine)
        .list();
  }

  private static Fine fine(ResultSet row, int index) throws SQLException {
    return new Fine(
        row.getObject("id", UUID.class),
        row.getObject("reader", UUID.class),
        row.getObject("card", UUID.class),
        new SchoolCode(row.getString("lender")),
        row.getString("item"),
        row.getInt("amount"),
        row.getString("note"),
        new Fine.Step(moment(row, "recorded_at"), row.getString("recorded_by")),
        lifting(row));
  }

  private static Fine.@Nullable Lifting lifting(ResultSet row) throws SQLException {
    return row.getObject("lifted_at") == null
        ? null
        : new Fine.Lifting(
            new Fine.Step(moment(row, "lifted_at"), row.getString("lifted_by")),
            row.getString("lifted_note"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
