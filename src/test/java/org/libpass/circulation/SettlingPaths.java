package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.Disagreement.Choice;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.process.Inbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When the slot of a card that has ended may go to the next one, and to whom a late book belongs.
 */
abstract class SettlingPaths extends CirculationPaths {

  @Autowired JdbcClient jdbc;
  @Autowired Settlements settlements;

  @AfterEach
  void freeSlotsAreTakenInTheirOldOrder() {
    jdbc.sql("update slot set freed_at = last_number_at where school = 'HSC' and slot > 0")
        .update();
  }

  @Test
  void aSlotIsFreeOnceEveryLenderHasSaidThatNothingIsLeft() {
    Card card = printedCard();
    sweep();
    cards.cancel(card.id());
    later(Duration.ofMinutes(10));
    timers.fireDue();
    assertThat(holdsItsSlot(card)).as("answers from before the end don't count").isTrue();

    later(Duration.ofMinutes(10));
    detection.sweep();
    timers.fireDue();

    assertThat(holdsItsSlot(card)).isFalse();
  }

  /** A lost book stays charged in the lender's system until the clerks there have dealt with it. */
  @Test
  void aSettledBookThatIsStillChargedMakesNoLoanAndKeepsTheSlot() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    cards.revoke(card.id(), CLERK, "卡片用完了");

    assertThat(settlements.settle(which(card, book), Loan.As.LOST, "讀者說掉了", CLERK)).isTrue();
    assertThat(settlements.settle(which(card, book), Loan.As.LOST, "再一次", CLERK)).isFalse();
    sweep();
    sweep();
    timers.fireDue();

    assertThat(now(card).loans()).singleElement().matches(Loan::isSettled);
    assertThat(now(card).hasLoansOut()).isFalse();
    assertThat(tasks(card)).isEmpty();
    assertThat(holdsItsSlot(card)).as("the account still has it charged").isTrue();

