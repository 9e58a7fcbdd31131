package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of each slot's account at each lending school, a row for both. */
@Component
class Watches {

  private static final String SELECT =
      "select card, lender, asked_at, answered_at, charged, items_asked_at, quiet, failing_since,"
          + " released_at from slot_watch ";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  Watches(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Sees to it that each of these cards has a row at the lender; some may have one already. */
  void begin(SchoolCode lender, Collection<UUID> cards) {
    batches.batchUpdate(
        "insert into slot_watch (card, lender, quiet) select :card, :lender, false where not exists"
            + " (select 1 from slot_watch where card = :card and lender = :lender)",
        cards.stream().map(card -> key(card, lender)).toArray(MapSqlParameterSource[]::new));
  }

  List<Watch> at(SchoolCode lender) {
    return jdbc.sql(SELECT + "where lender = :lender")
        .param("lender", lender.value())
        .query(Watches::watch)
        .list();
  }

  /** All of a card, by lender. */
  List<Watch> of(UUID card) {
    return jdbc.sql(SELECT + "where card = :card order by lender")
        .param("card", card)
        .query(Watches::watch)
        .list();
  }

  /** Those of these cards, not none, that could not be asked at last. */
  List<Watch> failing(Collection<UUID> cards) {
    return jdbc.sql(SELECT + "where card in (:cards) and failing_since is not null")
        .param("cards", cards)
        .query(Watches::watch)
        .list();
  }

  Optional<Watch> find(UUID card, SchoolCode lender) {
    return jdbc.sql(SELECT + "where card = :card and lender = :lender")
        .param("card", card)
        .param("lender", lender.value())
        .query(Watches::watch)
        .optional();
  }

  /**
   * A good answer; one that is older than what is known changes nothing.
   *
   * @param card of which it tells
   * @param at when it was asked
   * @param charged how many items are on the account
   * @param quiet whether nothing keeps the slot from being let go
   */
  record Answer(UUID card, Instant at, int charged, boolean quiet) {}

  void answered(SchoolCode lender, Collection<Answer> answers) {
    batches.batchUpdate(
        "update slot_watch set asked_at = :at, answered_at = :at, charged = :charged,"
            + " quiet = :quiet, failing_since = null where card = :card and lender = :lender"
            + " and (answered_at is null or answered_at <= :at)",
        answers.stream()
            .map(
                answer ->
                    key(answer.card(), lender)
                        .addValue("at", column(answer.at()))
                        .addValue("charged", answer.charged())
                        .addValue("quiet", answer.quiet()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** The items on an account were asked about one by one. */
  void itemsAsked(UUID card, SchoolCode lender, Instant at) {
    set("items_asked_at", card, lender, at);
  }

  /** These could not be asked. */
  void failed(SchoolCode lender, Collection<UUID> cards, Instant at) {
    batches.batchUpdate(
        "update slot_watch set asked_at = :at, failing_since = coalesce(failing_since, :at)"
            + " where card = :card and lender = :lender",
        cards.stream()
            .map(card -> key(card, lender).addValue("at", column(at)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** A librarian lets the slot go without the lender's answer. */
  void release(UUID card, SchoolCode lender, Instant at) {
    set("released_at", card, lender, at);
  }

  private void set(String column, UUID card, SchoolCode lender, Instant at) {
    jdbc.sql("update slot_watch set " + column + " = :at where card = :card and lender = :lender")
        .param("at", column(at))
        .param("card", card)
        .param("lender", lender.value())
        .update();
  }

  /** Nothing more is asked about the card's slot. */
  void end(UUID card) {
    jdbc.sql("delete from slot_watch where card = :card").param("card", card).update();
  }

  private static MapSqlParameterSource key(UUID card, SchoolCode lender) {
    return new MapSqlParameterSource("card", card).addValue("lender", lender.value());
  }

  private static Watch watch(ResultSet row, int index) throws SQLException {
    return new Watch(
        row.getObject("card", UUID.class),
        new SchoolCode(row.getString("lender")),
        moment(row, "asked_at"),
        moment(row, "answered_at"),
        row.getInt("charged"),
        moment(row, "items_asked_at"),
        row.getBoolean("quiet"),
        moment(row, "failing_since"),
        moment(row, "released_at"));
  }

  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
