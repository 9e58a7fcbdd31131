package org.libpass.card;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.CardFigures;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What readers, librarians, desks and time do with cards once they are issued. */
@Service
public class Cards {

  private final CardRepository cards;
  private final CardBook book;
  private final Slots slots;
  private final Readers readers;
  private final CardTimeline timeline;
  private final AuditLog audit;
  private final TaipeiClock clock;

  Cards(
      CardRepository cards,
      CardBook book,
      Slots slots,
      Readers readers,
      CardTimeline timeline,
      AuditLog audit,
      TaipeiClock clock) {
    this.cards = cards;
    this.book = book;
    this.slots = slots;
    this.readers = readers;
    this.timeline = timeline;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NoSuchElementException if there is no such card or application
   */
  public Card get(UUID id) {
    return cards.findById(id).orElseThrow();
  }

  /** The card or application of that id. */
  public Optional<Card> find(UUID id) {
    return cards.findById(id);
  }

  /** The card of that number, open or not. */
  public Optional<Card> find(CardNumber number) {
    return cards.findByNumber(number.value());
  }

  /**
   * The open cards of a school's readers of that name, by number.
   *
   * @param fullName the whole name, as the home library writes it
   */
  public List<Card> openOf(SchoolCode home, String fullName) {
    return cards.findOpenByReaderName(home.value(), fullName);
  }

  /** A reader's cards and applications, the newest first. */
  public List<Card> ofReader(UUID reader) {
    return cards.findByReaderIdOrderByAppliedAtDesc(reader);
  }

  /**
   * All cards and applications that wait for something: open, under review, settling, or for books.
   */
  public List<Card> waiting() {
    return cards.findWaiting();
  }

  /** What a policy wants to know of a reader's cards now. */
  public CardFigures figures(UUID reader) {
    return book.figures(reader, clock.today(), null);
  }

  /** What happened to a card or an application, in order. */
  public List<CardEvent> timeline(UUID card) {
    return timeline.of(card);
  }

  /**
   * The reader prints the card. The first time is told to the process; again changes nothing.
   *
   * @return false when the card is not open any more: nothing was done
   */
  @Transactional
  public boolean print(UUID card) {
    return change(card, Card::isOpen, it -> it.print(clock.instant()));
  }

  /**
   * The reader has lost the card: it goes on with new codes, and the old ones are refused.
   *
   * @return false when the card is not open any more: nothing was done
   */
  @Transactional
  public boolean lose(UUID card) {
    return change(card, Card::mayBeReplaced, it -> it.lose(clock.instant()));
  }

  /**
   * The reader gives up a card on which nothing was borrowed.
   *
   * @return false when it can't be cancelled any more: nothing was done
   */
  @Transactional
  public boolean cancel(UUID card) {
    return change(card, Card::mayBeCancelled, it -> it.cancel(clock.instant()));
  }

  /**
   * The reader wants to borrow nothing more on a card in use.
   *
   * @return false when that says nothing new: nothing was done
   */
  @Transactional
  public boolean done(UUID card) {
    return change(card, Card::mayBeDone, it -> it.done(clock.instant()));
  }

  /**
   * A librarian of the home school takes the card away.
   *
   * @param by the librarian's account
   * @param why in words, at most 500 characters; the reader is told
   * @return false when it is not open any more: nothing was done
   */
  @Transactional
  public boolean revoke(UUID card, String by, String why) {
    boolean revoked = change(card, Card::isOpen, it -> it.revoke(by, why, clock.instant()));
    return revoked && log(card, by, "card-revoked", why);
  }

  /**
   * A librarian of the home school prints the card for its reader, first or again.
   *
   * @param by the librarian's account
   * @return false when it is not open any more: nothing was done
   */
  @Transactional
  public boolean reprint(UUID card, String by) {
    boolean printed = change(card, Card::isOpen, it -> it.reprint(by, clock.instant()));
    return printed && log(card, by, "card-reprinted", null);
  }

  private boolean log(UUID id, String by, String action, @Nullable String why) {
    Card card = get(id);
    audit.keep(card.school().value(), by, action, card.number().value(), why);
    return true;
  }

  /**
   * The lending school ends a loan whose item does not come back. This can't be undone.
   *
   * @return false when no such item of it is out on the card: nothing was done
   */
  @Transactional
  public boolean settle(UUID card, SchoolCode at, String barcode, Loan.Settlement how) {
    return change(
        card, it -> it.itemOut(at, barcode).isPresent(), it -> it.settle(at, barcode, how));
  }

  private boolean change(UUID id, Predicate<Card> allowed, Consumer<Card> change) {
    Card card = book.lock(id);
    if (!allowed.test(card)) {
      return false;
    }
    boolean wasOpen = card.isOpen();
    change.accept(card);
    book.keep(card, wasOpen);
    return true;
  }

  /**
   * Reads a card for a desk step and keeps others from changing it until the transaction ends.
   *
   * @throws NoSuchElementException if there is no such card
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Card lock(UUID card) {
    return book.lock(card);
  }

  /** Lends an item on a locked card, which must be able to lend, or have been on the step's day. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Loan lend(Card card, Loan.Item item, SchoolCode at, Loan.Due due, Loan.Step step) {
    return keep(card, () -> card.lend(item, at, due, step, clock.today()));
  }

  /** Writes a loan down that was made without asking, on a locked card that was issued. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Loan record(Card card, Loan.Item item, SchoolCode at, Loan.Due due, Loan.Step step) {
    return keep(card, () -> card.record(item, at, due, step));
  }

  /** Takes an item back that is out on a locked card. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Loan takeBack(Card card, SchoolCode at, String barcode, Loan.Step step) {
    return keep(card, () -> card.takeBack(at, barcode, step));
  }

  /** The lender's system gives an item that is out on a locked card another due date. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changeDue(Card card, SchoolCode at, String barcode, Loan.Due due) {
    keep(card, () -> card.changeDue(at, barcode, due, clock.instant()));
  }

  /** The lender's system has an item that is out on a locked card charged to its account. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void foundInSystem(Card card, SchoolCode at, String barcode) {
    keep(card, () -> card.foundInSystem(at, barcode));
  }

  /** The lender's system has an item that a desk took back from a locked card charged no more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void goneFromSystem(Card card, SchoolCode at, String barcode) {
    keep(card, () -> card.goneFromSystem(at, barcode));
  }

  /**
   * Takes a loan off a locked card that was never made on it.
   *
   * @param by the librarian's account
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void strike(Card card, SchoolCode at, String barcode, String by) {
    keep(card, () -> card.strike(at, barcode, by, clock.instant()));
  }

  private <T> T keep(Card card, Supplier<T> change) {
    boolean wasOpen = card.isOpen();
    T result = change.get();
    book.keep(card, wasOpen);
    return result;
  }

  private void keep(Card card, Runnable change) {
    boolean wasOpen = card.isOpen();
    change.run();
    book.keep(card, wasOpen);
  }

  /** What became of an undo. */
  public enum Undone {
    /** The last step at the desk is undone. */
    DONE,
    /** There is no step of this desk on the card that can be undone. */
    NOTHING_TO_UNDO,
    /** The card is closed and its slot has settled. */
    SLOT_SETTLED,
    /** Opening the card again would give its reader a second open card. */
    READER_HAS_ANOTHER,
    /** Opening the card again would pass the school's quota. */
    QUOTA_FULL
  }

  /**
   * Undoes the last desk step of today on a card. A card that the step closed opens again, while
   * its slot settles and as long as neither its reader nor its school gets more open cards than the
   * policy allows: what was given to somebody else meanwhile is not taken away.
   *
   * @param limit what the home school's policy allows now
   */
  @Transactional
  public Undone undo(UUID id, SchoolCode at, String by, OpenCardLimit limit) {
    Card seen = get(id);
    readers.lock(seen.reader());
    Slots.Standing standing = slots.lock(seen.school());
    Card card = book.lock(id);
    Undone answer = mayUndo(card, at, limit, standing);
    if (answer == Undone.DONE) {
      keep(card, () -> card.undoLastStep(at, by, clock.instant()));
    }
    return answer;
  }

  /**
   * What an undo would answer now.
   *
   * @param limit what the home school's policy allows now
   */
  public Undone mayUndo(Card card, SchoolCode at, OpenCardLimit limit) {
    return mayUndo(card, at, limit, slots.standing(card.school()));
  }

  /**
   * The most open cards.
   *
   * @param perReader of one reader
   * @param perSchool of the home school
   */
  public record OpenCardLimit(int perReader, int perSchool) {}

  private Undone mayUndo(Card card, SchoolCode at, OpenCardLimit limit, Slots.Standing standing) {
    if (card.lastStepAt(at, clock.today()).isEmpty()) {
      return Undone.NOTHING_TO_UNDO;
    }
    if (card.isOpen()) {
      return Undone.DONE;
    }
    if (card.waiting() != Waiting.SETTLING || !slots.isSettling(card.id())) {
      return Undone.SLOT_SETTLED;
    }
    if (figures(card.reader()).openCards() >= limit.perReader()) {
      return Undone.READER_HAS_ANOTHER;
    }
    return standing.held() >= limit.perSchool() ? Undone.QUOTA_FULL : Undone.DONE;
  }

  /** The card on which an item of a school is out. */
  public Optional<UUID> withItemOut(SchoolCode school, String barcode) {
    return cards.findIdByItemOut(school.value(), barcode);
  }

  /**
   * The cards of the slot of {@code card}, its own and those that had it before, on which items of
   * a school are out.
   */
  public List<UUID> ofSlotWithItemsOut(Card card, SchoolCode lender) {
    return cards.findIdsBySlotWithItemsOut(card.school().value(), card.slot(), lender.value());
  }

  /** The schools that have lent an item of that barcode which is still out, the latest first. */
  public List<SchoolCode> lendersOf(String barcode) {
    return cards.findSchoolsByBarcodeOut(barcode).stream().map(SchoolCode::new).toList();
  }

  /** Time has come to the end of the card's valid days. Called by the process. */
  @Transactional
  public Card endValidDays(UUID id) {
    Card card = book.lock(id);
    if (card.isOpen()) {
      card.endValidDays(clock.instant());
      book.store(card, true);
    }
    return card;
  }

  /**
   * When the slot of a card that has ended may have settled: ten minutes after the end, or, once
   * they are over, ten minutes from now.
   */
  public Instant settlesAt(UUID id) {
    Instant ended = get(id).endedAt();
    Instant now = clock.instant();
    Instant earliest = (ended == null ? now : ended).plus(Slots.SETTLING);
    return earliest.isAfter(now) ? earliest : now.plus(Slots.SETTLING);
  }

  /** Whether the card holds its slot, or the slot settles and is still its own. */
  public boolean hasItsSlot(UUID id) {
    return slots.isHeldBy(id);
  }

  /** The slot of a closed card has settled. Called by the process. */
  @Transactional
  public void slotSettled(UUID id) {
    slots.free(id, clock.instant());
  }
}
