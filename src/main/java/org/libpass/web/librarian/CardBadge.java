package org.libpass.web.librarian;

import org.libpass.card.CardState;
import org.springframework.stereotype.Component;

/** How a card's state looks, beside its words. */
@Component("cardBadge")
class CardBadge {

  /** The colour: {@code good}, {@code wait}, {@code plain} or {@code bad}. */
  public String tone(CardState state) {
    return switch (state) {
      case ISSUED, PRINTED, IN_USE -> "good";
      case REFERRED -> "wait";
      case REFUSED, REVOKED -> "bad";
      case RETURNED, CANCELLED, EXPIRED, WITHDRAWN -> "plain";
    };
  }

  /** The name of the icon. */
  public String icon(CardState state) {
    return switch (state) {
      case REFERRED -> "hourglass";
      case ISSUED -> "card";
      case PRINTED -> "printer";
      case IN_USE -> "book";
      case RETURNED -> "check";
      case EXPIRED -> "clock";
      case REFUSED, REVOKED -> "ban";
      case CANCELLED, WITHDRAWN -> "minus";
    };
  }
}
