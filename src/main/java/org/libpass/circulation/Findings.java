package org.libpass.circulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Disagreement.Kind;
import org.libpass.circulation.Disagreements.Case;
import org.libpass.ils.ItemWhereabouts;
import org.libpass.ils.ItemWhereabouts.Place;
import org.libpass.ils.SlotCharges;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws from a lender's good answer what follows for the card: a loan, a return, a disagreement, or
 * nothing. Nothing is guessed: what an answer does not say for sure changes no loan.
 */
@Component
class Findings {

  private final Cards cards;
  private final Disagreements disagreements;
  private final Observations observations;
  private final SentSteps sent;
  private final SlotDebts debts;
  private final Watches watches;
  private final ReturnDates dates;

  Findings(
      Cards cards,
      Disagreements disagreements,
      Observations observations,
      SentSteps sent,
      SlotDebts debts,
      Watches watches,
      ReturnDates dates) {
    this.cards = cards;
    this.disagreements = disagreements;
    this.observations = observations;
    this.sent = sent;
    this.debts = debts;
    this.watches = watches;
    this.dates = dates;
  }

  /**
   * A good answer about a slot's account.
   *
   * @param items where the items are that were asked about one by one
   */
  record Answer(SchoolCode lender, SlotCharges charges, Map<String, ItemWhereabouts> items) {

    Instant at() {
      return charges.askedAt();
    }

    /** Whether the slot may be let go as far as this answer goes. */
    boolean isQuiet() {
      return charges.whole()
          && charges.barcodes().isEmpty()
          && charges.finesOwed() != null
          && charges.finesOwed().signum() == 0;
    }

    @Nullable ItemWhereabouts item(String barcode) {
      return items.get(barcode);
    }

    Place place(String barcode) {
      ItemWhereabouts known = item(barcode);
      return known == null ? Place.UNCLEAR : known.place();
    }
  }

  /** Keeps an answer about the account of the slot of {@code cardId}, if that card still has it. */
  @Transactional
  public void keep(UUID cardId, Answer answer) {
    Card card = cards.lock(cardId);
    if (!cards.hasItsSlot(cardId) || isOld(card, answer)) {
      return;
    }
    List<Card> holders = new ArrayList<>(List.of(card));
    for (UUID former : cards.ofSlotWithItemsOut(card, answer.lender())) {
      if (!former.equals(cardId)) {
        holders.add(cards.lock(former));
      }
    }
    answer.charges().barcodes().forEach(barcode -> charged(holders, barcode, answer));
    if (answer.charges().whole()) {
      holders.forEach(holder -> uncharged(holder, answer));
      if (answer.charges().barcodes().isEmpty()) {
        debts.paid(card, answer.lender());
      }
    }
    watches.answered(
        answer.lender(),
        List.of(
            new Watches.Answer(
                cardId, answer.at(), answer.charges().barcodes().size(), answer.isQuiet())));
    if (!answer.items().isEmpty()) {
      watches.itemsAsked(cardId, answer.lender(), answer.at());
    }
  }

  private boolean isOld(Card card, Answer answer) {
    return watches
        .find(card.id(), answer.lender())
        .map(Watch::answeredAt)
        .filter(known -> known.isAfter(answer.at()))
        .isPresent();
  }

  private void charged(List<Card> holders, String barcode, Answer answer) {
    for (Card holder : holders) {
      Optional<Loan> loan = holder.itemOut(answer.lender(), barcode);
      if (loan.isPresent()) {
        stillOut(holder, loan.get(), answer);
        return;
      }
    }
    appeared(holders.get(0), barcode, answer);
  }

