package org.libpass.circulation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.Librarian;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Decisions;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderFacts;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether a desk may lend an item on a card, with the lending school's decision kept. */
@Component
class Admission {

  private final Cards cards;
  private final SentSteps sent;
  private final Readers readers;
  private final Policies policies;
  private final Decisions decisions;
  private final Schools schools;
  private final ReturnDates dates;
  private final TaipeiClock clock;

  Admission(
      Cards cards,
      SentSteps sent,
      Readers readers,
      Policies policies,
      Decisions decisions,
      Schools schools,
      ReturnDates dates,
      TaipeiClock clock) {
    this.cards = cards;
    this.sent = sent;
    this.readers = readers;
    this.policies = policies;
    this.decisions = decisions;
    this.schools = schools;
    this.dates = dates;
    this.clock = clock;
  }

  /** Yes, until these dates; or no. */
  sealed interface Answer {

    /** The item may be lent on the locked card. */
    record Admitted(Card card, Loan.Due due) implements Answer {}

    /** It may not. */
    record Refused(Lent why) implements Answer {}
  }

  /** What the lending school's policy says of lending on a card, the item not known yet. */
  Decision preview(SchoolCode desk, Card card, Reader reader) {
    LocalDate today = clock.today();
    return policies.decide(desk, new Lending(), person(reader, today), paper(card, desk, today));
  }

  /**
   * Asks in the caller's transaction and locks the card.
   *
   * @param day on which the item leaves the desk: today, or an earlier one on which it left
   * @throws java.util.NoSuchElementException if there is no such card
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Answer ask(SchoolCode desk, UUID cardId, Loan.Item item, Librarian by, LocalDate day) {
    Card card = cards.lock(cardId);
    Optional<Lent> obstacle = obstacle(desk, card, item, day);
    return obstacle
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> askPolicy(desk, card, item, by, day));
  }

  private Optional<Lent> obstacle(SchoolCode desk, Card card, Loan.Item item, LocalDate day) {
    if (card.school().equals(desk)) {
      return Optional.of(new Lent.OwnReader());
    }
    if (!schools.get(desk).takesPart() || !schools.get(card.school()).takesPart()) {
      return Optional.of(new Lent.SchoolPaused());
    }
    if (card.itemOut(desk, item.barcode()).isPresent()) {
      return Optional.of(new Lent.OnThisCard());
    }
    if (cards.withItemOut(desk, item.barcode()).isPresent()) {
      return Optional.of(new Lent.OnAnotherCard());
    }
    if (sent.find(desk, item.barcode()).isPresent()) {
      return Optional.of(new Lent.Unknown());
    }
    return card.isOpen() || card.couldLend(day, clock.today())
        ? Optional.empty()
        : Optional.of(new Lent.CardCannotLend(card.state()));
  }

  private Answer askPolicy(
      SchoolCode desk, Card card, Loan.Item item, Librarian by, LocalDate day) {
    var person = person(readers.get(card.reader()), day);
    var paper = paper(card, desk, day);
    var thing = new Item(item.type());
    Decision decision = policies.decide(desk, new Lending(), person, paper, thing);
    decisions.keep(
        desk, Desk.SUBJECT, card.id(), new Lending(), decision, person, paper, thing, by);
    if (decision instanceof Decision.Refused) {
      return new Answer.Refused(new Lent.Refused(decision.reasons()));
    }
    if (decision instanceof Decision.Referred && !by.agrees()) {
      return new Answer.Refused(new Lent.AskLibrarian(decision.reasons()));
    }
    if (!card.couldLend(day, clock.today()) || card.itemsLeft() <= sent.lendingOn(card.id())) {
      return new Answer.Refused(new Lent.CardCannotLend(card.state()));
    }
    return new Answer.Admitted(card, dates.after(desk, decision.limits().loanDays(), day));
  }

  private org.libpass.policy.facts.Reader person(Reader reader, LocalDate day) {
    return ReaderFacts.of(reader, cards.figures(reader.id()), day);
  }

  /** What is being lent through a library system this moment counts as lent. */
  private org.libpass.policy.facts.Card paper(Card card, SchoolCode desk, LocalDate day) {
    int underWay = sent.lendingOn(card.id());
    int out = card.loansOut().size();
    int here = (int) card.loansOut().stream().filter(loan -> loan.school().equals(desk)).count();
    boolean over = card.wasIssued() && day.isAfter(card.validUntil());
    return new org.libpass.policy.facts.Card(
        card.isPrinted(),
        card.loans().size() + underWay,
        out + underWay,
        here,
        over,
        Math.max(0, card.itemsLeft() - underWay));
  }
}
