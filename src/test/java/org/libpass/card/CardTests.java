package org.libpass.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** The card's transitions: what each state allows, and that it refuses the rest. */
class CardTests {

  private static final SchoolCode HOME = new SchoolCode("CUTE");
  private static final SchoolCode LENDER = new SchoolCode("NTUT");
  private static final SchoolCode OTHER = new SchoolCode("NTCB");
  private static final Instant ISSUED = Instant.parse("2013-11-07T03:29:34Z");
  private static final LocalDate LAST_DAY = LocalDate.of(2013, 11, 10);
  private static final LocalDate TODAY = LocalDate.of(2013, 11, 7);
  private static final Loan.Due DUE =
      new Loan.Due(LocalDate.of(2013, 11, 28), LocalDate.of(2013, 11, 29));
  private static final String CLERK = "librarian.ntut";

  private final Card card =
      Card.issued(UUID.randomUUID(), UUID.randomUUID(), HOME, UUID.randomUUID(), terms(2), ISSUED);

  @Test
  void carriesWhatTheIssueWroteIn() {
    assertThat(card.number().value()).isEqualTo("CUTE-1-20131107112934");
    assertThat(card.slotAccount()).isEqualTo("CUTE-1");
    assertThat(card.validUntil()).isEqualTo(LAST_DAY);
    assertThat(card.itemsLeft()).isEqualTo(2);
  }

  @Test
  void lendsThroughoutItsLastDayAndNotAMinuteLonger() {
    assertThat(card.canLend(LAST_DAY)).isTrue();
    assertThat(card.canLend(LAST_DAY.plusDays(1))).isFalse();
    Instant midnight = Instant.parse("2013-11-10T16:00:00Z");
    assertThatThrownBy(() -> lend("A", midnight)).isInstanceOf(IllegalStateException.class);
    lend("A", midnight.minusSeconds(1));
    assertThat(card.state()).isEqualTo(CardState.IN_USE);
  }

  @Test
  void couldLendOnAnEarlierDayWhateverTimeAloneHasEndedSince() {
    LocalDate after = LAST_DAY.plusDays(2);
    assertThat(card.couldLend(TODAY, TODAY)).isTrue();
    assertThat(card.couldLend(LAST_DAY, after)).isTrue();
    assertThat(card.couldLend(LAST_DAY.plusDays(1), after)).isFalse();

    card.endValidDays(TaipeiClock.endOf(LAST_DAY));
    assertThat(card.state()).isEqualTo(CardState.EXPIRED);
    assertThat(card.couldLend(LAST_DAY, after)).isTrue();
    assertThat(card.couldLend(after, after)).isFalse();
  }

  @Test
  void couldLendNothingOnceAPersonHasEndedIt() {
    lend("A", ISSUED);
    card.done(ISSUED.plusSeconds(1));
    assertThat(card.couldLend(TODAY, TODAY)).isFalse();
    card.revoke(CLERK, "lost", ISSUED.plusSeconds(2));
    assertThat(card.couldLend(TODAY, LAST_DAY.plusDays(2))).isFalse();
  }

  @Test
  void couldLendNoMoreThanItsTotal() {
    lend("A", ISSUED);
    lend("B", ISSUED);
    card.endValidDays(TaipeiClock.endOf(LAST_DAY));
    assertThat(card.couldLend(TODAY, LAST_DAY.plusDays(2))).isFalse();
  }

  @Test
  void eachLossMakesOlderCodesVoid() {
    assertThat(card.code()).hasToString("CUTE-1-20131107112934");
    assertThat(card.fit(null)).isEqualTo(Card.Fit.CURRENT);
    assertThat(card.fit(1)).isEqualTo(Card.Fit.CURRENT);

    card.lose(ISSUED);
    assertThat(card.code()).hasToString("CUTE-1-20131107112934-2");
    assertThat(card.fit(2)).isEqualTo(Card.Fit.CURRENT);
    assertThat(card.fit(1)).isEqualTo(Card.Fit.REPLACED);
    assertThat(card.fit(3)).as("never given out").isEqualTo(Card.Fit.REPLACED);
    assertThat(card.fit(null)).isEqualTo(Card.Fit.NUMBER_ONLY);
    assertThat(card.state()).isEqualTo(CardState.ISSUED);
  }