  private void stillOut(Card card, Loan loan, Answer answer) {
    disagreements.shown(card.id(), answer.lender(), loan.barcode());
    if (!loan.inSystem()) {
      observe(card, answer, loan.barcode(), Observation.Kind.CHARGED);
      cards.foundInSystem(card, answer.lender(), loan.barcode());
    }
    ItemWhereabouts item = answer.item(loan.barcode());
    if (item == null || item.dueDate() == null || item.dueDate().equals(loan.dueDate())) {
      return;
    }
    if (loan.inSystem() && item.dueDate().isAfter(loan.dueDate())) {
      disagreements.open(
          card.id(),
          answer.lender(),
          new Case(
              Kind.RENEWED, loan.barcode(), loan.title(), null, loan.dueDate(), item.dueDate()));
    }
    observe(card, answer, loan.barcode(), Observation.Kind.CHARGED);
    cards.changeDue(
        card, answer.lender(), loan.barcode(), dates.saidOrUsual(answer.lender(), item.dueDate()));
  }

  /** An item is on the account that is out on none of the slot's cards. */
  private void appeared(Card card, String barcode, Answer answer) {
    SchoolCode lender = answer.lender();
    if (disagreements.isOverlooked(card.id(), lender, barcode)
        || cameBackSince(card, barcode, answer)
        || wasSettled(card, barcode, lender)) {
      return;
    }
    Optional<UUID> elsewhere = cards.withItemOut(lender, barcode);
    if (elsewhere.isPresent()) {
      disagree(card, barcode, answer, Kind.ON_ANOTHER_CARD, elsewhere.get());
      return;
    }
    Optional<SentSteps.Sent> desk = sent.find(lender, barcode).filter(it -> it.isLending(card));
    if (desk.isPresent()) {
      observe(card, answer, barcode, Observation.Kind.CHARGED);
      lent(card, barcode, answer, new Loan.Step(Loan.Via.SYSTEM, desk.get().by(), answer.at()));
      sent.over(desk.get());
      return;
    }
    if (returnedByHand(card, barcode, lender)) {
      disagree(card, barcode, answer, Kind.STILL_CHARGED, null);
      return;
    }
    Optional<UUID> former = debts.formerCard(card, lender);
    if (former.isPresent()) {
      disagree(card, barcode, answer, Kind.WHOSE, former.get());
      return;
    }
    boolean beyond = !card.canLend(TaipeiClock.dateOf(answer.at()));
    observe(card, answer, barcode, Observation.Kind.CHARGED);
    Loan loan = lent(card, barcode, answer, Loan.Step.seen(answer.at()));
    if (beyond) {
      disagreements.open(card.id(), lender, Case.of(Kind.BEYOND, loan));
    }
  }

  /** A desk took the item back after the question was asked: the answer is older than that. */
  private static boolean cameBackSince(Card card, String barcode, Answer answer) {
    return card.loans().stream()
        .filter(loan -> loan.school().equals(answer.lender()) && loan.barcode().equals(barcode))
        .map(Loan::returnedAt)
        .anyMatch(back -> back != null && !back.isBefore(answer.at()));
  }

  /**
   * The school has ended the loan, of this card or of the one that had the slot before, as lost or
   * paid: that its system still has it charged is no news. Once it was gone from there, it would
   * be.
   */
  private boolean wasSettled(Card card, String barcode, SchoolCode lender) {
    return Stream.concat(
            Stream.of(card), debts.formerCard(card, lender).flatMap(cards::find).stream())
        .flatMap(holder -> holder.loans().stream())
        .anyMatch(
            loan ->
                loan.isSettled()
                    && loan.inSystem()
                    && loan.school().equals(lender)
                    && loan.barcode().equals(barcode));
  }

  private static boolean returnedByHand(Card card, String barcode, SchoolCode lender) {
    return card.loans().stream()
        .anyMatch(
            loan ->
                !loan.isOut()
                    && loan.inSystem()
                    && loan.school().equals(lender)
                    && loan.barcode().equals(barcode));
  }

  private Loan lent(Card card, String barcode, Answer answer, Loan.Step step) {
    ItemWhereabouts item = answer.item(barcode);
    return cards.record(
        card,
        new Loan.Item(barcode, item == null ? null : item.title(), null),
        answer.lender(),
        dates.saidOrUsual(answer.lender(), item == null ? null : item.dueDate()),
        step);
  }

