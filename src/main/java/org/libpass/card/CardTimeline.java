package org.libpass.card;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardEvent.Kind;
import org.libpass.school.SchoolCode;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what happens to cards, in the transaction in which it happens. */
@Component
class CardTimeline {

  private final JdbcClient jdbc;

  CardTimeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void note(CardEvent event) {
    jdbc.sql(
            "insert into card_event"
                + " (card, reader, kind, happened_at, school, item, done_by, note)"
                + " values (:card, :reader, :kind, :at, :school, :item, :by, :note)")
        .param("card", event.card())
        .param("reader", event.reader())
        .param("kind", event.kind().name())
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("school", event.school() == null ? null : event.school().value())
        .param("item", event.item())
        .param("by", event.by())
        .param("note", event.note())
        .update();
  }

  List<CardEvent> of(UUID card) {
    return jdbc.sql(
            "select card, reader, kind, happened_at, school, item, done_by, note"
                + " from card_event where card = :card order by place")
        .param("card", card)
        .query(
            (row, index) ->
                new CardEvent(
                    row.getObject("card", UUID.class),
                    row.getObject("reader", UUID.class),
                    Kind.valueOf(row.getString("kind")),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    school(row.getString("school")),
                    row.getString("item"),
                    row.getString("done_by"),
                    row.getString("note")))
        .list();
  }

  private static @Nullable SchoolCode school(@Nullable String code) {
    return code == null ? null : new SchoolCode(code);
  }
}
