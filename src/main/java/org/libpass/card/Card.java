package org.libpass.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardEvent.Kind;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * One application's card with its loans.
 *
 * <p>Every change of state is a method here; a call that does not fit the state throws {@link
 * IllegalStateException}, so callers ask first and answer in words. The home school's limits are
 * written in at the issue and don't change with the policy afterwards.
 */
public class Card extends AbstractAggregateRoot<Card> {

  @Id private final UUID id;
  @Version private int version;
  private final UUID readerId;
  private final String school;
  private @Nullable String number;
  private @Nullable Integer slot;
  private CardState state;
  private final Instant appliedAt;
  private UUID decisionId;
  private @Nullable Instant issuedAt;
  private @Nullable LocalDate validUntil;
  private int totalItems;
  private @Nullable Instant printedAt;
  private boolean lendingEnded;
  private @Nullable Instant closedAt;
  private @Nullable String closedBy;
  private @Nullable String reason;
  private int generation = 1;

  private List<Loan> loans = new ArrayList<>();

  @PersistenceCreator
  Card(UUID id, UUID readerId, String school, CardState state, Instant appliedAt, UUID decisionId) {
    this.id = id;
    this.readerId = readerId;
    this.school = school;
    this.state = state;
    this.appliedAt = appliedAt;
    this.decisionId = decisionId;
  }

  /**
   * What an issue writes into a card.
   *
   * @param slot the slot that it holds, from 1
   * @param number its number for life
   * @param validUntil the last day on which it may borrow
   * @param totalItems how many items may be lent on it over its life
   */
  record Terms(int slot, CardNumber number, LocalDate validUntil, int totalItems) {}

  /** A card that the policy granted at once. */
  static Card issued(
      UUID id, UUID reader, SchoolCode school, UUID decision, Terms terms, Instant now) {
    Card card = new Card(id, reader, school.value(), CardState.ISSUED, now, decision);
    card.take(terms, now);
    card.tell(Kind.ISSUED, now, null);
    return card;
  }

  /** An application that the policy referred to a librarian. */
  static Card referred(UUID id, UUID reader, SchoolCode school, UUID decision, Instant now) {
    Card card = new Card(id, reader, school.value(), CardState.REFERRED, now, decision);
    card.tell(Kind.REFERRED, now, null);
    return card;
  }

  /** A librarian approved the referred application: the days count from now. */
  void grant(Terms terms, UUID decision, String by, Instant now) {
    demand(state == CardState.REFERRED);
    state = CardState.ISSUED;
    decisionId = decision;
    take(terms, now);
    tell(Kind.ISSUED, now, by);
  }

  private void take(Terms terms, Instant now) {
    number = terms.number().value();
    slot = terms.slot();
    validUntil = terms.validUntil();
    totalItems = terms.totalItems();
    issuedAt = now;
  }

  /**
   * The referred application is refused.
   *
   * @param by the librarian's account
   * @param why in words, null when the kept decision says it
   */
  void refuse(UUID decision, String by, @Nullable String why, Instant now) {
    demand(state == CardState.REFERRED);
    decisionId = decision;
    close(CardState.REFUSED, Kind.REFUSED, by, why, now);
  }

  void withdraw(Instant now) {
    demand(state == CardState.REFERRED);
    close(CardState.WITHDRAWN, Kind.WITHDRAWN, null, null, now);
  }

  /**
   * The card was printed. Printing again changes nothing.
   *
   * @return whether this was the first time
   */
  boolean print(Instant now) {
    boolean first = recordPrint(now);
    if (first) {
      tell(Kind.PRINTED, now, null);
    }
    return first;
  }

  /** A librarian of the home school has printed the card for its reader, who can't. */
  void reprint(String by, Instant now) {
    recordPrint(now);
    tell(Kind.REPRINTED, now, by);
  }

  private boolean recordPrint(Instant now) {
    demand(state.isOpen());
    if (printedAt != null) {
      return false;
    }
    printedAt = now;
    if (state == CardState.ISSUED) {
      state = CardState.PRINTED;
    }
    return true;
  }

  /** Its reader has lost it: what was printed or shown before is refused from now on. */
  void lose(Instant now) {
    demand(mayBeReplaced());
    generation++;
    tell(Kind.LOST, now, null);
  }

  void cancel(Instant now) {
    demand(state.isUnused());
    close(CardState.CANCELLED, Kind.CANCELLED, null, null, now);
  }

