package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.TakenBack;
import org.libpass.circulation.Desk.Undo;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;

/** A desk that lends and takes back through its library's system. */
abstract class SystemDeskPaths extends CirculationPaths {

  @Test
  void bothTheCardAndTheSystemHaveTheLoan() {
    Card card = printedCard();
    StandinItem book = book();

    Lent answer = lend(card, book);

    assertThat(answer).isInstanceOf(Lent.Done.class);
    Loan loan = loan(card, book);
    assertThat(loan.lentVia()).isEqualTo(Loan.Via.SYSTEM);
    assertThat(loan.lentBy()).isEqualTo(CLERK);
    assertThat(loan.title()).isEqualTo(book.title());
    assertThat(inSystem(book).holder()).isEqualTo(card.slotAccount());
    assertThat(loan.dueDate()).isEqualTo(inSystem(book).due());
    sweep();
    assertThat(now(card).loans()).hasSize(1);
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void bothHaveTheReturn() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);

    TakenBack answer = desk.takeBack(LENDER, book.barcode(), clerk());

    assertThat(answer).isInstanceOf(TakenBack.Done.class);
    assertThat(inSystem(book).holder()).isNull();
    assertThat(loan(card, book).returnedVia()).isEqualTo(Loan.Via.SYSTEM);
    sweep();
    assertThat(now(card).loans()).hasSize(1);
  }

  @Test
  void theSystemsRefusalIsTold() {
    Card card = printedCard();
    StandinItem book = book();
    standin.charge(LENDER, book.barcode(), "ntust001", null);

    Lent answer = lend(card, book);

    assertThat(answer).isInstanceOf(Lent.SystemRefused.class);
    assertThat(((Lent.SystemRefused) answer).screenMessage()).isNotBlank();
    assertThat(now(card).loans()).isEmpty();
    assertThat(now(card).state()).isEqualTo(CardState.PRINTED);
    discharge(book);
    assertThat(lend(card, book))
        .as("nothing stands in the way any more")
        .isInstanceOf(Lent.Done.class);
  }

  @Test
  void anUnknownBarcodeIsRefusedByTheSystem() {
    Card card = printedCard();

    assertThat(desk.lend(LENDER, card.id(), new Loan.Item("NO-SUCH", null, "book"), clerk()))
        .isInstanceOf(Lent.SystemRefused.class);
    assertThat(desk.lend(LENDER, card.id(), new Loan.Item("A|AB2\r11", null, "book"), clerk()))
        .isInstanceOf(Lent.SystemRefused.class);
  }

  @Test
  void policyIsAskedBeforeTheSystem() {
    Card card = printedCard();
    StandinItem book = book();
    time.set(card.validUntil().plusDays(1).atTime(9, 0));
    long before = standin.traffic(LENDER).requests("11");

    assertThat(lend(card, book)).isInstanceOf(Lent.Refused.class);

    assertThat(standin.traffic(LENDER).requests("11")).isEqualTo(before);
  }

  @Test
  void whileTheSystemIsAwayItIsDoneByHandAndReconciledLater() {
    Card card = printedCard();
    StandinItem book = book();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);

    assertThat(lend(card, book)).isEqualTo(new Lent.SystemAway());
    assertThat(now(card).loans()).isEmpty();
    Lent answer =
        desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, "book"), byHand());

    assertThat(answer).isInstanceOf(Lent.Done.class);
    assertThat(loan(card, book).lentVia()).isEqualTo(Loan.Via.HAND);
    standin.setFault(LENDER, StandinFault.NONE);
    standin.charge(LENDER, book.barcode(), card.slotAccount(), null);
    sweep();
    assertThat(loan(card, book).inSystem()).isTrue();
    assertThat(tasks(card)).isEmpty();

    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    assertThat(desk.takeBack(LENDER, book.barcode(), clerk()))
        .isEqualTo(new TakenBack.SystemAway());
    assertThat(loan(card, book).isOut()).isTrue();
    assertThat(desk.takeBack(LENDER, book.barcode(), byHand())).isInstanceOf(TakenBack.Done.class);
  }

  @Test
  void aCheckoutWithoutReceiptIsFoundOutByAskingAtOnce() {
    Card card = printedCard();
    StandinItem book = book();
    standin.setFault(LENDER, StandinFault.NO_RECEIPTS);
    long before = standin.traffic(LENDER).requests("11");

    assertThat(lend(card, book)).isInstanceOf(Lent.Done.class);

    assertThat(standin.traffic(LENDER).requests("11")).isEqualTo(before + 1);
    assertThat(loan(card, book).dueDate()).isEqualTo(inSystem(book).due());
    assertThat(seen(card))
        .containsExactly(Observation.Kind.NOT_ANSWERED, Observation.Kind.CHECKED_OUT);
    later(Duration.ofSeconds(1));
    assertThat(desk.takeBack(LENDER, book.barcode(), clerk())).isInstanceOf(TakenBack.Done.class);
    assertThat(inSystem(book).holder()).isNull();
  }

  /** The system does what it is asked, its answer is lost, and then it can't be asked. */
  @Test
  void anUnansweredCheckoutIsFoundOutLater() {
    Card card = printedCard();
    StandinItem book = book();
    standin.setFault(LENDER, StandinFault.BREAKS_DOWN);
    long before = standin.traffic(LENDER).requests("11");

    assertThat(lend(card, book)).isEqualTo(new Lent.Unknown());
    assertThat(lend(card, book)).as("a second scan").isEqualTo(new Lent.Unknown());

    assertThat(standin.traffic(LENDER).requests("11")).isEqualTo(before + 1);
    assertThat(now(card).loans()).isEmpty();
    standin.setFault(LENDER, StandinFault.NONE);
    sweep();
    Loan loan = loan(card, book);
    assertThat(loan).isNotNull();
    assertThat(loan.lentBy()).isEqualTo(CLERK);
    assertThat(loan.lentVia()).isEqualTo(Loan.Via.SYSTEM);
    assertThat(seen(card)).contains(Observation.Kind.NOT_ANSWERED, Observation.Kind.CHARGED);
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void anUnansweredCheckoutThatNeverArrivedIsForgotten() {
    Card card = printedCard();
    StandinItem book = book();
    standin.setFault(LENDER, StandinFault.HANGS_UP);
    assertThat(lend(card, book)).isIn(new Lent.Unknown(), new Lent.SystemAway());
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();

    assertThat(now(card).loans()).isEmpty();
    assertThat(lend(card, book)).isInstanceOf(Lent.Done.class);
  }

  @Test
  void anItemUnderWayCountsAgainstTheTotal() {
    Card card = printedCard();
    for (int i = 0; i < 4; i++) {
      assertThat(lend(card, book())).isInstanceOf(Lent.Done.class);
    }
    standin.setFault(LENDER, StandinFault.BREAKS_DOWN);
    assertThat(lend(card, book())).isEqualTo(new Lent.Unknown());
    standin.setFault(LENDER, StandinFault.NONE);

    assertThat(lend(card, book())).isInstanceOf(Lent.Refused.class);
  }

  @Test
  void anUnansweredCheckinIsFoundOutLater() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);
    standin.setFault(LENDER, StandinFault.BREAKS_DOWN);

    assertThat(desk.takeBack(LENDER, book.barcode(), clerk())).isEqualTo(new TakenBack.Unknown());
    assertThat(loan(card, book).isOut()).isTrue();

    standin.setFault(LENDER, StandinFault.NONE);
    sweep();
    assertThat(loan(card, book).isOut()).isFalse();
  }

  @Test
  void undoSendsTheOppositeMessage() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);

    assertThat(desk.undo(LENDER, card.id(), CLERK)).isEqualTo(new Undo.Answered(Cards.Undone.DONE));
    assertThat(inSystem(book).holder()).isNull();
    assertThat(now(card).loans()).isEmpty();

    lend(card, book);
    later(Duration.ofSeconds(1));
    desk.takeBack(LENDER, book.barcode(), clerk());
    assertThat(desk.undo(LENDER, card.id(), CLERK)).isEqualTo(new Undo.Answered(Cards.Undone.DONE));
    assertThat(inSystem(book).holder()).isEqualTo(card.slotAccount());
    assertThat(loan(card, book).isOut()).isTrue();
    sweep();
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void undoMayBeRefusedByTheSystem() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);
    desk.takeBack(LENDER, book.barcode(), clerk());
    standin.charge(LENDER, book.barcode(), "ntust001", null);

    assertThat(desk.undo(LENDER, card.id(), CLERK)).isInstanceOf(Undo.SystemRefused.class);

    assertThat(loan(card, book).isOut()).isFalse();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    assertThat(desk.undo(LENDER, card.id(), CLERK)).isEqualTo(new Undo.SystemAway());
    standin.setFault(LENDER, StandinFault.NONE);
    discharge(book);
  }

  private Lent lend(Card card, StandinItem book) {
    return desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, "book"), clerk());
  }

  private StandinItem inSystem(StandinItem book) {
    return standin.item(LENDER, book.barcode()).orElseThrow();
  }
}
