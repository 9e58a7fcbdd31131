package org.libpass.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Disagreement.Kind;
import org.libpass.circulation.Disagreements.Case;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Enters what a desk has lent and taken back on paper while the platform was away. Every item is
 * checked by the {@link Desk} as ever, about the day on which it happened.
 *
 * <p>What is refused has left the library all the same. It is entered as it is when the librarian
 * says so, and then waits for the school's librarians as a task.
 */
@Service
public class PaperDesk {

  private final Desk desk;
  private final Cards cards;
  private final Lenders lenders;
  private final ReturnDates dates;
  private final Disagreements disagreements;
  private final AuditLog audit;
  private final PaperSettings settings;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  PaperDesk(
      Desk desk,
      Cards cards,
      Lenders lenders,
      ReturnDates dates,
      Disagreements disagreements,
      AuditLog audit,
      PaperSettings settings,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.desk = desk;
    this.cards = cards;
    this.lenders = lenders;
    this.dates = dates;
    this.disagreements = disagreements;
    this.audit = audit;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What the paper says.
   *
   * @param at when it happened, {@linkplain #accepts to the minute}
   * @param by who enters it, and what they say
   * @param asItIs whether they say that a loan stands although it is refused
   */
  public record Paper(Instant at, Desk.Librarian by, boolean asItIs) {}

  /** What became of an item on paper. */
  public sealed interface Entered {

    /** What the desk answers to a loan. */
    record Lent(Desk.Lent answer) implements Entered {

      /** Whether the loan can be entered as it is, should the librarian say so. */
      public boolean mayStand() {
        return answer instanceof Desk.Lent.Refused
            || answer instanceof Desk.Lent.AskLibrarian
            || answer instanceof Desk.Lent.CardCannotLend
            || answer instanceof Desk.Lent.SchoolPaused;
      }
    }

    /** The loan was refused and is on the card as it is; a task waits. */
    record AsItIs(Card card, Loan loan) implements Entered {}

    /** What the desk answers to a return. */
    record TakenBack(Desk.TakenBack answer) implements Entered {}

    /** Nothing was done: then the card was not issued yet, or the item was not lent yet. */
    record TooEarly(Instant since) implements Entered {}
  }

  /** The first day from which something may be entered. */
  public LocalDate earliest() {
    return clock.today().minusDays(settings.days());
  }

  /** Whether something of that moment may be entered: not too long ago, and not still to come. */
  public boolean accepts(Instant at) {
    return !at.isAfter(clock.instant()) && !TaipeiClock.dateOf(at).isBefore(earliest());
  }

  /**
   * Enters a loan on a card whose holder's identity was checked.
   *
   * @throws NoSuchElementException if there is no such card
   * @throws IllegalArgumentException if the time is not {@linkplain #accepts accepted}
   */
  @Transactional(propagation = Propagation.NEVER)
  public Entered lend(SchoolCode school, UUID cardId, Loan.Item item, Paper paper) {
    demandAccepted(paper);
    Card card = cards.get(cardId);
    if (isBefore(paper.at(), card.issuedAt())) {
      return new Entered.TooEarly(card.issuedAt());
    }
    if (isEntered(card, school, item.barcode(), paper.at())) {
      return new Entered.Lent(new Desk.Lent.OnThisCard());
    }
    // The account of a closed card's slot may be another reader's by now.
    Desk.Librarian by = card.isOpen() ? paper.by() : paper.by().withoutSystem();
    Entered.Lent entered = new Entered.Lent(desk.lend(school, cardId, item, by, paper.at()));
    if (paper.asItIs() && entered.mayStand()) {
      return transaction.execute(status -> asItIs(school, cardId, item, paper));
    }
    if (entered.answer() instanceof Desk.Lent.Done) {
      log(school, paper, "paper-lent", card, item.barcode());
    }
    return entered;
  }

  /** The same paper entered twice, the item having come back meanwhile, is no second loan. */
  private static boolean isEntered(Card card, SchoolCode school, String barcode, Instant at) {
    return card.loans().stream()
        .anyMatch(
            loan ->
                loan.school().equals(school)
                    && loan.barcode().equals(barcode)
                    && loan.lentAt().equals(at));
  }

  private Entered asItIs(SchoolCode school, UUID cardId, Loan.Item item, Paper paper) {
    Card card = cards.lock(cardId);
    if (cards.withItemOut(school, item.barcode()).isPresent()) {
      return new Entered.Lent(
          card.itemOut(school, item.barcode()).isPresent()
              ? new Desk.Lent.OnThisCard()
              : new Desk.Lent.OnAnotherCard());
    }
    Loan loan =
        cards.record(
            card,
            item,
            school,
            dates.usual(school, TaipeiClock.dateOf(paper.at())),
            new Loan.Step(Loan.Via.HAND, paper.by().account(), paper.at()));
    disagreements.open(cardId, school, Case.of(Kind.ON_PAPER, loan));
    log(school, paper, "paper-as-it-is", card, item.barcode());
    return new Entered.AsItIs(card, loan);
  }

  /**
   * Enters a return, on whichever card the item is out.
   *
   * @throws IllegalArgumentException if the time is not {@linkplain #accepts accepted}
   */
  @Transactional(propagation = Propagation.NEVER)
  public Entered takeBack(SchoolCode school, String barcode, Paper paper) {
    demandAccepted(paper);
    Optional<Card> card = cards.withItemOut(school, barcode).flatMap(cards::find);
    Optional<Loan> out = card.flatMap(it -> it.itemOut(school, barcode));
    // What its system takes back comes back now, whatever the paper says.
    boolean now =
        out.filter(Loan::inSystem).isPresent()
            && lenders.isConnected(school)
            && !paper.by().byHand();
    if (!now && out.isPresent() && isBefore(paper.at(), out.get().lentAt())) {
      return new Entered.TooEarly(out.get().lentAt());
    }
    Desk.TakenBack answer = desk.takeBack(school, barcode, paper.by(), paper.at());
    if (answer instanceof Desk.TakenBack.Done done) {
      log(school, paper, "paper-taken-back", done.card(), barcode);
    }
    return new Entered.TakenBack(answer);
  }

  /** Paper has no seconds. */
  private static boolean isBefore(Instant onPaper, Instant exact) {
    return onPaper.isBefore(exact.truncatedTo(ChronoUnit.MINUTES));
  }

  private void demandAccepted(Paper paper) {
    if (!accepts(paper.at())) {
      throw new IllegalArgumentException("Can't be entered from paper: " + paper.at());
    }
  }

  private void log(SchoolCode school, Paper paper, String action, Card card, String barcode) {
    String what = barcode + " " + paper.at().atZone(TaipeiClock.ZONE).toLocalDateTime();
    audit.keep(school.value(), paper.by().account(), action, card.number().value(), what);
  }
}
