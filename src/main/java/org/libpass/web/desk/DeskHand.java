package org.libpass.web.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardCode;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.web.ReasonTexts;

/**
 * What the desk's page shows of a card in hand.
 *
 * @param code what the next step says of the card: the number alone, where only that was shown
 * @param name the reader's, in full
 * @param school the reader's home school by name
 * @param identity the home school's word for it, null when it does not tell
 * @param slotAccount what partners' own systems lend to
 * @param lending whether this school lends on it
 * @param here loans of this school that are out
 * @param elsewhere how many are out at other schools
 * @param undoable whether the last step was made here today and may be undone
 * @param connected whether the desk lends and takes back through its library's system
 */
record DeskHand(
    CardCode code,
    String name,
    String school,
    @Nullable String identity,
    CardState state,
    String slotAccount,
    LocalDate validUntil,
    Lending lending,
    List<Loan> here,
    int elsewhere,
    boolean undoable,
    boolean connected) {

  DeskHand {
    here = List.copyOf(here);
  }

  /**
   * Whether and what this school lends on the card.
   *
   * @param cannot why the card lends nothing here, null when it does
   * @param refused whether this school's policy says no
   * @param objections what the policy says against it, or leaves to the librarian
   * @param left items that may still be lent here and now
   * @param itemsLeft items that may still be lent anywhere
   * @param loanDays for how many days an item is lent
   */
  record Lending(
      @Nullable String cannot,
      boolean refused,
      List<ReasonTexts.Sentence> objections,
      int left,
      int itemsLeft,
      int loanDays) {

    Lending {
      objections = List.copyOf(objections);
    }
  }

  /** Whether it lends here once the person has been looked at. */
  public boolean mayLend() {
    return lending.cannot() == null && !lending.refused();
  }
}
