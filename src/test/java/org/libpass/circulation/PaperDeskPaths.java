package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.card.Waiting;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.TakenBack;
import org.libpass.circulation.PaperDesk.Entered;
import org.libpass.circulation.PaperDesk.Paper;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** What was written on paper on Monday, entered later. */
abstract class PaperDeskPaths extends CirculationPaths {

  private static final Instant MONDAY_NOON = TestTime.START.plus(Duration.ofHours(3));

  @Autowired PaperDesk paper;
  @Autowired AuditLog audit;

  @Test
  void aLoanCountsFromTheDayOnThePaper() {
    Card card = printedCard();
    later(Duration.ofDays(2));

    Entered entered = lend(card, "P-1", MONDAY_NOON);

    assertThat(answer(entered)).isInstanceOf(Lent.Done.class);
    Loan loan = now(card).loans().get(0);
    assertThat(loan.lentAt()).isEqualTo(MONDAY_NOON);
    assertThat(loan.dueDate()).isEqualTo(TaipeiClock.dateOf(MONDAY_NOON).plusDays(21));
    assertThat(now(card).state()).isEqualTo(CardState.IN_USE);
    assertThat(audit.newest(LENDER.value(), 1).get(0))
        .matches(entry -> entry.action().equals("paper-lent"))
        .matches(entry -> entry.detail() != null && entry.detail().contains("2026-11-23T12:00"));
  }

  @Test
  void whatOnlyTimeHasEndedSinceDoesNotCount() {
    Card card = printedCard();
    time.set(card.validUntil().plusDays(1).atTime(9, 0));
    timers.fireDue();
    assertThat(now(card).state()).isEqualTo(CardState.EXPIRED);

    assertThat(answer(lend(card, "P-2", MONDAY_NOON))).isInstanceOf(Lent.Done.class);

    assertThat(now(card).waiting()).isEqualTo(Waiting.RETURNING);
    assertThat(tasks(card)).isEmpty();
    assertThat(takeBack("P-2", clock.instant())).isInstanceOf(TakenBack.Done.class);
    assertThat(now(card).waiting()).isEqualTo(Waiting.SETTLING);
  }

