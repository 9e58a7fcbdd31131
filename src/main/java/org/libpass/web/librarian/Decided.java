package org.libpass.web.librarian;

import org.libpass.process.Inbox;

/** Which tasks end with a librarian's yes or no. */
final class Decided {

  private Decided() {}

  /** Whether yes or no is what a task of the kind asks for. */
  static boolean byYesOrNo(Inbox.Kind kind) {
    return kind == Inbox.Kind.ACTIVATION || kind == Inbox.Kind.CARD_REVIEW;
  }
}
