package org.libpass.ils.standin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinItem;

/** What a library has against lending; rules of its own, which are none of the alliance's. */
final class LoanRules {

  private static final int MOST_ITEMS = 10;

  private LoanRules() {}

  /**
   * What is against charging the item, or null for nothing.
   *
   * @param renew whether an item that the patron has already may be charged anew
   */
  static @Nullable Screen objection(
      Account account, StandinItem item, boolean renew, LocalDate today) {
    Patron patron = account.patron();
    if (patron.blocked()) {
      return Screen.BLOCKED;
    }
    if (patron.expired(today)) {
      return Screen.EXPIRED;
    }
    if (item.holder() != null && !item.holder().equals(patron.number())) {
      return Screen.CHARGED_TO_ANOTHER;
    }
    if (item.holder() != null && !renew) {
      return Screen.CHARGED_ALREADY;
    }
    if (item.heldFor() != null && !item.heldFor().equals(patron.number())) {
      return Screen.HELD;
    }
    return switch (item.status()) {
      case CHARGED -> null;
      case AVAILABLE, TO_BE_SHELVED, ON_HOLD_SHELF, IN_TRANSIT ->
          account.charged().size() >= MOST_ITEMS ? Screen.TOO_MANY : null;
      case IN_PROCESS, RECALLED, CLAIMED_RETURNED, LOST, MISSING -> Screen.NOT_FOR_LOAN;
    };
  }
}
