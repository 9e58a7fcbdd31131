package org.libpass.web.reader;

import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.web.security.ReaderPrincipal;
import org.springframework.stereotype.Component;

/** A reader's own cards; another reader's are answered like those that don't exist. */
@Component
class OwnCards {

  private final Cards cards;

  OwnCards(Cards cards) {
    this.cards = cards;
  }

  /**
   * The reader's card of that number.
   *
   * @throws NoSuchCardException if the reader has none
   */
  Card numbered(ReaderPrincipal me, String number) {
    return CardNumber.parse(number)
        .flatMap(cards::find)
        .filter(card -> card.reader().equals(me.id()))
        .orElseThrow(NoSuchCardException::new);
  }

  /**
   * The reader's application or card of that id.
   *
   * @throws NoSuchCardException if the reader has none
   */
  Card of(ReaderPrincipal me, UUID id) {
    return cards.ofReader(me.id()).stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow(NoSuchCardException::new);
  }

  /** The card, or the application under review, that the reader holds now. */
  Optional<Card> held(UUID reader) {
    return cards.ofReader(reader).stream()
        .filter(card -> card.isOpen() || card.state() == CardState.REFERRED)
        .findFirst();
  }

  /** The page of a card, or of an application that did not become one. */
  static String page(Card card) {
    return card.wasIssued() ? "/me/cards/" + card.number() : "/me/applications/" + card.id();
  }
}
