package org.libpass.web;

import org.libpass.card.CardState;
import org.springframework.stereotype.Component;

/** The colour and the icon of a card's state; its words are the message {@code card.state.…}. */
@Component("cardStates")
public class CardStates {

  /** {@code good}, {@code wait}, {@code plain} or {@code bad}. */
  public String tone(CardState state) {
    return switch (state) {
      case ISSUED, PRINTED, IN_USE -> "good";
      case REFERRED -> "wait";
      case RETURNED, CANCELLED, WITHDRAWN, EXPIRED -> "plain";
      case REFUSED, REVOKED -> "bad";
    };
  }

  /** The name of an icon. */
  public String icon(CardState state) {
    return switch (state) {
      case ISSUED -> "card";
      case PRINTED -> "printer";
      case IN_USE -> "book";
      case REFERRED -> "clock";
      case RETURNED -> "check";
      case CANCELLED, WITHDRAWN -> "minus";
      case EXPIRED -> "hourglass";
      case REFUSED -> "stop";
      case REVOKED -> "ban";
    };
  }
}
