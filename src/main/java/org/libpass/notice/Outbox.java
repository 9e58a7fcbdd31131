package org.libpass.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mails. */
@Component
class Outbox {

  private static final String SHOWN =
      "select id, recipient, subject, body, html, created_at, state, sent_at, attempts from mail";

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts a new mail in, in the caller's transaction, to be sent from now on. */
  void put(Letter letter, Letter.About about) {
    jdbc.sql(
            "insert into mail (id, message_id, reader, recipient, reply_to, subject, body, html,"
                + " language, created_at, next_try_at, attempts, state, about_kind, about)"
                + " values (:id, :messageId, :reader, :recipient, :replyTo, :subject, :body, :html,"
                + " :language, :now, :now, 0, 'WAITING', :aboutKind, :about)")
        .param("id", letter.id())
        .param("messageId", letter.messageId())
        .param("reader", about.reader())
        .param("recipient", letter.recipient())
        .param("replyTo", letter.replyTo())
        .param("subject", letter.content().subject())
        .param("body", letter.content().text())
        .param("html", letter.content().html())
        .param("language", letter.language().toLanguageTag())
        .param("now", column(letter.createdAt()))
        .param("aboutKind", about.kind())
        .param("about", about.id())
        .update();
  }

  boolean anyDue(Instant now) {
    return !due(now, 1).isEmpty();
  }

  /** Mails that are to be tried now, those that wait longest first. */
  List<Letter> due(Instant now, int max) {
    return jdbc.sql(
            "select id, message_id, recipient, reply_to, subject, body, html, language,"
                + " created_at, attempts from mail where state = 'WAITING' and next_try_at <= :now"
                + " order by next_try_at, created_at, id fetch first :max rows only")
        .param("now", column(now))
        .param("max", max)
        .query(
            (row, index) ->
                new Letter(
                    row.getObject("id", UUID.class),
                    row.getString("message_id"),
                    row.getString("recipient"),
                    row.getString("reply_to"),
                    new Letter.Content(
                        row.getString("subject"), row.getString("body"), row.getString("html")),
                    Locale.forLanguageTag(row.getString("language")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getInt("attempts")))
        .list();
  }

  /**
   * Counts an attempt before it is made, so that a sender that is killed in the middle neither
   * forgets it nor tries again at once.
   *
   * @return false when another sender has begun with it: leave it alone
   */
  boolean begin(Letter letter, Instant nextTry) {
    return jdbc.sql(
                "update mail set attempts = attempts + 1, next_try_at = :nextTry"
                    + " where id = :id and state = 'WAITING' and attempts = :attempts")
            .param("nextTry", column(nextTry))
            .param("id", letter.id())
            .param("attempts", letter.attempts())
            .update()
        == 1;
  }

  void sent(UUID id, Instant now) {
    jdbc.sql("update mail set state = 'SENT', sent_at = :now, last_error = null where id = :id")
        .param("now", column(now))
        .param("id", id)
        .update();
  }

  /**
   * @param error what went wrong, at most 300 characters
   */
  void failed(UUID id, Mail.State state, String error) {
    jdbc.sql("update mail set state = :state, last_error = :error where id = :id")
        .param("state", state.name())
        .param("error", error)
        .param("id", id)
        .update();
  }

  List<Mail> newest(int max) {
    return jdbc.sql(SHOWN + " order by created_at desc, id fetch first :max rows only")
        .param("max", max)
        .query((row, index) -> shown(row))
        .list();
  }

  List<Mailbox.Progress> progress(UUID reader, int max) {
    return jdbc.sql(
            "select created_at, state from mail where reader = :reader"
                + " order by created_at desc, id fetch first :max rows only")
        .param("reader", reader)
        .param("max", max)
        .query(
            (row, index) ->
                new Mailbox.Progress(
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    Mail.State.valueOf(row.getString("state"))))
        .list();
  }

  List<Mail> to(UUID reader, UUID about) {
    return jdbc.sql(SHOWN + " where reader = :reader and about = :about order by created_at, id")
        .param("reader", reader)
        .param("about", about)
        .query((row, index) -> shown(row))
        .list();
  }

  List<Mail> to(UUID reader, int max) {
    return jdbc.sql(
            SHOWN
                + " where reader = :reader order by created_at desc, id"
                + " fetch first :max rows only")
        .param("reader", reader)
        .param("max", max)
        .query((row, index) -> shown(row))
        .list();
  }

  Optional<Mail> find(UUID id) {
    return jdbc.sql(SHOWN + " where id = :id")
        .param("id", id)
        .query((row, index) -> shown(row))
        .optional();
  }

  private static Mail shown(ResultSet row) throws SQLException {
    return new Mail(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("html"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Mail.State.valueOf(row.getString("state")),
        moment(row.getObject("sent_at", OffsetDateTime.class)),
        row.getInt("attempts"));
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime column) {
    return column == null ? null : column.toInstant();
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
