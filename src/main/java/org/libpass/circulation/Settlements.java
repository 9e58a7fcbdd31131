package org.libpass.circulation;

import java.util.UUID;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.card.Loan.As;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends loans whose items don't come back. The card can end then; what the lender's system still has
 * charged to the slot's account keeps the slot as before, and makes no new loan.
 */
@Service
public class Settlements {

  private final Cards cards;
  private final Disagreements disagreements;
  private final AuditLog audit;
  private final TaipeiClock clock;

  Settlements(Cards cards, Disagreements disagreements, AuditLog audit, TaipeiClock clock) {
    this.cards = cards;
    this.disagreements = disagreements;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A loan that is to be ended.
   *
   * @param lender the school that lent it, whose librarian ends it
   */
  public record Which(UUID card, SchoolCode lender, String barcode) {}

  /**
   * Ends a loan for good; what was in disagreement about it ends with it.
   *
   * @param note why, in words, 1 to 500 characters; the reader and the home school see it
   * @param by the librarian's account
   * @return false when the item is not out on the card any more: nothing was done
   */
  @Transactional
  public boolean settle(Which loan, As as, String note, String by) {
    var how = new Loan.Settlement(as, by, clock.instant(), note);
    if (!cards.settle(loan.card(), loan.lender(), loan.barcode(), how)) {
      return false;
    }
    disagreements.over(loan.card(), loan.lender(), loan.barcode());
    audit.keep(
        loan.lender().value(),
        by,
        as == As.LOST ? "loan-settled-lost" : "loan-settled-paid",
        cards.get(loan.card()).number().value(),
        loan.barcode() + "; " + note);
    return true;
  }
}