  /** A librarian of the home school takes the card away; books still out stay followed. */
  void revoke(String by, String why, Instant now) {
    demand(state.isOpen());
    lendingEnded = true;
    close(CardState.REVOKED, Kind.REVOKED, by, why, now);
  }

  /**
   * The reader wants nothing more on a card in use: it lends no more, and closes when all is back.
   */
  void done(Instant now) {
    demand(state == CardState.IN_USE && !lendingEnded);
    lendingEnded = true;
    tell(Kind.DONE, now, null);
    closeIfOver(now);
  }

  /** The last valid day is over: unused, the card is taken back; in use, it lends no more. */
  void endValidDays(Instant now) {
    demand(state.isOpen());
    lendingEnded = true;
    if (state.isUnused()) {
      close(CardState.EXPIRED, Kind.EXPIRED, null, null, now);
    } else {
      tell(Kind.VALID_DAYS_OVER, now, null);
      closeIfOver(now);
    }
  }

  /**
   * Lends an item at a desk; the first one puts the card into use.
   *
   * @throws IllegalStateException if the card could not lend on the step's day, or the item is on
   *     it already
   */
  Loan lend(Loan.Item item, SchoolCode at, Loan.Due due, Loan.Step step, LocalDate today) {
    demand(couldLend(TaipeiClock.dateOf(step.at()), today));
    return record(item, at, due, step);
  }

  /**
   * Writes down a loan that was made without asking, in a lender's system or on paper, as it is: on
   * a card that could not lend any more too, whose end then waits for it.
   *
   * @throws IllegalStateException if the card was never issued, or the item is on it already
   */
  Loan record(Loan.Item item, SchoolCode at, Loan.Due due, Loan.Step step) {
    demand(wasIssued() && itemOut(at, item.barcode()).isEmpty());
    Loan loan = each().add(Loan.of(item, at, step, due));
    if (state.isOpen()) {
      state = CardState.IN_USE;
    }
    Kind kind = step.via() == Loan.Via.SEEN ? Kind.SEEN_LENT : Kind.LENT;
    tell(kind, step.at(), at, loan.label(), step.by(), null);
    return loan;
  }

  /** An item is back at the school that lent it; closes the card when it was the last step. */
  Loan takeBack(SchoolCode at, String barcode, Loan.Step step) {
    Loan back = each().change(at, barcode, loan -> loan.returned(step));
    Kind kind = step.via() == Loan.Via.SEEN ? Kind.SEEN_BACK : Kind.TAKEN_BACK;
    tell(kind, step.at(), at, back.label(), step.by(), null);
    closeIfOver(step.at());
    return back;
  }

  /** The lending school ends a loan whose item does not come back: it is lost, or paid for. */
  Loan settle(SchoolCode at, String barcode, Loan.Settlement how) {
    Loan ended = each().change(at, barcode, loan -> loan.settled(how));
    Kind kind = how.as() == Loan.As.LOST ? Kind.SETTLED_LOST : Kind.SETTLED_PAID;
    tell(kind, how.at(), at, ended.label(), how.by(), how.note());
    closeIfOver(how.at());
    return ended;
  }

  /** The lender's system says when an item that is out has to be back. */
  void changeDue(SchoolCode at, String barcode, Loan.Due due, Instant now) {
    Loan changed = each().change(at, barcode, loan -> loan.due(due));
    tell(Kind.DUE_CHANGED, now, at, changed.label(), null, String.valueOf(due.dueDate()));
  }

  /** The lender's system has an item that is out charged to the slot's account. */
  void foundInSystem(SchoolCode at, String barcode) {
    each().change(at, barcode, loan -> loan.inSystem(true));
  }

  /** The lender's system has an item that was taken back by hand or settled charged no more. */
  void goneFromSystem(SchoolCode at, String barcode) {
    each().goneFromSystem(at, barcode);
  }

  /**
   * A librarian says that an item was never lent on this card.
   *
   * @param by the librarian's account
   */
  void strike(SchoolCode at, String barcode, String by, Instant now) {
    Loan wrong = itemOut(at, barcode).orElseThrow(IllegalStateException::new);
    loans.remove(wrong);
    tell(Kind.STRUCK, now, at, wrong.label(), by, null);
    if (state == CardState.IN_USE) {
      afterRemoval(now);
    }
  }

