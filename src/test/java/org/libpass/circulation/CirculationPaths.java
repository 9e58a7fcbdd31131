package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardEvent;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.card.Slots;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Inbox;
import org.libpass.process.Reconciliation;
import org.libpass.process.Timers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** A reader's card, a lending school with its stand-in library system, and time in our hands. */
@LibpassTest
abstract class CirculationPaths {

  static final SchoolCode HOME = new SchoolCode("HSC");
  static final SchoolCode LENDER = new SchoolCode("NTUST");
  static final String CLERK = "librarian.ntust";

  /** Each test's books are its own. */
  private static final AtomicInteger BOOKS = new AtomicInteger(10);

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Slots slots;
  @Autowired Desk desk;
  @Autowired LoanDetection detection;
  @Autowired CardEvidence evidence;
  @Autowired Disagreements disagreements;
  @Autowired Settling settling;
  @Autowired CardCheck check;
  @Autowired Standin standin;
  @Autowired Inbox inbox;
  @Autowired Timers timers;
  @Autowired TestTime time;
  @Autowired TaipeiClock clock;
  @Autowired Reconciliation reconciliation;

  @AfterEach
  void leaveNothingThatWaits() {
    assertThat(reconciliation.check()).isEmpty();
    standin.setFault(LENDER, StandinFault.NONE);
    for (Card card : cards.waiting()) {
      if (!card.wasIssued()) {
        continue;
      }
      for (Loan loan : card.loansOut()) {
        standin.discharge(loan.school(), loan.barcode());
        desk.takeBack(loan.school(), loan.barcode(), byHand());
      }
      standin
          .charged(LENDER, card.slotAccount())
          .forEach(item -> standin.discharge(LENDER, item.barcode()));
      cards.revoke(card.id(), CLERK, "end of the test");
    }
    sweep();
    timers.fireDue();
    sweep();
    timers.fireDue();
    assertThat(reconciliation.check()).isEmpty();
    assertThat(inbox.open(LENDER)).isEmpty();
    assertThat(inbox.open(HOME)).isEmpty();
    time.set(TestTime.START);
  }

  Card printedCard() {
    Answer answer = applications.apply(people.activeStudent(HOME));
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    UUID id = ((Answer.Issued) answer).card().id();
    cards.print(id);
    return cards.get(id);
  }

  /** A book that stands on the lender's shelf. */
  StandinItem book() {
    return standin.items(LENDER).stream()
        .filter(item -> item.status() == StandinItem.Status.AVAILABLE && item.heldFor() == null)
        .skip(BOOKS.getAndIncrement() % 20)
        .findFirst()
        .orElseThrow();
  }

  /** A clerk of the lender charges a book to the card's account, in the library's own system. */
  StandinItem charge(Card card) {
    StandinItem book = book();
    assertThat(standin.charge(LENDER, book.barcode(), card.slotAccount(), null))
        .isInstanceOf(Standin.Outcome.Done.class);
    return standin.item(LENDER, book.barcode()).orElseThrow();
  }

  void discharge(StandinItem book) {
    assertThat(standin.discharge(LENDER, book.barcode())).isInstanceOf(Standin.Outcome.Done.class);
  }

  /** Some time later every school is asked. */
  void sweep() {
    later(Duration.ofMinutes(31));
    detection.sweep();
  }

  void later(Duration time) {
    this.time.set(clock.instant().plus(time));
  }

  Card now(Card card) {
    return cards.get(card.id());
  }

  @Nullable Loan loan(Card card, StandinItem book) {
    return now(card).loans().stream()
        .filter(loan -> loan.school().equals(LENDER) && loan.barcode().equals(book.barcode()))
        .reduce((one, next) -> next)
        .orElse(null);
  }

  List<CardEvent.Kind> happened(Card card) {
    return cards.timeline(card.id()).stream().map(CardEvent::kind).toList();
  }

  List<Observation.Kind> seen(Card card) {
    return evidence.observations(card.id()).stream().map(Observation::kind).toList();
  }

  Watch watch(Card card) {
    return evidence.watches(card.id()).stream()
        .filter(watch -> watch.lender().equals(LENDER))
        .findFirst()
        .orElseThrow();
  }

  /** The disagreements of a card that wait for the lender's librarians. */
  List<Disagreement.Kind> tasks(Card card) {
    return inbox.open(LENDER).stream()
        .filter(task -> task.kind() == Inbox.Kind.DISAGREEMENT)
        .map(task -> disagreements.get(task.subject()))
        .filter(it -> it.card().equals(card.id()))
        .map(Disagreement::kind)
        .toList();
  }

  /** A librarian of the lender settles the card's only open disagreement. */
  boolean settle(Card card, Disagreement.Choice choice) {
    UUID open =
        disagreements.of(card.id()).stream()
            .filter(Disagreement::isOpen)
            .map(Disagreement::id)
            .findFirst()
            .orElseThrow();
    return disagreements.settle(open, choice, CLERK, null);
  }

  static Desk.Librarian clerk() {
    return Desk.Librarian.of(CLERK);
  }

  static Desk.Librarian byHand() {
    return clerk().withoutSystem();
  }
}