  @Test
  void onlyAnOpenCardIsLost() {
    card.cancel(ISSUED);
    assertThat(card.mayBeReplaced()).isFalse();
    assertThatThrownBy(() -> card.lose(ISSUED)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void countsItemsOverItsLifeNotAtOnce() {
    lend("A", ISSUED);
    back("A", ISSUED.plusSeconds(60));
    lend("B", ISSUED.plusSeconds(120));

    assertThat(card.itemsLeft()).isZero();
    assertThatThrownBy(() -> lend("C", ISSUED)).isInstanceOf(IllegalStateException.class);
    assertThat(card.waiting()).isEqualTo(Waiting.RETURNING);
  }

  @Test
  void knowsTheSameBarcodeAtTwoSchoolsApart() {
    lend("A", ISSUED);
    card.lend(new Loan.Item("A", null, null), OTHER, DUE, byHand(ISSUED), TODAY);

    assertThat(card.loansOut()).hasSize(2);
    back("A", ISSUED);
    assertThat(card.loansOut()).extracting(Loan::lendingSchool).containsExactly("NTCB");
  }

  @Test
  void lendsNoItemTwice() {
    lend("A", ISSUED);

    assertThatThrownBy(() -> lend("A", ISSUED)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isOverdueFromTheDayAfterTheReturnByDate() {
    lend("A", ISSUED);

    assertThat(card.isOverdue(DUE.dueDate().plusDays(1))).as("moved past a closed day").isFalse();
    assertThat(card.isOverdue(DUE.returnBy())).isFalse();
    assertThat(card.isOverdue(DUE.returnBy().plusDays(1))).isTrue();
  }

  @Test
  void undoesOnlyTheLastStepOfThatDeskOnThatDay() {
    lend("A", ISSUED);
    card.lend(new Loan.Item("B", null, null), OTHER, DUE, byHand(ISSUED.plusSeconds(60)), TODAY);
    LocalDate today = LocalDate.of(2013, 11, 7);

    assertThat(card.lastStepAt(LENDER, today)).as("another desk's was later").isEmpty();
    assertThat(card.lastStepAt(OTHER, today.plusDays(1))).as("yesterday's").isEmpty();

    card.undoLastStep(OTHER, CLERK, ISSUED.plusSeconds(90));
    assertThat(card.loans()).extracting(Loan::barcode).containsExactly("A");
  }

  @Test
  void forgetsThatItsReaderWasDoneWhenTheOnlyLoanIsUndone() {
    card.print(ISSUED);
    lend("A", ISSUED);
    card.done(ISSUED.plusSeconds(30));

    card.undoLastStep(LENDER, CLERK, ISSUED.plusSeconds(60));

    assertThat(card.state()).isEqualTo(CardState.PRINTED);
    assertThat(card.canLend(LAST_DAY)).isTrue();
  }

  @Test
  void asksForNothingMoreOnceRevokedButStillWaitsForItsBooks() {
    lend("A", ISSUED);
    card.revoke(CLERK, "遺失", ISSUED);

    assertThat(card.isOpen()).isFalse();
    assertThat(card.waiting()).isEqualTo(Waiting.RETURNING);
    back("A", ISSUED.plus(Duration.ofDays(30)));
    assertThat(card.state()).isEqualTo(CardState.REVOKED);
    assertThat(card.waiting()).isEqualTo(Waiting.SETTLING);
  }

  static Stream<Arguments> closedCards() {
    Consumer<Card> cancel = card -> card.cancel(ISSUED);
    Consumer<Card> revoke = card -> card.revoke(CLERK, "遺失", ISSUED);
    Consumer<Card> expire = card -> card.endValidDays(ISSUED.plus(Duration.ofDays(4)));
    return Stream.of(
        Arguments.of("cancelled", cancel),
        Arguments.of("revoked", revoke),
        Arguments.of("expired", expire));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("closedCards")
  void refusesEverythingOnceClosed(String how, Consumer<Card> close) {
    close.accept(card);

    assertThat(card.isOpen()).isFalse();
    Stream.<Runnable>of(
            () -> card.print(ISSUED),
            () -> card.cancel(ISSUED),
            () -> card.revoke(CLERK, "再一次", ISSUED),
            () -> card.done(ISSUED),
            () -> card.endValidDays(ISSUED),
            () -> card.withdraw(ISSUED),
            () -> lend("A", ISSUED),
            () -> back("A", ISSUED))
        .forEach(step -> assertThatThrownBy(step::run).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void isNotCancelledOnceSomethingWasBorrowed() {
    lend("A", ISSUED);
    back("A", ISSUED);

    assertThat(card.mayBeCancelled()).isFalse();
    assertThatThrownBy(() -> card.cancel(ISSUED)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hasNoNumberBeforeItsIssue() {
    Card referred =
        Card.referred(UUID.randomUUID(), UUID.randomUUID(), HOME, UUID.randomUUID(), ISSUED);

    assertThat(referred.waiting()).isEqualTo(Waiting.REVIEW);
    assertThatThrownBy(referred::number).isInstanceOf(IllegalStateException.class);
    referred.grant(terms(5), UUID.randomUUID(), CLERK, ISSUED);
    assertThat(referred.waiting()).isEqualTo(Waiting.ISSUED);
    assertThat(referred.validUntil()).isEqualTo(LAST_DAY);
  }

  static Stream<Arguments> settlements() {
    LocalDate after = LAST_DAY.plusDays(1);
    Instant later = after.atStartOfDay(TaipeiClock.ZONE).toInstant();
    return Stream.of(
        Arguments.of("valid and not used up", "A", ISSUED, CardState.IN_USE, Waiting.ALL_RETURNED),
        Arguments.of("another item out", "A B", ISSUED, CardState.IN_USE, Waiting.RETURNING),
        Arguments.of("its days over", "A", later, CardState.RETURNED, Waiting.SETTLING));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settlements")
  void aSettledLoanIsOutNoMore(
      String when, String lent, Instant now, CardState state, Waiting waiting) {
    Stream.of(lent.split(" ")).forEach(barcode -> lend(barcode, ISSUED));

    Loan settled = card.settle(LENDER, "A", new Loan.Settlement(Loan.As.LOST, CLERK, now, "不見了"));

    assertThat(settled.isOut()).isFalse();
    assertThat(settled.settledAs()).isEqualTo(Loan.As.LOST);
    assertThat(settled.inSystem()).as("its system may still have it charged").isTrue();
    assertThat(card.state()).isEqualTo(state);
    assertThat(card.waiting()).isEqualTo(waiting);
    assertThat(card.endedAt()).isEqualTo(state.isOpen() ? null : now);
    assertThat(card.isOverdue(DUE.returnBy().plusDays(1))).isEqualTo(lent.length() > 1);
  }

  @Test
  void settlesOnlyWhatIsOutAtThatSchoolAndOnce() {
    lend("A", ISSUED);
    var paid = new Loan.Settlement(Loan.As.PAID, CLERK, ISSUED, "已付 500 元");

    assertThatThrownBy(() -> card.settle(OTHER, "A", paid))
        .isInstanceOf(IllegalStateException.class);
    card.settle(LENDER, "A", paid);
    assertThatThrownBy(() -> card.settle(LENDER, "A", paid))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> back("A", ISSUED)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDeskDoesNotUndoASettlement() {
    lend("A", ISSUED);
    lend("B", ISSUED);
    back("A", ISSUED.plusSeconds(60));
    Instant now = ISSUED.plusSeconds(120);
    card.settle(LENDER, "B", new Loan.Settlement(Loan.As.LOST, CLERK, now, "不見了"));

    assertThat(card.lastStepAt(LENDER, TODAY)).isEmpty();
  }

  @Test
  void aLibrariansPrintPutsItOnPaperAndIsToldEachTime() {
    card.reprint("librarian.cute", ISSUED);
    assertThat(card.state()).isEqualTo(CardState.PRINTED);
    assertThat(card.print(ISSUED)).as("no longer the first").isFalse();
    card.cancel(ISSUED);
    assertThatThrownBy(() -> card.reprint("librarian.cute", ISSUED))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Card.Terms terms(int totalItems) {
    return new Card.Terms(1, CardNumber.of(HOME, 1, ISSUED), LAST_DAY, totalItems);
  }

  private void lend(String barcode, Instant now) {
    card.lend(
        new Loan.Item(barcode, null, null), LENDER, DUE, byHand(now), TaipeiClock.dateOf(now));
  }

  private void back(String barcode, Instant now) {
    card.takeBack(LENDER, barcode, byHand(now));
  }

  private static Loan.Step byHand(Instant at) {
    return new Loan.Step(Loan.Via.HAND, CLERK, at);
  }
}