  /**
   * The last desk step on this card at a school, as long as it can be undone: on its own day, and
   * for a closed card only if that step closed it.
   */
  public Optional<Loan> lastStepAt(SchoolCode at, LocalDate today) {
    return each()
        .lastDeskStep()
        .filter(loan -> loan.school().equals(at))
        .filter(loan -> TaipeiClock.dateOf(loan.lastStepAt()).equals(today))
        .filter(loan -> state == CardState.IN_USE || state == CardState.RETURNED);
  }

  /** Undoes the last desk step at a school: the loan was not made, or the item is still out. */
  void undoLastStep(SchoolCode at, String by, Instant now) {
    Loan last = lastStepAt(at, TaipeiClock.dateOf(now)).orElseThrow(IllegalStateException::new);
    if (last.isOut()) {
      loans.remove(last);
      tell(Kind.LENDING_UNDONE, now, at, last.label(), by, null);
      afterRemoval(now);
    } else {
      loans.set(loans.indexOf(last), last.outAgain());
      state = CardState.IN_USE;
      closedAt = null;
      closedBy = null;
      tell(Kind.RETURN_UNDONE, now, at, last.label(), by, null);
    }
  }

  /**
   * A card in use from which a loan was taken that never was: unused again, if it was the only one.
   */
  private void afterRemoval(Instant now) {
    if (loans.isEmpty()) {
      state = printedAt == null ? CardState.ISSUED : CardState.PRINTED;
      lendingEnded = false;
    } else {
      closeIfOver(now);
    }
  }

  private void closeIfOver(Instant now) {
    if (state == CardState.IN_USE && !hasLoansOut() && !canLend(TaipeiClock.dateOf(now))) {
      close(CardState.RETURNED, Kind.CLOSED, null, null, now);
    }
  }

  private void close(
      CardState end, Kind kind, @Nullable String by, @Nullable String why, Instant now) {
    state = end;
    closedAt = now;
    closedBy = by;
    reason = why;
    tell(kind, now, null, null, by, why);
  }

  private void tell(Kind kind, Instant now, @Nullable String by) {
    tell(kind, now, null, null, by, null);
  }

  private void tell(
      Kind kind,
      Instant now,
      @Nullable SchoolCode at,
      @Nullable String item,
      @Nullable String by,
      @Nullable String note) {
    registerEvent(new CardEvent(id, readerId, kind, now, at, item, by, note));
  }

  private void demand(boolean allowed) {
    if (!allowed) {
      throw new IllegalStateException("Card " + id + " is " + state);
    }
  }

  /** Whether another item may be lent on {@code today}, as far as the card itself says. */
  public boolean canLend(LocalDate today) {
    return state.isOpen() && lendsMore() && !today.isAfter(validUntil());
  }

  /**
   * Whether an item may have been lent on an earlier day, and is only entered now: what time alone
   * has ended since does not count, what a person has ended does.
   *
   * @param day of the loan, not after {@code today}
   */
  public boolean couldLend(LocalDate day, LocalDate today) {
    boolean open = state.isOpen() || state == CardState.EXPIRED;
    return open
        && (!lendingEnded || today.isAfter(validUntil()))
        && loans.size() < totalItems
        && !day.isAfter(validUntil());
  }

  private boolean lendsMore() {
    return !lendingEnded && loans.size() < totalItems;
  }

  /** What the card waits for now. */
  public Waiting waiting() {
    return switch (state) {
      case REFERRED -> Waiting.REVIEW;
      case REFUSED, WITHDRAWN -> Waiting.NOTHING;
      case ISSUED -> Waiting.ISSUED;
      case PRINTED -> Waiting.PRINTED;
      case IN_USE -> waitingInUse();
      case RETURNED, CANCELLED, EXPIRED, REVOKED ->
          hasLoansOut() ? Waiting.RETURNING : Waiting.SETTLING;
    };
  }

  private Waiting waitingInUse() {
    if (!hasLoansOut()) {
      return Waiting.ALL_RETURNED;
    }
    return lendsMore() ? Waiting.ON_LOAN : Waiting.RETURNING;
  }

  /** The earliest day by which an item that is out has to be back; empty when none is out. */
  public Optional<LocalDate> earliestReturnBy() {
    return each().out().map(Loan::returnBy).min(Comparator.naturalOrder());
  }

  public boolean hasLoansOut() {
    return each().out().findAny().isPresent();
  }

  /** The loans that are not back yet. */
  public List<Loan> loansOut() {
    return each().out().toList();
  }

  private Loans each() {
    return new Loans(loans);
  }

  /** The loan of an item that is out, if it is on this card. */
  public Optional<Loan> itemOut(SchoolCode at, String barcode) {
    return each().itemOut(at, barcode);
  }

