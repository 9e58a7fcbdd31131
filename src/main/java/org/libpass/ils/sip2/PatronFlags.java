package org.libpass.ils.sip2;

import java.util.EnumSet;
import java.util.Set;

/** What a patron may not do, and why: the fourteen characters of 24 and 64 from 2 on. */
record PatronFlags(Set<Flag> set) {

  /** In the order of the protocol. Y is denied or exceeded, a blank is fine. */
  enum Flag {
    CHARGE_DENIED,
    RENEWAL_DENIED,
    RECALL_DENIED,
    HOLD_DENIED,
    CARD_LOST,
    TOO_MANY_CHARGED,
    TOO_MANY_OVERDUE,
    TOO_MANY_RENEWALS,
    TOO_MANY_CLAIMS_RETURNED,
    TOO_MANY_LOST,
    EXCESSIVE_FINES,
    EXCESSIVE_FEES,
    RECALL_OVERDUE,
    TOO_MANY_BILLED
  }

  static PatronFlags of(Message message) throws Sip2Exception {
    Set<Flag> set = EnumSet.noneOf(Flag.class);
    for (Flag flag : Flag.values()) {
      if (message.oneOf(2 + flag.ordinal(), "Y", " N")) {
        set.add(flag);
      }
    }
    return new PatronFlags(set);
  }

  boolean has(Flag flag) {
    return set.contains(flag);
  }
}
