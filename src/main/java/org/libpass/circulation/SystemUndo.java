package org.libpass.circulation;

import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk.Undo;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotAccounts.Written;
import org.springframework.stereotype.Component;

/** Undoes in a library's system what a desk did through it, by the opposite message. */
@Component
class SystemUndo {

  private final SlotAccounts accounts;

  SystemUndo(SlotAccounts accounts) {
    this.accounts = accounts;
  }

  /** Why the last step can't be undone on the card either; empty when the system has undone it. */
  Optional<Undo> undo(Card card, Loan last) {
    try {
      Written written =
          last.isOut()
              ? accounts.checkIn(last.school(), last.barcode())
              : accounts.checkOut(last.school(), card.slotAccount(), last.barcode());
      if (written instanceof Written.Refused refused) {
        return Optional.of(new Undo.SystemRefused(refused.screenMessage()));
      }
      return written instanceof Written.Done ? Optional.empty() : Optional.of(new Undo.Unknown());
    } catch (IlsUnavailable neverSent) {
      return Optional.of(new Undo.SystemAway());
    }
  }
}
