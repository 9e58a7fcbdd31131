package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardEvent;
import org.libpass.card.CardEvent.Kind;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.card.Slots;
import org.libpass.circulation.Desk;
import org.libpass.circulation.LoanDetection;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decisions;
import org.libpass.policy.KeptDecision;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Every path through {@code card-lifecycle}, through the use cases, on a real database. */
@LibpassTest
abstract class CardLifecyclePaths {

  private static final SchoolCode HOME = new SchoolCode("NTCB");
  private static final SchoolCode LENDER = new SchoolCode("NTUT");
  private static final SchoolCode OTHER_LENDER = new SchoolCode("CUTE");
  private static final String CLERK = "librarian.desk";
  private static final Desk.Librarian BY_HAND = Desk.Librarian.of(CLERK).withoutSystem();

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Slots slots;
  @Autowired Desk desk;
  @Autowired LoanDetection detection;
  @Autowired Decisions decisions;
  @Autowired Inbox inbox;
  @Autowired Waits waits;
  @Autowired Timers timers;
  @Autowired TestTime time;
  @Autowired TaipeiClock clock;
  @Autowired OpenDays openDays;
  @Autowired Reconciliation reconciliation;
  @Autowired RuntimeService runtime;
  @Autowired TransactionOperations transaction;

  private int barcode = (int) (System.nanoTime() % 1_000_000);

  @AfterEach
  void cardsAndEngineAgree() {
    assertThat(reconciliation.check()).isEmpty();
    leaveNothingThatWaits();
    assertThat(reconciliation.check()).isEmpty();
  }

  /** The next test begins on the same Monday, when no book of this one may be overdue. */
  private void leaveNothingThatWaits() {
    for (Card card : cards.waiting()) {
      card.loansOut().forEach(loan -> takeBack(loan.school(), loan));
      cards.revoke(card.id(), CLERK, "end of the test");
      applications.withdraw(card.id());
    }
  }

  @Test
  void printedLentReturnedAndClosedWhenTheValidDaysEnd() {
    UUID card = issued();
    cards.print(card);
    assertThat(where(card)).isEqualTo("printed");

    Loan loan = lend(card, LENDER);
    assertThat(where(card)).isEqualTo("onLoan");
    assertThat(loan.dueDate()).isEqualTo(clock.today().plusDays(21));

    takeBack(LENDER, loan);
    assertThat(where(card)).isEqualTo("allReturned");
    assertThat(state(card)).isEqualTo(CardState.IN_USE);

    pastTheValidDays(card);
    assertThat(state(card)).isEqualTo(CardState.RETURNED);
    assertThat(where(card)).isEqualTo("settling");

    settle();
    assertThat(waits.of(card)).isEmpty();
    assertThat(happened(card))
        .containsExactly(
            Kind.ISSUED,
            Kind.PRINTED,
            Kind.LENT,
            Kind.TAKEN_BACK,
            Kind.VALID_DAYS_OVER,
            Kind.CLOSED);
  }

