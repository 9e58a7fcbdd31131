package org.libpass.circulation;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which slots were let go although a lender had not answered. Until that lender has shown the
 * account empty once, whatever is on it may be the former card's.
 */
@Component
class SlotDebts {

  private final JdbcClient jdbc;

  SlotDebts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The slot of a card is let go without the lender's answer. */
  void owe(Card card, SchoolCode lender) {
    paid(card, lender);
    jdbc.sql(
            "insert into slot_debt (school, slot, lender, former_card)"
                + " values (:school, :slot, :lender, :card)")
        .param("school", card.school().value())
        .param("slot", card.slot())
        .param("lender", lender.value())
        .param("card", card.id())
        .update();
  }

  /** The lender has shown the account of the card's slot empty. */
  void paid(Card card, SchoolCode lender) {
    jdbc.sql("delete from slot_debt where school = :school and slot = :slot and lender = :lender")
        .param("school", card.school().value())
        .param("slot", card.slot())
        .param("lender", lender.value())
        .update();
  }

  /** The accounts of which a lender has not told yet. */
  Set<String> accountsAt(SchoolCode lender) {
    return Set.copyOf(
        jdbc.sql("select school, slot from slot_debt where lender = :lender")
            .param("lender", lender.value())
            .query((row, index) -> row.getString("school") + "-" + row.getInt("slot"))
            .list());
  }

  /** The card that had the slot before and of which the lender has not told yet. */
  Optional<UUID> formerCard(Card card, SchoolCode lender) {
    return jdbc.sql(
            "select former_card from slot_debt where school = :school and slot = :slot"
                + " and lender = :lender and former_card <> :card")
        .param("school", card.school().value())
        .param("slot", card.slot())
        .param("lender", lender.value())
        .param("card", card.id())
        .query(UUID.class)
        .optional();
  }
}
