package org.libpass.web.librarian;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** A home school's cards by state and number. */
@Component
class CardSearch {

  private final Cards cards;
  private final Readers readers;

  CardSearch(Cards cards, Readers readers) {
    this.cards = cards;
    this.readers = readers;
  }

  /** One card with its reader's name. */
  record Row(Card card, String reader) {}

  /**
   * The school's newest cards that fit, and any card of it whose whole number is given.
   *
   * @param state null for all
   * @param number a part of the number, in any case; empty for all
   */
  List<Row> find(SchoolCode school, Optional<CardState> state, String number) {
    Optional<Card> exactly =
        CardNumber.parse(number).flatMap(cards::find).filter(card -> card.school().equals(school));
    List<Card> found =
        exactly.map(List::of).orElseGet(() -> cards.ofSchool(school)).stream()
            .filter(card -> state.map(card.state()::equals).orElse(true))
            .filter(card -> has(card, number.strip().toUpperCase(Locale.ROOT)))
            .toList();
    return found.stream().map(card -> new Row(card, readers.get(card.reader()).name())).toList();
  }

  private static boolean has(Card card, String part) {
    return part.isEmpty() || (card.wasIssued() && card.number().value().contains(part));
  }
}