  @Test
  void aLoanAfterTheLastDayIsRefusedAndEnteredAsItIsOnTheLibrariansWord() {
    Card card = printedCard();
    Instant tooLate = TaipeiClock.endOf(card.validUntil()).plus(Duration.ofHours(10));
    time.set(tooLate.plus(Duration.ofDays(1)));
    timers.fireDue();

    Entered refused = lend(card, "P-3", tooLate);

    assertThat(refused).isInstanceOf(Entered.Lent.class);
    assertThat(((Entered.Lent) refused).mayStand()).isTrue();
    assertThat(now(card).loans()).isEmpty();
    Entered asItIs = paper.lend(LENDER, card.id(), item("P-3"), new Paper(tooLate, byHand(), true));
    assertThat(asItIs).isInstanceOf(Entered.AsItIs.class);
    assertThat(now(card).loansOut()).extracting(Loan::lentAt).containsExactly(tooLate);
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.ON_PAPER);
    assertThat(settle(card, Disagreement.Choice.NEVER_LENT)).isTrue();
    assertThat(now(card).loans()).isEmpty();
  }

  @Test
  void theLibrariansWordChangesNothingAboutALoanThatIsFine() {
    Card card = printedCard();
    later(Duration.ofHours(4));

    Entered entered =
        paper.lend(LENDER, card.id(), item("P-4"), new Paper(MONDAY_NOON, byHand(), true));

    assertThat(answer(entered)).isInstanceOf(Lent.Done.class);
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void nothingIsLentBeforeTheIssueAndNothingComesBackBeforeTheLoan() {
    later(Duration.ofDays(1));
    Card card = printedCard();

    assertThat(lend(card, "P-5", MONDAY_NOON)).isInstanceOf(Entered.TooEarly.class);
    assertThat(now(card).loans()).isEmpty();

    assertThat(answer(lend(card, "P-5", clock.instant()))).isInstanceOf(Lent.Done.class);
    assertThat(paper.takeBack(LENDER, "P-5", new Paper(MONDAY_NOON, byHand(), false)))
        .isInstanceOf(Entered.TooEarly.class);
    assertThat(now(card).hasLoansOut()).isTrue();
  }

  @Test
  void thePaperEnteredTwiceIsOneLoan() {
    Card card = printedCard();
    later(Duration.ofDays(1));
    Instant evening = MONDAY_NOON.plus(Duration.ofHours(6));
    for (int time = 0; time < 2; time++) {
      lend(card, "P-6", MONDAY_NOON);
      takeBack("P-6", evening);
    }

    assertThat(now(card).loans()).extracting(Loan::returnedAt).containsExactly(evening);
    assertThat(answer(lend(card, "P-6", MONDAY_NOON))).isEqualTo(new Lent.OnThisCard());
  }

  @Test
  void whatIsTooLongAgoOrStillToComeIsNotEntered() {
    Card card = printedCard();
    later(Duration.ofDays(8));
    assertThat(paper.accepts(clock.instant())).isTrue();
    assertThat(paper.accepts(clock.instant().minus(Duration.ofDays(7)))).isTrue();

    for (Instant wrong : new Instant[] {MONDAY_NOON, clock.instant().plusSeconds(60)}) {
      assertThat(paper.accepts(wrong)).isFalse();
      assertThatThrownBy(() -> lend(card, "P-7", wrong))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> takeBack("P-7", wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aConnectedLibrarysSystemLendsNowAndIsLeftOutOnTheLibrariansWord() {
    Card card = printedCard();
    StandinItem first = book();
    StandinItem second = book();
    later(Duration.ofDays(1));
    Paper through = new Paper(MONDAY_NOON, clerk(), false);

    paper.lend(LENDER, card.id(), item(first.barcode()), through);
    assertThat(loan(card, first).lentVia()).isEqualTo(Loan.Via.SYSTEM);
    assertThat(loan(card, first).dueDate())
        .isEqualTo(standin.item(LENDER, first.barcode()).orElseThrow().due());

    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    assertThat(answer(paper.lend(LENDER, card.id(), item(second.barcode()), through)))
        .isEqualTo(new Lent.SystemAway());
    assertThat(answer(lend(card, second.barcode(), MONDAY_NOON))).isInstanceOf(Lent.Done.class);
    assertThat(loan(card, second).lentVia()).isEqualTo(Loan.Via.HAND);

    standin.setFault(LENDER, StandinFault.NONE);
    assertThat(paper.takeBack(LENDER, first.barcode(), through))
        .as("its system takes it back now")
        .isInstanceOf(Entered.TakenBack.class);
    assertThat(loan(card, first).isOut()).isFalse();
  }

  @Test
  void theAccountOfAClosedCardIsNeverLentTo() {
    Card card = printedCard();
    time.set(card.validUntil().plusDays(1).atTime(9, 0));
    timers.fireDue();
    StandinItem book = book();

    paper.lend(LENDER, card.id(), item(book.barcode()), new Paper(MONDAY_NOON, clerk(), false));

    assertThat(loan(card, book).lentVia()).isEqualTo(Loan.Via.HAND);
    assertThat(standin.charged(LENDER, card.slotAccount())).isEmpty();
  }

  private Entered lend(Card card, String barcode, Instant at) {
    return paper.lend(LENDER, card.id(), item(barcode), new Paper(at, byHand(), false));
  }

  private TakenBack takeBack(String barcode, Instant at) {
    Entered entered = paper.takeBack(LENDER, barcode, new Paper(at, byHand(), false));
    return ((Entered.TakenBack) entered).answer();
  }

  private static Lent answer(Entered entered) {
    return ((Entered.Lent) entered).answer();
  }

  private static Loan.Item item(String barcode) {
    return new Loan.Item(barcode, null, "圖書");
  }
}