  private void disagree(Card card, String barcode, Answer answer, Kind kind, @Nullable UUID other) {
    if (!disagreements.isOpen(card.id(), answer.lender(), barcode, kind)) {
      observe(card, answer, barcode, Observation.Kind.CHARGED);
    }
    ItemWhereabouts item = answer.item(barcode);
    disagreements.open(
        card.id(),
        answer.lender(),
        new Case(
            kind,
            barcode,
            item == null ? null : item.title(),
            other,
            null,
            item == null ? null : item.dueDate()));
  }

  /** The list is whole: what is not in it is not charged. */
  private void uncharged(Card card, Answer answer) {
    List<String> named = answer.charges().barcodes();
    disagreements.onlyShown(card, answer.lender(), named);
    for (SentSteps.Sent step : sent.of(card, answer.lender())) {
      if (step.isSettledBy(answer.at())) {
        sent.over(step);
      }
    }
    for (Loan loan : card.loans()) {
      if (!loan.school().equals(answer.lender()) || named.contains(loan.barcode())) {
        continue;
      }
      if (!loan.isOut() && loan.inSystem()) {
        observe(card, answer, loan.barcode(), Observation.Kind.GONE);
        cards.goneFromSystem(card, answer.lender(), loan.barcode());
      } else if (loan.isOut() && loan.lentAt().isBefore(answer.at())) {
        gone(card, loan, answer);
      }
    }
  }

  private void gone(Card card, Loan loan, Answer answer) {
    SchoolCode lender = answer.lender();
    if (!loan.inSystem()) {
      if (!disagreements.wasSettled(card.id(), lender, Kind.UNKNOWN_THERE, loan)) {
        disagreements.open(card.id(), lender, Case.of(Kind.UNKNOWN_THERE, loan));
      }
      return;
    }
    boolean goneBefore =
        observations
            .lastSeen(card.id(), lender, loan.barcode())
            .filter(last -> last.kind() == Observation.Kind.GONE)
            .isPresent();
    if (!goneBefore) {
      observe(card, answer, loan.barcode(), Observation.Kind.GONE);
    }
    Place place = answer.place(loan.barcode());
    boolean vetoed =
        place == Place.NOWHERE
            || disagreements.isOpen(card.id(), lender, loan.barcode(), Kind.NOWHERE)
            || disagreements.wasSettled(card.id(), lender, Kind.NOWHERE, loan)
                && place != Place.IN_THE_LIBRARY;
    if (place == Place.IN_THE_LIBRARY || !vetoed && goneBefore) {
      observe(card, answer, loan.barcode(), observed(place));
      cards.takeBack(card, lender, loan.barcode(), Loan.Step.seen(answer.at()));
      disagreements.over(card.id(), lender, loan.barcode());
    } else if (place == Place.NOWHERE
        && !disagreements.wasSettled(card.id(), lender, Kind.NOWHERE, loan)) {
      observe(card, answer, loan.barcode(), Observation.Kind.NOWHERE);
      disagreements.open(card.id(), lender, Case.of(Kind.NOWHERE, loan));
    }
  }

  private static Observation.Kind observed(Place place) {
    return switch (place) {
      case IN_THE_LIBRARY -> Observation.Kind.IN_THE_LIBRARY;
      case NOWHERE -> Observation.Kind.NOWHERE;
      case CHARGED, UNCLEAR -> Observation.Kind.UNCLEAR;
    };
  }

  private void observe(Card card, Answer answer, String barcode, Observation.Kind kind) {
    ItemWhereabouts item = answer.item(barcode);
    observations.keep(
        new Observation(
            card.id(),
            answer.lender(),
            barcode,
            kind,
            answer.at(),
            item == null ? null : item.dueDate()));
  }
}
