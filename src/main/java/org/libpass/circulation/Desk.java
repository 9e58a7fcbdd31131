package org.libpass.circulation;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Decisions;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.ReturnBy;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderFacts;
import org.libpass.reader.Readers;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lending desk of a school. Every answer is one that a person can be told in a sentence. */
@Service
public class Desk {

  /** What kept decisions call their subject when it is a card at a desk. */
  public static final String SUBJECT = "lending";

  private final Cards cards;
  private final Readers readers;
  private final Policies policies;
  private final Decisions decisions;
  private final Schools schools;
  private final OpenDays openDays;
  private final TaipeiClock clock;

  Desk(
      Cards cards,
      Readers readers,
      Policies policies,
      Decisions decisions,
      Schools schools,
      OpenDays openDays,
      TaipeiClock clock) {
    this.cards = cards;
    this.readers = readers;
    this.policies = policies;
    this.decisions = decisions;
    this.schools = schools;
    this.openDays = openDays;
    this.clock = clock;
  }

  /**
   * What the desk shows of a card in hand.
   *
   * @param decision what this school's policy says of lending on it now, the item not known yet
   * @param undoable whether the last step was made here today and may be undone
   */
  public record CardInHand(Card card, Reader reader, Decision decision, boolean undoable) {}

  /** A librarian scans or types a card; empty when there is no such card. */
  @Transactional(readOnly = true)
  public Optional<CardInHand> look(SchoolCode desk, CardNumber number) {
    return cards.find(number).map(card -> inHand(desk, card));
  }

  private CardInHand inHand(SchoolCode desk, Card card) {
    Reader reader = readers.get(card.reader());
    Decision decision = policies.decide(desk, new Lending(), person(reader), paper(card, desk));
    boolean undoable = card.lastStepAt(desk, clock.today()).isPresent();
    return new CardInHand(card, reader, decision, undoable);
  }

  /** The answer to an item that is to be lent. */
  public sealed interface Lent {

    /** The item is on the card. */
    record Done(Card card, Loan loan) implements Lent {}

    /** The lending school's policy says no, for each of these reasons. */
    record Refused(List<Reason> reasons) implements Lent {}

    /** The policy leaves it to the librarian at the desk: ask again with their word. */
    record AskLibrarian(List<Reason> reasons) implements Lent {}

    /** The card can't lend: it is closed, or lends no more. */
    record CardCannotLend(CardState state) implements Lent {}

    /** The item is out on this card already. */
    record OnThisCard() implements Lent {}

    /** The item is out on another card of whoever. */
    record OnAnotherCard() implements Lent {}

    /** The card is of this very school: its readers borrow with their own account. */
    record OwnReader() implements Lent {}

    /** This school does not take part now. */
    record SchoolPaused() implements Lent {}
  }

  /**
   * Lends an item of this school on a card.
   *
   * @param by the librarian's account
   * @param librarianAgrees whether the librarian was asked before and says yes
   * @throws NoSuchElementException if there is no such card
   */
  @Transactional
  public Lent lend(
      SchoolCode desk, UUID cardId, Loan.Item item, String by, boolean librarianAgrees) {
    Card card = cards.lock(cardId);
    if (card.school().equals(desk)) {
      return new Lent.OwnReader();
    }
    if (!schools.get(desk).takesPart() || !schools.get(card.school()).takesPart()) {
      return new Lent.SchoolPaused();
    }
    if (card.itemOut(desk, item.barcode()).isPresent()) {
      return new Lent.OnThisCard();
    }
    if (cards.withItemOut(desk, item.barcode()).isPresent()) {
      return new Lent.OnAnotherCard();
    }
    if (!card.isOpen()) {
      return new Lent.CardCannotLend(card.state());
    }
    return ask(desk, card, item, by, librarianAgrees);
  }

  private Lent ask(SchoolCode desk, Card card, Loan.Item item, String by, boolean librarianAgrees) {
    var person = person(readers.get(card.reader()));
    var paper = paper(card, desk);
    var thing = new org.libpass.policy.facts.Item(item.type());
    Decision decision = policies.decide(desk, new Lending(), person, paper, thing);
    var answer = new LibrarianAtDesk(by, librarianAgrees);
    decisions.keep(desk, SUBJECT, card.id(), new Lending(), decision, person, paper, thing, answer);
    if (decision instanceof Decision.Refused) {
      return new Lent.Refused(decision.reasons());
    }
    if (decision instanceof Decision.Referred && !librarianAgrees) {
      return new Lent.AskLibrarian(decision.reasons());
    }
    if (!card.canLend(clock.today())) {
      return new Lent.CardCannotLend(card.state());
    }
    Loan.Due due = due(desk, decision.limits().loanDays());
    return new Lent.Done(card, cards.lend(card, item, desk, due, by));
  }

  /**
   * Kept with a decision: who stood at the desk, and whether they were asked before and said yes.
   *
   * @param account the librarian's account
   */
  record LibrarianAtDesk(String account, boolean agrees) {}

  /** The due date, and the day by which the policy wants the item back. */
  private Loan.Due due(SchoolCode desk, int loanDays) {
    LocalDate dueDate = clock.today().plusDays(loanDays);
    boolean closed = !openDays.isOpen(desk, dueDate);
    boolean moves =
        policies.decide(desk, new ReturnBy(), new DueDate(closed)).limits().moveToNextOpenDay();
    return new Loan.Due(dueDate, moves ? openDays.nextOpenDay(desk, dueDate) : dueDate);
  }

  /** The answer to an item that is brought back. */
  public sealed interface TakenBack {

    /** The item is back. */
    record Done(Card card, Loan loan) implements TakenBack {}

    /** The item is not out from this school, but from that one, and must go back there. */
    record BelongsTo(SchoolCode lender) implements TakenBack {}

    /** No card has such an item out. */
    record NotOut() implements TakenBack {}
  }

  /**
   * Takes back an item of this school, on whichever card it is out.
   *
   * @param by the librarian's account
   */
  @Transactional
  public TakenBack takeBack(SchoolCode desk, String barcode, String by) {
    Optional<UUID> found = cards.withItemOut(desk, barcode);
    if (found.isEmpty()) {
      return cards.lendersOf(barcode).stream()
          .findFirst()
          .<TakenBack>map(TakenBack.BelongsTo::new)
          .orElseGet(TakenBack.NotOut::new);
    }
    Card card = cards.lock(found.get());
    if (card.itemOut(desk, barcode).isEmpty()) {
      return new TakenBack.NotOut();
    }
    return new TakenBack.Done(card, cards.takeBack(card, desk, barcode, by));
  }

  /**
   * Undoes this desk's last step on a card.
   *
   * @param by the librarian's account
   */
  @Transactional
  public Cards.Undone undo(SchoolCode desk, UUID card, String by) {
    SchoolCode home = cards.get(card).school();
    var limits = policies.limits(home, new Application());
    return cards.undo(card, desk, by, limits.openCardsPerReader(), limits.openCardsPerSchool());
  }

  private org.libpass.policy.facts.Reader person(Reader reader) {
    return ReaderFacts.of(reader, cards.figures(reader.id()), clock.today());
  }

  private org.libpass.policy.facts.Card paper(Card card, SchoolCode desk) {
    int out = card.loansOut().size();
    int here = (int) card.loansOut().stream().filter(loan -> loan.school().equals(desk)).count();
    boolean over = card.wasIssued() && clock.today().isAfter(card.validUntil());
    return new org.libpass.policy.facts.Card(
        card.isPrinted(), card.loans().size(), out, here, over, card.itemsLeft());
  }
}