  @Test
  void theNumberCarriesTheSchoolTheSlotAndTheSecondOfIssue() {
    Card card = cards.get(issued());

    assertThat(card.number()).isEqualTo(new CardNumber("NTCB-" + card.slot() + "-20261123090000"));
    assertThat(card.validUntil()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(card.slotAccount()).isEqualTo("NTCB-" + card.slot());
  }

  @Test
  void printedTwice() {
    UUID card = issued();
    cards.print(card);
    Waits.Wait before = waits.of(card).orElseThrow();

    assertThat(cards.print(card)).isTrue();

    assertThat(waits.of(card)).contains(before);
    assertThat(happened(card)).containsExactly(Kind.ISSUED, Kind.PRINTED);
  }

  @Test
  void cancelledBeforeAndAfterPrinting() {
    for (boolean printed : List.of(false, true)) {
      UUID card = issued();
      if (printed) {
        cards.print(card);
      }

      assertThat(cards.cancel(card)).isTrue();

      assertThat(state(card)).isEqualTo(CardState.CANCELLED);
      assertThat(where(card)).isEqualTo("settling");
      assertThat(cards.cancel(card)).as("a second click").isFalse();
    }
  }

  @Test
  void expired() {
    for (boolean printed : List.of(false, true)) {
      UUID card = issued();
      if (printed) {
        cards.print(card);
      }
      time.set(cards.get(card).validUntil().atTime(23, 59));
      timers.fireDue();
      assertThat(cards.get(card).isOpen()).as("in the last minute").isTrue();

      time.set(cards.get(card).validUntil().plusDays(1).atStartOfDay());
      timers.fireDue();

      assertThat(state(card)).isEqualTo(CardState.EXPIRED);
      assertThat(where(card)).isEqualTo("settling");
      time.set(TestTime.START);
    }
  }

  @Test
  void usedOnTheLastDay() {
    UUID card = printed();
    time.set(cards.get(card).validUntil().atTime(23, 58));

    Loan loan = lend(card, LENDER);
    pastTheValidDays(card);

    assertThat(where(card)).isEqualTo("returning");
    assertThat(desk.lend(LENDER, card, book(), BY_HAND)).isInstanceOf(Desk.Lent.Refused.class);
    takeBack(LENDER, loan);
    assertThat(state(card)).isEqualTo(CardState.RETURNED);
  }

  @Test
  void notUsedAfterTheLastDayEvenIfTheTimerIsLate() {
    UUID card = printed();
    time.set(cards.get(card).validUntil().plusDays(1).atTime(0, 1));

    assertThat(desk.lend(LENDER, card, book(), BY_HAND)).isInstanceOf(Desk.Lent.Refused.class);
  }

  @Test
  void returnedOnTheFirstDayAndLentAgainOnTheSecond() {
    UUID card = printed();
    takeBack(LENDER, lend(card, LENDER));
    assertThat(where(card)).isEqualTo("allReturned");

    time.set(clock.today().plusDays(1));
    lend(card, LENDER);

    assertThat(where(card)).isEqualTo("onLoan");
    assertThat(state(card)).isEqualTo(CardState.IN_USE);
  }

  @Test
  void twoSchoolsWithTheirOwnLoanDays() {
    UUID card = printed();
    Loan here = lend(card, LENDER);
    Loan there = lend(card, OTHER_LENDER);
    assertThat(here.dueDate()).isEqualTo(clock.today().plusDays(21));
    assertThat(there.dueDate()).isEqualTo(clock.today().plusDays(14));

    assertThat(desk.takeBack(LENDER, there.barcode(), BY_HAND))
        .isEqualTo(new Desk.TakenBack.BelongsTo(List.of(OTHER_LENDER)));
    takeBack(LENDER, here);
    assertThat(where(card)).isEqualTo("onLoan");

    takeBack(OTHER_LENDER, there);
    assertThat(where(card)).isEqualTo("allReturned");
  }

  @Test
  void closedAtOnceWhenTheTotalIsUsedAndAllIsBack() {
    UUID card = printed();
    List<Loan> loans =
        List.of(
            lend(card, LENDER),
            lend(card, LENDER),
            lend(card, LENDER),
            lend(card, OTHER_LENDER),
            lend(card, OTHER_LENDER));
    assertThat(where(card)).isEqualTo("returning");
    assertThat(desk.lend(LENDER, card, book(), BY_HAND)).isInstanceOf(Desk.Lent.Refused.class);

    loans.forEach(loan -> takeBack(loan.school(), loan));

    assertThat(state(card)).isEqualTo(CardState.RETURNED);
    assertThat(where(card)).isEqualTo("settling");
  }

  @Test
  void partialReturn() {
    UUID card = printed();
    Loan first = lend(card, LENDER);
    lend(card, LENDER);

    takeBack(LENDER, first);

    assertThat(where(card)).isEqualTo("onLoan");
    assertThat(cards.get(card).loansOut()).hasSize(1);
  }

  @Test
  void undoOfTheLastReturnOpensTheCardAgain() {
    UUID card = printed();
    Loan loan = lend(card, LENDER);
    cards.done(card);
    assertThat(where(card)).isEqualTo("returning");
    takeBack(LENDER, loan);
    assertThat(where(card)).isEqualTo("settling");

    time.set(clock.instant().plus(Duration.ofMinutes(9)));
    assertThat(desk.undo(LENDER, card, CLERK)).isEqualTo(new Desk.Undo.Answered(Cards.Undone.DONE));

    assertThat(state(card)).isEqualTo(CardState.IN_USE);
    assertThat(where(card)).isEqualTo("returning");
    time.set(clock.instant().plus(Duration.ofMinutes(5)));
    timers.fireDue();
    assertThat(where(card)).as("the old settling timer is gone").isEqualTo("returning");
  }

  @Test
  void noUndoOnceTheSlotHasSettled() {
    UUID card = printed();
    Loan loan = lend(card, LENDER);
    cards.done(card);
    takeBack(LENDER, loan);
    settle();

    assertThat(desk.undo(LENDER, card, CLERK))
        .isEqualTo(new Desk.Undo.Answered(Cards.Undone.SLOT_SETTLED));
  }

  @Test
  void noUndoThatWouldGiveTheReaderASecondOpenCard() {
    UUID card = printed();
    Loan loan = lend(card, LENDER);
    cards.done(card);
    takeBack(LENDER, loan);
    assertThat(applications.apply(cards.get(card).reader())).isInstanceOf(Answer.Issued.class);

    assertThat(desk.undo(LENDER, card, CLERK))
        .isEqualTo(new Desk.Undo.Answered(Cards.Undone.READER_HAS_ANOTHER));
  }

  @Test
  void undoOfTheOnlyLoanMakesTheCardUnusedAgain() {
    UUID card = printed();
    lend(card, LENDER);

    assertThat(desk.undo(OTHER_LENDER, card, CLERK))
        .isEqualTo(new Desk.Undo.Answered(Cards.Undone.NOTHING_TO_UNDO));
    assertThat(desk.undo(LENDER, card, CLERK)).isEqualTo(new Desk.Undo.Answered(Cards.Undone.DONE));

    assertThat(where(card)).isEqualTo("printed");
    pastTheValidDays(card);
    assertThat(state(card)).isEqualTo(CardState.EXPIRED);
  }

  @Test
  void doneEarlyClosesWhenAllIsBack() {
    UUID card = printed();
    takeBack(LENDER, lend(card, LENDER));

    assertThat(cards.done(card)).isTrue();

    assertThat(state(card)).isEqualTo(CardState.RETURNED);
    assertThat(cards.done(card)).as("a second click").isFalse();
  }

  @Test
  void revokedInUseStaysFollowedAndBlocksNewApplications() {
    UUID card = printed();
    Loan loan = lend(card, LENDER);

    assertThat(cards.revoke(card, CLERK, "借給別人使用")).isTrue();

    assertThat(state(card)).isEqualTo(CardState.REVOKED);
    assertThat(where(card)).isEqualTo("returning");
    assertThat(reasons(applications.apply(cards.get(card).reader())))
        .containsExactly("revoked-with-loans");
    takeBack(LENDER, loan);
    assertThat(where(card)).isEqualTo("settling");
    assertThat(applications.apply(cards.get(card).reader())).isInstanceOf(Answer.Issued.class);
  }

  @Test
  void lentWithoutPrintingWhereAPhoneWillDo() {
    UUID card = issued();

    assertThat(desk.lend(LENDER, card, book(), BY_HAND)).isInstanceOf(Desk.Lent.Refused.class);
    lend(card, OTHER_LENDER);

    assertThat(where(card)).isEqualTo("onLoan");
  }

  @Test
  void refusedAtOnce() {
    UUID reader = people.activated(people.signedIn(new SchoolCode("MCUT"), 2));

    assertThat(reasons(applications.apply(reader))).containsExactly("overdue");
    assertThat(cards.ofReader(reader)).isEmpty();
  }

  @Test
  void referredAndApproved() {
    UUID card = referred("LHU");
    UUID reader = cards.get(card).reader();
    assertThat(where(card)).isEqualTo("review");
    assertThat(reasons(applications.apply(reader))).contains("already-holds");
    time.set(clock.today().plusDays(2));

    assertThat(applications.approve(card, reader, CLERK)).isInstanceOf(Answer.Issued.class);

    assertThat(where(card)).isEqualTo("issued");
    assertThat(cards.get(card).validUntil()).isEqualTo(clock.today().plusDays(3));
    assertThat(inbox.open(new SchoolCode("LHU"))).isEmpty();
    assertThat(applications.approve(card, reader, CLERK)).isInstanceOf(Answer.AlreadyDecided.class);
  }

  @Test
  void referredAndRefused() {
    UUID card = referred("TAKMING");

    assertThat(applications.refuse(card, CLERK, "請先到櫃台確認身分")).isTrue();

    assertThat(state(card)).isEqualTo(CardState.REFUSED);
    assertThat(waits.of(card)).isEmpty();
    assertThat(inbox.open(new SchoolCode("TAKMING"))).isEmpty();
  }

  @Test
  void referredAndWithdrawn() {
    UUID card = referred("HWH");

    assertThat(applications.withdraw(card)).isTrue();

    assertThat(state(card)).isEqualTo(CardState.WITHDRAWN);
    assertThat(waits.of(card)).isEmpty();
    assertThat(inbox.open(new SchoolCode("HWH"))).isEmpty();
    assertThat(applications.withdraw(card)).as("a second click").isFalse();
  }

  @Test
  void overdueIsFollowedUpUntilTheBookIsBack() {
    UUID card = printed();
    Loan loan = lend(card, LENDER);
    pastTheValidDays(card);
    time.set(loan.returnBy().atTime(23, 59));
    timers.fireDue();
    assertThat(followUps(card)).isEmpty();

    time.set(loan.returnBy().plusDays(1).atStartOfDay());
    timers.fireDue();

    assertThat(followUps(card)).singleElement().extracting(Inbox.Task::assignee).isNull();
    assertThat(where(card)).isEqualTo("returning");
    assertThat(reasons(applications.apply(cards.get(card).reader())))
        .contains("overdue", "already-holds");

    takeBack(LENDER, loan);
    assertThat(followUps(card)).isEmpty();
    assertThat(state(card)).isEqualTo(CardState.RETURNED);
  }

  @Test
  void theFollowUpOutlivesAPartialReturnWhileAnotherBookIsLate() {
    UUID card = printed();
    Loan soon = lend(card, OTHER_LENDER);
    Loan later = lend(card, LENDER);
    time.set(later.returnBy().plusDays(1));
    timers.fireDue();
    assertThat(followUps(card)).hasSize(1);

    takeBack(OTHER_LENDER, soon);
    timers.fireDue();
    assertThat(followUps(card)).hasSize(1);

    takeBack(LENDER, later);
    assertThat(followUps(card)).isEmpty();
  }

  @Test
  void aLaterBookGetsItsOwnFollowUpAfterTheFirstIsBack() {
    UUID card = printed();
    Loan soon = lend(card, OTHER_LENDER);
    Loan later = lend(card, LENDER);
    time.set(soon.returnBy().plusDays(1));
    timers.fireDue();
    takeBack(OTHER_LENDER, soon);
    assertThat(followUps(card)).isEmpty();

    time.set(later.returnBy().plusDays(1));
    timers.fireDue();

    assertThat(followUps(card)).hasSize(1);
    takeBack(LENDER, later);
    assertThat(followUps(card)).isEmpty();
  }

  @Test
  void aDueDateOnAClosedDayMovesToTheNextOpenDay() {
    UUID card = printed();
    time.set(clock.today().plusDays(3).atTime(12, 0));
    Loan loan = lend(card, LENDER);

    assertThat(loan.returnBy()).isEqualTo(openDays.nextOpenDay(LENDER, loan.dueDate()));
  }

  @Test
  void theLendingDecisionIsKeptWithWhoStoodAtTheDesk() {
    UUID card = printed();
    Loan.Item unlabelled = new Loan.Item("U" + barcode++, null, null);
    clock.advance(Duration.ofMinutes(1));

    // The demo's rules don't look at the kind of item, so nobody has to be asked.
    assertThat(desk.lend(LENDER, card, unlabelled, BY_HAND)).isInstanceOf(Desk.Lent.Done.class);
    assertThat(decisions.of(card))
        .last()
        .extracting(KeptDecision::inputs)
        .asString()
        .contains(CLERK);
  }

  @Test
  void theSlotComesBackOnlyWhenItHasSettled() {
    UUID card = issued();
    int slot = cards.get(card).slot();
    Slots.Standing before = slots.standing(HOME);
    cards.cancel(card);
    assertThat(slots.standing(HOME))
        .isEqualTo(new Slots.Standing(before.held() - 1, before.free()));

    time.set(clock.instant().plus(Duration.ofMinutes(10)));
    timers.fireDue();
    assertThat(cards.hasItsSlot(card)).as("no library asked yet").isTrue();
    assertThat(where(card)).isEqualTo("settling");

    settle();
    assertThat(cards.hasItsSlot(card)).isFalse();
    assertThat(slots.standing(HOME).free()).isGreaterThan(before.free());
    assertThat(cards.get(issued()).slot()).as("longest free first").isNotEqualTo(slot);
  }

  @Test
  void theEngineFailsInMidStepAndNothingIsHalfDone() {
    UUID card = issued();
    Waits.Wait wait = waits.of(card).orElseThrow();
    transaction.executeWithoutResult(
        status -> {
          waits.put(card, new Waits.Wait(wait.activity(), "no-such-execution", null));
        });

    assertThatThrownBy(() -> cards.print(card)).isInstanceOf(RuntimeException.class);

    assertThat(state(card)).isEqualTo(CardState.ISSUED);
    assertThat(happened(card)).containsExactly(Kind.ISSUED);
    waits.put(card, wait);
    assertThat(cards.print(card)).isTrue();
  }

  @Test
  void ourStepFailsAfterTheEngineMovedAndNothingIsHalfDone() {
    UUID card = issued();

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      cards.print(card);
                      throw new IllegalStateException("after the engine");
                    }))
        .hasMessage("after the engine");

    assertThat(state(card)).isEqualTo(CardState.ISSUED);
    assertThat(where(card)).isEqualTo("issued");
  }

  private UUID issued() {
    Answer answer = applications.apply(people.activeStudent(HOME));
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    return ((Answer.Issued) answer).card().id();
  }

  private UUID printed() {
    UUID card = issued();
    cards.print(card);
    return card;
  }

  /** A reader whose library tells neither expiry nor fines: the policy can't know and refers. */
  private UUID referred(String school) {
    UUID reader = people.activated(people.signedIn(new SchoolCode(school), 11));
    Answer answer = applications.apply(reader);
    assertThat(answer).isInstanceOf(Answer.Referred.class);
    return ((Answer.Referred) answer).application();
  }

  private Loan.Item book() {
    return new Loan.Item("B" + barcode++, "看得見的城市", "book");
  }

  private Loan lend(UUID card, SchoolCode at) {
    Desk.Lent answer = desk.lend(at, card, book(), BY_HAND);
    assertThat(answer).isInstanceOf(Desk.Lent.Done.class);
    return ((Desk.Lent.Done) answer).loan();
  }

  private void takeBack(SchoolCode at, Loan loan) {
    assertThat(desk.takeBack(at, loan.barcode(), BY_HAND)).isInstanceOf(Desk.TakenBack.Done.class);
  }

  private void pastTheValidDays(UUID card) {
    time.set(cards.get(card).validUntil().plusDays(1).atTime(0, 1));
    timers.fireDue();
  }

  /** Ten minutes after the end, the lending schools having said that nothing is left there. */
  private void settle() {
    time.set(clock.instant().plus(Duration.ofMinutes(10)));
    detection.sweep();
    timers.fireDue();
  }

  private CardState state(UUID card) {
    return cards.get(card).state();
  }

  private String where(UUID card) {
    return waits.of(card).orElseThrow().activity();
  }

  private List<Kind> happened(UUID card) {
    return cards.timeline(card).stream().map(CardEvent::kind).toList();
  }

  private List<Inbox.Task> followUps(UUID card) {
    return inbox.open(HOME).stream()
        .filter(task -> task.kind() == Inbox.Kind.OVERDUE && task.subject().equals(card))
        .toList();
  }

  private static List<String> reasons(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reasons().stream().map(reason -> reason.key()).toList();
  }
}
