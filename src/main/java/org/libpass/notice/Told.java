package org.libpass.notice;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What readers were told of, so that they are told once. */
@Component
class Told {

  private final JdbcClient jdbc;

  Told(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a mail of the morning is about. */
  enum Kind {
    /** A return-by date that comes. */
    DUE,
    /** A return-by date that is over. */
    OVERDUE,
    /** A card whose last day is tomorrow. */
    CARD_ENDS
  }

  /**
   * What is told once.
   *
   * @param lender and {@code barcode}: the loan; both empty where it is about the card itself
   * @param day of the schedule
   */
  record Once(UUID card, String lender, String barcode, Kind kind, LocalDate day) {}

  /**
   * Writes down, in the caller's transaction, that this is told.
   *
   * @return false when it was told before
   * @throws org.springframework.dao.DuplicateKeyException if another node tells it at this moment
   */
  boolean mark(Once once) {
    return jdbc.sql(
                "insert into notice (card, lender, barcode, kind, on_day)"
                    + " select :card, :lender, :barcode, :kind, :day where not exists"
                    + " (select 1 from notice where card = :card and lender = :lender"
                    + " and barcode = :barcode and kind = :kind and on_day = :day)")
            .param("card", once.card())
            .param("lender", once.lender())
            .param("barcode", once.barcode())
            .param("kind", once.kind().name())
            .param("day", once.day())
            .update()
        == 1;
  }

  /** Whether all of that day's mails are written. */
  boolean isOver(LocalDate day) {
    return jdbc.sql("select count(*) from notice_round where on_day = :day")
            .param("day", day)
            .query(Long.class)
            .single()
        > 0;
  }

  void over(LocalDate day) {
    jdbc.sql(
            "insert into notice_round (on_day) select :day"
                + " where not exists (select 1 from notice_round where on_day = :day)")
        .param("day", day)
        .update();
  }

  /** Days so long ago that no schedule comes back to them. */
  void forget(LocalDate before) {
    jdbc.sql("delete from notice where on_day < :before").param("before", before).update();
    jdbc.sql("delete from notice_round where on_day < :before").param("before", before).update();
  }
}