  /** Whether an item is out after its return-by date. */
  public boolean isOverdue(LocalDate today) {
    return loans.stream().anyMatch(loan -> loan.isOverdue(today));
  }

  /** Whether the return-by date of any loan, back or not, has passed. */
  public boolean hadLateLoan(LocalDate today) {
    return loans.stream().anyMatch(loan -> today.isAfter(loan.returnBy()));
  }

  /** How many more items may be lent over the card's life. */
  public int itemsLeft() {
    return Math.max(0, totalItems - loans.size());
  }

  public UUID id() {
    return id;
  }

  public UUID reader() {
    return readerId;
  }

  /** The home school. */
  public SchoolCode school() {
    return new SchoolCode(school);
  }

  public CardState state() {
    return state;
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  /** Whether the reader may cancel it: nothing was borrowed on it. */
  public boolean mayBeCancelled() {
    return state.isUnused();
  }

  /** Whether its reader may have new codes for it, having lost the old ones. */
  public boolean mayBeReplaced() {
    return state.isOpen() && generation < CardCode.LAST_GENERATION;
  }

  /** Whether the reader may say "done": it is in use and lends more. */
  public boolean mayBeDone() {
    return state == CardState.IN_USE && !lendingEnded;
  }

  public boolean isPrinted() {
    return printedAt != null;
  }

  /**
   * Whether the card lends no more although it is open: its days are over or its reader is done.
   */
  public boolean lendingEnded() {
    return lendingEnded;
  }

  /** Whether it was issued, and so has a number, a slot and a last day. */
  public boolean wasIssued() {
    return number != null;
  }

  /**
   * @throws IllegalStateException if it was never issued
   */
  public CardNumber number() {
    return new CardNumber(issuedOnly(number));
  }

  /** How often it was given out: 1 until its reader loses it for the first time. */
  public int generation() {
    return generation;
  }

  /** What its Code 128 says now. */
  public CardCode code() {
    return new CardCode(number(), generation == 1 ? null : Integer.valueOf(generation));
  }

  /** How a code that somebody shows fits the card. */
  public enum Fit {
    /** It is the card as it is now. */
    CURRENT,
    /** It is the number of a card that was lost once: typed, or read off the lost paper. */
    NUMBER_ONLY,
    /** It was replaced when the reader lost the card. */
    REPLACED
  }

  /** How a code with this card's number, or a token of this card, fits it now. */
  public Fit fit(@Nullable Integer shownGeneration) {
    if (shownGeneration == null) {
      return generation == 1 ? Fit.CURRENT : Fit.NUMBER_ONLY;
    }
    return shownGeneration == generation ? Fit.CURRENT : Fit.REPLACED;
  }

  /** The slot within the home school, from 1. */
  public int slot() {
    return issuedOnly(slot);
  }

  /** The patron account that lending libraries hold for the slot, such as {@code CUTE-1}. */
  public String slotAccount() {
    return school + "-" + slot();
  }

  /** The last day on which it may borrow. */
  public LocalDate validUntil() {
    return issuedOnly(validUntil);
  }

  public Instant issuedAt() {
    return issuedOnly(issuedAt);
  }

  private static <T> T issuedOnly(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("Not issued");
    }
    return value;
  }

  public Instant appliedAt() {
    return appliedAt;
  }

  /** The kept decision that this card, or its refusal, rests on. */
  public UUID decision() {
    return decisionId;
  }

  /** How many items may be lent over its life; 0 before the issue. */
  public int totalItems() {
    return totalItems;
  }

  /** Every loan ever made on it and not undone, in order. */
  public List<Loan> loans() {
    return List.copyOf(loans);
  }

  /** Those of {@link #loans} that a school has made. */
  public List<Loan> loansOf(SchoolCode lender) {
    return loans.stream().filter(loan -> loan.school().equals(lender)).toList();
  }

  public @Nullable Instant closedAt() {
    return closedAt;
  }

  /**
   * When the card had ended and its last book was back; null while it is open. Books that are still
   * out don't count yet.
   */
  public @Nullable Instant endedAt() {
    return closedAt == null ? null : each().lastEnd(closedAt);
  }

  /** The librarian who closed it; null for the reader or the platform. */
  public @Nullable String closedBy() {
    return closedBy;
  }

  /** A librarian's words for a refusal or a revocation; null otherwise. */
  public @Nullable String reason() {
    return reason;
  }
}