    discharge(book);
    sweep();
    timers.fireDue();
    assertThat(holdsItsSlot(card)).isFalse();
    assertThat(now(card).loans()).hasSize(1);
  }

  @Test
  void aSettledBookThatWasGoneAndIsLentAgainIsANewLoan() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    settlements.settle(which(card, book), Loan.As.PAID, "已付 500 元", CLERK);
    discharge(book);
    sweep();

    assertThat(standin.charge(LENDER, book.barcode(), card.slotAccount(), null))
        .isInstanceOf(Standin.Outcome.Done.class);
    sweep();

    assertThat(now(card).loans()).hasSize(2);
    assertThat(loan(card, book).isOut()).isTrue();
  }

  @Test
  void settlingABookEndsWhatWasInDisagreementAboutIt() {
    Card card = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, null), byHand());
    sweep();
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.UNKNOWN_THERE);

    settlements.settle(which(card, book), Loan.As.LOST, "讀者說掉了", CLERK);

    assertThat(tasks(card)).isEmpty();
  }

  private static Settlements.Which which(Card card, StandinItem book) {
    return new Settlements.Which(card.id(), LENDER, book.barcode());
  }

  @Test
  void notWhileOneLenderIsSilent() {
    Card card = printedCard();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    cards.cancel(card.id());

    sweep();
    timers.fireDue();

    assertThat(holdsItsSlot(card)).isTrue();
    standin.setFault(LENDER, StandinFault.NONE);
    sweep();
    timers.fireDue();
    assertThat(holdsItsSlot(card)).isFalse();
  }

  /**
   * Lent at 20:55 on the last day, the lender's system down over midnight: the book that shows up
   * next morning is the old card's, whose reader is told.
   */
  @Test
  void aBookLentInTheLastMinutesAndSeenTheNextMorningIsTheOldCards() {
    Card card = printedCard();
    Card another = printedCard();
    sweep();
    time.set(card.validUntil().atTime(20, 55));
    StandinItem book = charge(card);
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    time.set(card.validUntil().plusDays(1).atTime(0, 0));
    detection.sweep();
    timers.fireDue();
    assertThat(now(card).state()).isEqualTo(CardState.EXPIRED);
    time.set(card.validUntil().plusDays(1).atTime(8, 30));
    timers.fireDue();
    assertThat(holdsItsSlot(card)).isTrue();
    Card next = printedCard();
    assertThat(next.slot()).isNotEqualTo(card.slot());

    standin.setFault(LENDER, StandinFault.NONE);
    detection.sweep();

    assertThat(loan(card, book).isOut()).isTrue();
    assertThat(loan(next, book)).isNull();
    assertThat(loan(another, book)).isNull();
    assertThat(now(card).state()).isEqualTo(CardState.EXPIRED);
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.BEYOND);
    assertThat(mailsTo(card))
        .anySatisfy(subject -> assertThat(subject).contains(card.number().value(), book.title()));
    later(Duration.ofDays(2));
    timers.fireDue();
    assertThat(holdsItsSlot(card)).as("while the book is out").isTrue();

    settle(card, Choice.STANDS);
    discharge(book);
    sweep();
    assertThat(loan(card, book).isOut()).isFalse();
    sweep();
    timers.fireDue();
    assertThat(holdsItsSlot(card)).isFalse();
  }

  @Test
  void afterADayOfSilenceTheHomeSchoolMayLetTheSlotsGo() {
    Card one = printedCard();
    Card two = printedCard();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    cards.cancel(one.id());
    cards.cancel(two.id());
    sweep();
    settling.review();
    assertThat(releases()).as("not before a day is over").isEmpty();

    later(Duration.ofDays(1));
    detection.sweep();
    timers.fireDue();
    settling.review();
    settling.review();

    assertThat(releases()).hasSize(1);
    UUID release = releases().get(0).subject();
    assertThat(settling.release(release).release().lender()).isEqualTo(LENDER);
    assertThat(settling.release(release).cards()).hasSize(2);
    assertThat(settling.letGo(release, "librarian.hsc")).contains(2);
    assertThat(settling.letGo(release, "librarian.hsc")).as("a second click").isEmpty();
    assertThat(releases()).isEmpty();
    later(Duration.ofMinutes(10));
    timers.fireDue();
    assertThat(holdsItsSlot(one)).isFalse();
    assertThat(holdsItsSlot(two)).isFalse();
  }

  @Test
  void theReleaseEndsByItselfWhenTheLenderAnswers() {
    Card card = printedCard();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    cards.cancel(card.id());
    later(Duration.ofDays(1));
    detection.sweep();
    settling.review();
    assertThat(releases()).hasSize(1);
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();
    settling.review();

    assertThat(releases()).isEmpty();
  }

  @Test
  void aBookThatShowsUpAfterTheReleaseIsOnNobodysCardUntilALibrarianKnows() {
    Card former = printedCard();
    StandinItem book = charge(former);
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    letGoAfterADay(former);
    Card present = inTheSlotOf(former);
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();

    assertThat(loan(former, book)).isNull();
    assertThat(loan(present, book)).isNull();
    assertThat(tasks(present)).containsExactly(Disagreement.Kind.WHOSE);

    assertThat(settle(present, Choice.FORMER)).isTrue();
    assertThat(loan(former, book).isOut()).isTrue();
    sweep();
    assertThat(tasks(present)).isEmpty();
    assertThat(loan(present, book)).isNull();
    discharge(book);
    sweep();
    assertThat(loan(former, book).isOut()).as("followed to its end").isFalse();
    assertThat(loan(present, book)).isNull();
  }

  @Test
  void onceTheLenderHasShownTheAccountEmptyABookIsThePresentCards() {
    Card former = printedCard();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    letGoAfterADay(former);
    Card present = inTheSlotOf(former);
    standin.setFault(LENDER, StandinFault.NONE);
    sweep();

    StandinItem book = charge(present);
    sweep();

    assertThat(loan(present, book)).isNotNull();
    assertThat(tasks(present)).isEmpty();
  }

  private void letGoAfterADay(Card card) {
    cards.cancel(card.id());
    later(Duration.ofDays(1));
    detection.sweep();
    timers.fireDue();
    settling.review();
    assertThat(settling.letGo(releases().get(0).subject(), "librarian.hsc")).isPresent();
    later(Duration.ofMinutes(10));
    timers.fireDue();
    assertThat(holdsItsSlot(card)).isFalse();
  }

  /** A new card that gets just that slot, as if it had been free longest. */
  private Card inTheSlotOf(Card former) {
    jdbc.sql("update slot set freed_at = '1900-01-01 00:00:00+00' where school = :s and slot = :n")
        .param("s", former.school().value())
        .param("n", former.slot())
        .update();
    Answer answer = applications.apply(people.activeStudent(HOME));
    Card card = ((Answer.Issued) answer).card();
    assertThat(card.slot()).isEqualTo(former.slot());
    return card;
  }

  private List<String> mailsTo(Card card) {
    return jdbc.sql("select subject from mail where reader = :reader")
        .param("reader", card.reader())
        .query(String.class)
        .list();
  }

  private boolean holdsItsSlot(Card card) {
    return cards.hasItsSlot(card.id());
  }

  private List<Inbox.Task> releases() {
    return inbox.open(HOME).stream().filter(it -> it.kind() == Inbox.Kind.RELEASE).toList();
  }
}
