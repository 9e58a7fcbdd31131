package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardProcess;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.circulation.LoanDetection;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Reconciliation.Discrepancy;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The reconciliation that other tests rely on does see what is wrong. */
@LibpassTest
@OnH2
class ReconciliationTests {

  private static final SchoolCode HOME = new SchoolCode("YPU");
  private static final SchoolCode LENDER = new SchoolCode("CUTE");
  private static final String CLERK = "librarian.test";
  private static final Desk.Librarian BY_HAND = Desk.Librarian.of(CLERK).withoutSystem();

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Desk desk;
  @Autowired LoanDetection detection;
  @Autowired CardProcess process;
  @Autowired RuntimeService runtime;
  @Autowired Timers timers;
  @Autowired TestTime time;
  @Autowired TaipeiClock clock;
  @Autowired Reconciliation reconciliation;
  @Autowired TransactionOperations transaction;

  @AfterEach
  void endTheCards() {
    for (Card card : cards.waiting()) {
      card.loansOut().forEach(loan -> desk.takeBack(loan.school(), loan.barcode(), BY_HAND));
      cards.revoke(card.id(), CLERK, "end of the test");
    }
    settle();
    assertThat(reconciliation.check()).isEmpty();
  }

  @Test
  void aCardWhoseProcessIsGone() {
    UUID card = issued();

    delete(instances(card).get(0));

    assertThat(reconciliation.check())
        .containsExactly(new Discrepancy(card, List.of("issued"), List.of()));
    begin(card);
    assertThat(reconciliation.check()).as("a new instance goes where the card stands").isEmpty();
  }

  @Test
  void aCardWhoseProcessWaitsElsewhere() {
    UUID card = issued();

    move(card, "issued", "printed");

    assertThat(reconciliation.check())
        .containsExactly(new Discrepancy(card, List.of("issued"), List.of("printed")));
    move(card, "printed", "issued");
  }

  @Test
  void aCardWithTwoProcesses() {
    UUID card = issued();

    begin(card);

    assertThat(reconciliation.check())
        .containsExactly(new Discrepancy(card, List.of("issued"), List.of("issued", "issued")));
    instances(card).forEach(this::delete);
    begin(card);
  }

  @Test
  void aCardThatIsOverAndWaitsStill() {
    UUID card = issued();
    cards.cancel(card);
    settle();

    begin(card);

    assertThat(reconciliation.check())
        .containsExactly(new Discrepancy(card, List.of(), List.of("settling")));
  }

  @Test
  void aFollowUpOfWhatIsNotLate() {
    UUID card = issued();
    Loan.Item book = new Loan.Item("reconciled", "看不見的城市", "book");
    assertThat(desk.lend(LENDER, card, book, BY_HAND)).isInstanceOf(Desk.Lent.Done.class);
    time.set(cards.get(card).earliestReturnBy().orElseThrow().plusDays(1));
    timers.fireDue();
    assertThat(reconciliation.check()).as("while it is late").isEmpty();

    time.set(TestTime.START);

    assertThat(reconciliation.check())
        .containsExactly(
            new Discrepancy(card, List.of("returning"), List.of("overdueFollowUp", "returning")));
  }

  private UUID issued() {
    Answer answer = applications.apply(people.activeStudent(HOME));
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    return ((Answer.Issued) answer).card().id();
  }

  private void begin(UUID card) {
    transaction.executeWithoutResult(status -> process.begun(cards.get(card)));
  }

  private void move(UUID card, String from, String to) {
    runtime
        .createChangeActivityStateBuilder()
        .processInstanceId(instances(card).get(0).getId())
        .moveActivityIdTo(from, to)
        .changeState();
  }

  private void delete(ProcessInstance instance) {
    runtime.deleteProcessInstance(instance.getId(), "taken away by the test");
  }

  private List<ProcessInstance> instances(UUID card) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(card.toString()).list();
  }

  private void settle() {
    time.set(clock.instant().plus(Duration.ofMinutes(10)));
    detection.sweep();
    timers.fireDue();
  }
}
