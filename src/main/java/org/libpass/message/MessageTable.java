package org.libpass.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of messages; what was written is never changed. */
@Component
class MessageTable {

  private static final String SELECT =
      "select id, from_school, to_school, card, barcode, body, sent_by, sent_at, answers, done_at,"
          + " done_by from school_message ";

  private final JdbcClient jdbc;

  MessageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Message message) {
    jdbc.sql(
            "insert into school_message (id, from_school, to_school, card, barcode, body, sent_by,"
                + " sent_at, answers) values (:id, :from, :to, :card, :barcode, :body, :by, :at,"
                + " :answers)")
        .param("id", message.id())
        .param("from", message.from().value())
        .param("to", message.to().value())
        .param("card", message.card())
        .param("barcode", message.barcode())
        .param("body", message.text())
        .param("by", message.sentBy())
        .param("at", message.sentAt().atOffset(ZoneOffset.UTC))
        .param("answers", message.answers())
        .update();
  }

  /** Whether it waited until now: of two librarians one is told so. */
  boolean end(UUID id, String by, Instant now) {
    return jdbc.sql(
                "update school_message set done_at = :now, done_by = :by"
                    + " where id = :id and done_at is null")
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .param("id", id)
            .update()
        == 1;
  }

  Optional<Message> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(MessageTable::row).optional();
  }

  List<Message> of(UUID card, SchoolCode school) {
    return jdbc.sql(
            SELECT
                + "where card = :card and (from_school = :school or to_school = :school)"
                + " order by sent_at, id")
        .param("card", card)
        .param("school", school.value())
        .query(MessageTable::row)
        .list();
  }

  private static Message row(ResultSet row, int index) throws SQLException {
    OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
    return new Message(
        row.getObject("id", UUID.class),
        new SchoolCode(row.getString("from_school")),
        new SchoolCode(row.getString("to_school")),
        row.getObject("card", UUID.class),
        row.getString("barcode"),
        row.getString("body"),
        row.getString("sent_by"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        row.getObject("answers", UUID.class),
        done == null ? null : done.toInstant(),
        row.getString("done_by"));
  }
}
