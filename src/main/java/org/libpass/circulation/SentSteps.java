package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.school.SchoolCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a desk has sent, or is about to send, to its library system. A row is written before the
 * request goes out and taken away with its outcome, so that nothing is sent twice and nothing that
 * was sent is forgotten, whatever happens in between.
 */
@Component
class SentSteps {

  /** Longer than any request can be under way. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(30);

  private static final String SELECT =
      "select id, card, lender, barcode, title, item_type, lends, done_by, sent_at, due_date,"
          + " return_by from desk_step ";

  private final JdbcClient jdbc;

  SentSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One step.
   *
   * @param lends lending, or taking back
   * @param by the librarian's account
   * @param at when it was about to be sent
   * @param due what policy says for an item that is lent, null for one that is taken back
   */
  record Sent(
      UUID id,
      UUID card,
      SchoolCode lender,
      Loan.Item item,
      boolean lends,
      String by,
      Instant at,
      Loan.@Nullable Due due) {

    String barcode() {
      return item.barcode();
    }

    boolean isLending(Card onto) {
      return lends && card.equals(onto.id());
    }

    /** Whether a question asked at that time was asked after the step had reached the system. */
    boolean isSettledBy(Instant asked) {
      return asked.isAfter(at.plus(UNDER_WAY));
    }
  }

  /**
   * @throws DuplicateKeyException if a step with the item is under way already
   */
  void begin(Sent step) {
    Loan.Due due = step.due();
    jdbc.sql(
            "insert into desk_step (id, card, lender, barcode, title, item_type, lends, done_by,"
                + " sent_at, due_date, return_by) values (:id, :card, :lender, :barcode, :title,"
                + " :type, :lends, :by, :at, :due, :returnBy)")
        .param("id", step.id())
        .param("card", step.card())
        .param("lender", step.lender().value())
        .param("barcode", step.barcode())
        .param("title", step.item().title())
        .param("type", step.item().type())
        .param("lends", step.lends())
        .param("by", step.by())
        .param("at", Watches.column(step.at()))
        .param("due", due == null ? null : due.dueDate())
        .param("returnBy", due == null ? null : due.returnBy())
        .update();
  }

  /** The outcome is known. */
  void over(Sent step) {
    jdbc.sql("delete from desk_step where id = :id").param("id", step.id()).update();
  }

  /** The card's slot is let go: nothing is found out about its steps any more. */
  void forget(UUID card) {
    jdbc.sql("delete from desk_step where card = :card").param("card", card).update();
  }

  Optional<Sent> find(SchoolCode lender, String barcode) {
    return jdbc.sql(SELECT + "where lender = :lender and barcode = :barcode")
        .param("lender", lender.value())
        .param("barcode", barcode)
        .query(SentSteps::step)
        .optional();
  }

  /** The steps on a card at a lender whose outcome is not known. */
  List<Sent> of(Card card, SchoolCode lender) {
    return jdbc.sql(SELECT + "where card = :card and lender = :lender")
        .param("card", card.id())
        .param("lender", lender.value())
        .query(SentSteps::step)
        .list();
  }

  /** How many items are about to be lent on a card, anywhere. */
  int lendingOn(UUID card) {
    return jdbc.sql("select count(*) from desk_step where card = :card and lends = true")
        .param("card", card)
        .query(Integer.class)
        .single();
  }

  /** The cards with steps at a lender whose outcome is not known. */
  List<UUID> cardsAt(SchoolCode lender) {
    return jdbc.sql("select distinct card from desk_step where lender = :lender")
        .param("lender", lender.value())
        .query(UUID.class)
        .list();
  }

  private static Sent step(ResultSet row, int index) throws SQLException {
    LocalDate dueDate = row.getObject("due_date", LocalDate.class);
    LocalDate returnBy = row.getObject("return_by", LocalDate.class);
    return new Sent(
        row.getObject("id", UUID.class),
        row.getObject("card", UUID.class),
        new SchoolCode(row.getString("lender")),
        new Loan.Item(row.getString("barcode"), row.getString("title"), row.getString("item_type")),
        row.getBoolean("lends"),
        row.getString("done_by"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        dueDate == null || returnBy == null ? null : new Loan.Due(dueDate, returnBy));
  }
}
