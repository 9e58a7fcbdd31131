package org.libpass.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardCode;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.facts.Application;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The lending desk of a school. Every answer is one that a person can be told in a sentence. */
@Service
public class Desk {

  /** What kept decisions call their subject when it is a card at a desk. */
  public static final String SUBJECT = "lending";

  private final Cards cards;
  private final Readers readers;
  private final Policies policies;
  private final Admission admission;
  private final SystemDesk system;
  private final SystemUndo systemUndo;
  private final Disagreements disagreements;
  private final Lenders lenders;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  Desk(
      Cards cards,
      Readers readers,
      Policies policies,
      Admission admission,
      SystemDesk system,
      SystemUndo systemUndo,
      Disagreements disagreements,
      Lenders lenders,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.cards = cards;
    this.readers = readers;
    this.policies = policies;
    this.admission = admission;
    this.system = system;
    this.systemUndo = systemUndo;
    this.disagreements = disagreements;
    this.lenders = lenders;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Who stands at the desk, and what they say; kept with the decision.
   *
   * @param account the librarian's account
   * @param agrees whether policy has left the item to them and they say yes
   * @param byHand whether they say that it is to be done without their library's system, which is
   *     away
   */
  public record Librarian(String account, boolean agrees, boolean byHand) {

    /** A librarian who has said nothing yet. */
    public static Librarian of(String account) {
      return new Librarian(account, false, false);
    }

    /** The same, who does it by hand. */
    public Librarian withoutSystem() {
      return new Librarian(account, agrees, true);
    }
  }

  /**
   * What the desk shows of a card in hand.
   *
   * @param fit whether what was shown is the card as it is now; a replaced one is not taken, and a
   *     number alone only with an identity that was checked
   * @param decision what this school's policy says of lending on it now, the item not known yet
   * @param undoable whether the last step was made here today and may be undone
   * @param connected whether the desk lends and takes back through its library's system
   */
  public record CardInHand(
      Card card,
      Card.Fit fit,
      Reader reader,
      Decision decision,
      boolean undoable,
      boolean connected) {}

  /** A librarian scans or types a card; empty when there is no such card. */
  @Transactional(readOnly = true)
  public Optional<CardInHand> look(SchoolCode desk, CardCode shown) {
    return cards.find(shown.number()).map(card -> inHand(desk, card, card.fit(shown.generation())));
  }

  private CardInHand inHand(SchoolCode desk, Card card, Card.Fit fit) {
    Reader reader = readers.get(card.reader());
    Decision decision = admission.preview(desk, card, reader);
    boolean undoable = card.lastStepAt(desk, clock.today()).isPresent();
    return new CardInHand(card, fit, reader, decision, undoable, lenders.isConnected(desk));
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

    /** The reader has lost what was shown here: the card has new codes. */
    record CardReplaced() implements Lent {}

    /** This school does not take part now. */
    record SchoolPaused() implements Lent {}

    /**
     * The school's library system refuses.
     *
     * @param screenMessage what it says, null when it says nothing
     */
    record SystemRefused(@Nullable String screenMessage) implements Lent {}

    /** The school's library system can't be reached; nothing was sent. It may be done by hand. */
    record SystemAway() implements Lent {}

    /** The request got no answer, and then the library system said that the item is not lent. */
    record NotLent() implements Lent {}

    /** The request got no answer: lent or not, which is found out by itself. */
    record Unknown() implements Lent {}
  }

  /**
   * Lends an item on the card that was shown, whose holder's identity the librarian has checked.
   *
   * @throws NoSuchElementException if there is no such card
   */
  @Transactional(propagation = Propagation.NEVER)
  public Lent lend(SchoolCode desk, CardCode shown, Loan.Item item, Librarian by) {
    Card card = cards.find(shown.number()).orElseThrow();
    return card.fit(shown.generation()) == Card.Fit.REPLACED
        ? new Lent.CardReplaced()
        : lend(desk, card.id(), item, by);
  }

  /**
   * Lends an item of this school on a card: through its library's system if it has a connection,
   * else by hand.
   *
   * @throws NoSuchElementException if there is no such card
   */
  @Transactional(propagation = Propagation.NEVER)
  public Lent lend(SchoolCode desk, UUID cardId, Loan.Item item, Librarian by) {
    return lend(desk, cardId, item, by, clock.instant());
  }

  /**
   * The same of an item that has left the desk before: policy is asked about that day, and the due
   * date counts from it, unless the library's system says another.
   *
   * @param at now or earlier
   */
  @Transactional(propagation = Propagation.NEVER)
  Lent lend(SchoolCode desk, UUID cardId, Loan.Item item, Librarian by, Instant at) {
    if (lenders.isConnected(desk) && !by.byHand()) {
      return system.lend(desk, cardId, item, by, TaipeiClock.dateOf(at));
    }
    return transaction.execute(status -> lendByHand(desk, cardId, item, by, at));
  }

  private Lent lendByHand(SchoolCode desk, UUID cardId, Loan.Item item, Librarian by, Instant at) {
    LocalDate day = TaipeiClock.dateOf(at);
    Admission.Answer answer = admission.ask(desk, cardId, item, by, day);
    if (answer instanceof Admission.Answer.Admitted admitted) {
      Card card = admitted.card();
      return new Lent.Done(card, cards.lend(card, item, desk, admitted.due(), byHand(by, at)));
    }
    return ((Admission.Answer.Refused) answer).why();
  }

  private static Loan.Step byHand(Librarian by, Instant at) {
    return new Loan.Step(Loan.Via.HAND, by.account(), at);
  }

  /** The answer to an item that is brought back. */
  public sealed interface TakenBack {

    /** The item is back. */
    record Done(Card card, Loan loan) implements TakenBack {}

    /**
     * The item is not out from this school, but from others, and must go back there.
     *
     * @param lenders who has lent an item of that barcode which is still out, at least one: a
     *     barcode may be used by several schools
     */
    record BelongsTo(List<SchoolCode> lenders) implements TakenBack {

      public BelongsTo {
        lenders = List.copyOf(lenders);
      }
    }

    /** No card has such an item out. */
    record NotOut() implements TakenBack {}

    /**
     * The school's library system refuses.
     *
     * @param screenMessage what it says, null when it says nothing
     */
    record SystemRefused(@Nullable String screenMessage) implements TakenBack {}

    /** The school's library system can't be reached; nothing was sent. It may be done by hand. */
    record SystemAway() implements TakenBack {}

    /** The request got no answer, and then the library system said that the item is still out. */
    record NotTakenBack() implements TakenBack {}

    /** The request got no answer: back or not, which is found out by itself. */
    record Unknown() implements TakenBack {}
  }

  /**
   * Takes back an item of this school, on whichever card it is out: through its library's system,
   * if that has it charged, else by hand.
   */
  @Transactional(propagation = Propagation.NEVER)
  public TakenBack takeBack(SchoolCode desk, String barcode, Librarian by) {
    return takeBack(desk, barcode, by, clock.instant());
  }

  /**
   * The same of an item that has come back before.
   *
   * @param at now or earlier; a library's system takes it back now
   */
  @Transactional(propagation = Propagation.NEVER)
  TakenBack takeBack(SchoolCode desk, String barcode, Librarian by, Instant at) {
    Optional<UUID> found = cards.withItemOut(desk, barcode);
    if (found.isEmpty()) {
      List<SchoolCode> lenders = cards.lendersOf(barcode);
      return lenders.isEmpty() ? new TakenBack.NotOut() : new TakenBack.BelongsTo(lenders);
    }
    boolean charged =
        cards.get(found.get()).itemOut(desk, barcode).filter(Loan::inSystem).isPresent();
    if (charged && lenders.isConnected(desk) && !by.byHand()) {
      return system.takeBack(desk, found.get(), barcode, by);
    }
    return transaction.execute(status -> takeBackByHand(desk, found.get(), barcode, by, at));
  }

  private TakenBack takeBackByHand(
      SchoolCode desk, UUID cardId, String barcode, Librarian by, Instant at) {
    Card card = cards.lock(cardId);
    if (card.itemOut(desk, barcode).isEmpty()) {
      return new TakenBack.NotOut();
    }
    Loan back = cards.takeBack(card, desk, barcode, byHand(by, at));
    disagreements.over(cardId, desk, barcode);
    return new TakenBack.Done(card, back);
  }

  /** The answer to an undo. */
  public sealed interface Undo {

    /** What the card says: done, or why not. */
    record Answered(Cards.Undone answer) implements Undo {}

    /**
     * The school's library system refuses the opposite message.
     *
     * @param screenMessage what it says, null when it says nothing
     */
    record SystemRefused(@Nullable String screenMessage) implements Undo {}

    /** The school's library system can't be reached; nothing is undone. */
    record SystemAway() implements Undo {}

    /** The opposite message got no answer: what has become of it is found out by itself. */
    record Unknown() implements Undo {}
  }

  /**
   * Undoes this desk's last step on a card; what was done through the library's system is undone
   * there by the opposite message first.
   *
   * @param by the librarian's account
   */
  @Transactional(propagation = Propagation.NEVER)
  public Undo undo(SchoolCode desk, UUID cardId, String by) {
    Card card = cards.get(cardId);
    var limits = policies.limits(card.school(), new Application());
    var limit = new Cards.OpenCardLimit(limits.openCardsPerReader(), limits.openCardsPerSchool());
    Cards.Undone may = cards.mayUndo(card, desk, limit);
    if (may != Cards.Undone.DONE) {
      return new Undo.Answered(may);
    }
    Loan last = card.lastStepAt(desk, clock.today()).orElseThrow();
    if (last.lastVia() == Loan.Via.SYSTEM && lenders.isConnected(desk)) {
      Optional<Undo> obstacle = systemUndo.undo(card, last);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    return new Undo.Answered(cards.undo(cardId, desk, by, limit));
  }
}
