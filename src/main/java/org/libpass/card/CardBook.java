package org.libpass.card;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.CardFigures;
import org.springframework.stereotype.Component;

/**
 * Stores cards: each change goes to our tables, to the slot and to the process, in one transaction.
 */
@Component
class CardBook {

  private final CardRepository cards;
  private final Slots slots;
  private final CardProcess process;
  private final FineRepository fines;

  CardBook(CardRepository cards, Slots slots, CardProcess process, FineRepository fines) {
    this.cards = cards;
    this.slots = slots;
    this.process = process;
    this.fines = fines;
  }

  /** A new card or application. */
  void begin(Card card) {
    cards.save(card);
    process.begun(card);
  }

  /** A card after a change by a person; the process follows. */
  void keep(Card card, boolean wasOpen) {
    store(card, wasOpen);
    process.changed(card);
  }

  /** A card after a change that the process itself asked for, and will follow by itself. */
  void store(Card card, boolean wasOpen) {
    cards.save(card);
    if (wasOpen && !card.isOpen()) {
      slots.settle(card.id());
    } else if (!wasOpen && card.isOpen()) {
      slots.holdAgain(card.id());
    }
  }

  Card lock(UUID id) {
    return cards.findWithLockById(id).orElseThrow();
  }

  /**
   * What a policy wants to know of a reader's cards.
   *
   * @param butFor an application that is being decided and doesn't count, null for none
   */
  CardFigures figures(UUID reader, LocalDate today, @Nullable UUID butFor) {
    List<Card> all =
        cards.findByReaderIdOrderByAppliedAtDesc(reader).stream()
            .filter(card -> !card.id().equals(butFor))
            .toList();
    int open = count(all, card -> card.isOpen() || card.state() == CardState.REFERRED);
    int overdue =
        (int)
            all.stream()
                .flatMap(card -> card.loans().stream())
                .filter(loan -> loan.isOverdue(today))
                .count();
    int revoked = count(all, card -> card.state() == CardState.REVOKED && card.hasLoansOut());
    return new CardFigures(open, overdue, revoked, fines.owedBy(reader).size());
  }

  private static int count(List<Card> cards, Predicate<Card> which) {
    return (int) cards.stream().filter(which).count();
  }
}
