package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.card.Card;
import org.libpass.card.CardEvent.Kind;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.Disagreement.Choice;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Status;
import org.libpass.school.SchoolCode;

/** What clerks do in their own library system, and what the platform sees of it. */
abstract class LoanDetectionPaths extends CirculationPaths {

  @Test
  void aBookChargedToTheSlotIsALoan() {
    Card card = printedCard();
    StandinItem book = charge(card);

    sweep();

    Loan loan = loan(card, book);
    assertThat(loan).isNotNull();
    assertThat(loan.lentVia()).isEqualTo(Loan.Via.SEEN);
    assertThat(loan.lentBy()).isNull();
    assertThat(loan.title()).isEqualTo(book.title());
    assertThat(loan.dueDate()).isEqualTo(book.due());
    assertThat(now(card).state()).isEqualTo(CardState.IN_USE);
    assertThat(happened(card)).containsExactly(Kind.ISSUED, Kind.PRINTED, Kind.SEEN_LENT);
    assertThat(seen(card)).containsExactly(Observation.Kind.CHARGED);
    assertThat(watch(card).answeredAt()).isEqualTo(clock.instant());
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void seenTwiceItIsStillOneLoan() {
    Card card = printedCard();
    charge(card);

    sweep();
    sweep();

    assertThat(now(card).loans()).hasSize(1);
    assertThat(seen(card)).containsExactly(Observation.Kind.CHARGED);
  }

  @Test
  void whereTheSystemGivesNoDueDateThePolicyDoes() {
    SchoolCode silentOnDates = new SchoolCode("JUST");
    Card card = printedCard();
    StandinItem book = standin.items(silentOnDates).get(20);
    standin.charge(silentOnDates, book.barcode(), card.slotAccount(), null);

    sweep();

    assertThat(now(card).loans())
        .singleElement()
        .extracting(Loan::dueDate)
        .isEqualTo(clock.today().plusDays(21));
  }

  @Test
  void aBookGoneFromTheSlotAndInTheLibraryIsBack() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    discharge(book);

    sweep();

    Loan loan = loan(card, book);
    assertThat(loan.isOut()).isFalse();
    assertThat(loan.returnedVia()).isEqualTo(Loan.Via.SEEN);
    assertThat(happened(card)).endsWith(Kind.SEEN_LENT, Kind.SEEN_BACK);
    assertThat(seen(card))
        .containsExactly(
            Observation.Kind.CHARGED, Observation.Kind.GONE, Observation.Kind.IN_THE_LIBRARY);
  }

  @Test
  void lentAgainAfterItsReturnItIsASecondLoan() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    discharge(book);
    sweep();
    standin.charge(LENDER, book.barcode(), card.slotAccount(), null);

    sweep();

    assertThat(now(card).loans()).hasSize(2).extracting(Loan::isOut).containsExactly(false, true);
  }

  @ParameterizedTest
  @EnumSource(
      value = StandinFault.class,
      names = {
        "CUT",
        "GARBLED",
        "WRONG_CHARSET",
        "HANGS_UP",
        "REFUSES_CONNECTIONS",
        "REFUSES_LOGIN",
        "KNOWS_NOBODY",
        "TITLES_ONLY"
      })
  void aSystemThatDoesNotAnswerWellReturnsNothingAndLendsNothing(StandinFault fault) {
    Card card = printedCard();
    Card other = printedCard();
    StandinItem out = charge(card);
    sweep();
    Loan before = loan(card, out);
    discharge(out);
    charge(other);
    charge(card);
    standin.setFault(LENDER, fault);
    standin.dropConnections(LENDER);

    sweep();
    sweep();

    assertThat(now(card).loans()).containsExactly(before);
    assertThat(now(other).loans()).isEmpty();
    assertThat(watch(card).failingSince()).isNotNull();
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void oneSchoolThatFailsDelaysNoOther() {
    SchoolCode fine = new SchoolCode("CUTE");
    Card card = printedCard();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    StandinItem book = standin.items(fine).get(15);
    standin.charge(fine, book.barcode(), card.slotAccount(), null);

    sweep();

    assertThat(now(card).loans()).singleElement().extracting(Loan::school).isEqualTo(fine);
    assertThat(watch(card).answeredAt()).isNull();
    assertThat(watch(card).failingSince()).isEqualTo(clock.instant());
  }

  @Test
  void theSystemAnswersAgain() {
    Card card = printedCard();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    sweep();
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();

    assertThat(watch(card).failingSince()).isNull();
    assertThat(watch(card).answeredAt()).isEqualTo(clock.instant());
  }

  @Test
  void whatIsKnownOfBooksIsAsNewAsTheLastGoodAnswer() {
    Card card = printedCard();
    charge(card);
    sweep();
    Instant asked = clock.instant();
    Instant later = asked.plusSeconds(1);
    assertThat(evidence.reaches(card.id(), LENDER, asked)).isTrue();
    assertThat(evidence.reaches(card.id(), LENDER, later)).isFalse();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    standin.dropConnections(LENDER);

    sweep();

    assertThat(evidence.reaches(card.id(), LENDER, later)).isFalse();
    assertThat(evidence.reaches(card.id(), new SchoolCode("VNU"), later))
        .as("a school that lends by hand")
        .isTrue();
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();

    assertThat(evidence.reaches(card.id(), LENDER, later)).isTrue();
  }

  @Test
  void afterARestTheFirstRoundAsksAboutAllCards() {
    List<Card> several = List.of(printedCard(), printedCard(), printedCard(), printedCard());
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    sweep();
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();

    assertThat(several)
        .allSatisfy(card -> assertThat(watch(card).answeredAt()).isEqualTo(clock.instant()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"LOST", "MISSING", "CLAIMED_RETURNED"})
  void lostMissingAndClaimedReturnedAreNoReturns(Status status) {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    standin.mark(LENDER, book.barcode(), status);

    sweep();
    sweep();
    sweep();

    assertThat(loan(card, book).isOut()).isTrue();
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.NOWHERE);

    assertThat(settle(card, Choice.STANDS)).isTrue();
    sweep();
    assertThat(loan(card, book).isOut()).as("a librarian has said so").isTrue();
    assertThat(tasks(card)).isEmpty();

    standin.mark(LENDER, book.barcode(), Status.AVAILABLE);
    sweep();
    assertThat(loan(card, book).isOut()).as("found on the shelf").isFalse();
  }

  @Test
  void foundByALibrarianItIsBack() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    standin.mark(LENDER, book.barcode(), Status.MISSING);
    sweep();

    assertThat(settle(card, Choice.BACK)).isTrue();

    assertThat(loan(card, book).isOut()).isFalse();
    sweep();
    assertThat(tasks(card)).isEmpty();
  }

  @Test
  void whereItsStatusIsUnclearASecondLookDecides() {
    Card card = printedCard();
    Card next = printedCard();
    StandinItem book = charge(card);
    sweep();
    discharge(book);
    standin.charge(LENDER, book.barcode(), "ntust001", null);

    sweep();
    assertThat(loan(card, book).isOut()).as("charged to somebody").isTrue();

    sweep();
    assertThat(loan(card, book).isOut()).isFalse();
    assertThat(now(next).loans()).isEmpty();
    discharge(book);
  }

  @Test
  void aBookThatIsOutOnAnotherCardIsALibrariansTask() {
    Card one = printedCard();
    Card other = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, one.id(), new Loan.Item(book.barcode(), null, "book"), byHand());
    standin.charge(LENDER, book.barcode(), other.slotAccount(), null);

    sweep();

    assertThat(now(other).loans()).isEmpty();
    assertThat(tasks(other)).containsExactly(Disagreement.Kind.ON_ANOTHER_CARD);
    assertThat(settle(other, Choice.MOVED)).isTrue();
    assertThat(loan(one, book).isOut()).isFalse();
    assertThat(loan(other, book).isOut()).isTrue();
    sweep();
    assertThat(tasks(one)).isEmpty();
    assertThat(tasks(other)).isEmpty();
  }

  @Test
  void lentByHandAndNeverEnteredInTheSystem() {
    Card card = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, "book"), byHand());

    sweep();

    assertThat(loan(card, book).isOut()).isTrue();
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.UNKNOWN_THERE);
    assertThat(settle(card, Choice.STANDS)).isTrue();
    sweep();
    assertThat(tasks(card)).as("asked once").isEmpty();
    assertThat(loan(card, book).isOut()).isTrue();
  }

  @Test
  void lentByHandAndEnteredLater() {
    Card card = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, "book"), byHand());
    sweep();
    standin.charge(LENDER, book.barcode(), card.slotAccount(), null);

    sweep();

    assertThat(tasks(card)).isEmpty();
    assertThat(now(card).loans()).hasSize(1);
    assertThat(loan(card, book).inSystem()).isTrue();
    discharge(book);
    sweep();
    assertThat(loan(card, book).isOut()).isFalse();
  }

  @Test
  void lentByHandByMistake() {
    Card card = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, "book"), byHand());
    sweep();

    assertThat(settle(card, Choice.NEVER_LENT)).isTrue();

    assertThat(now(card).loans()).isEmpty();
    assertThat(now(card).state()).isEqualTo(CardState.PRINTED);
    assertThat(happened(card)).endsWith(Kind.STRUCK);
  }

  @Test
  void takenBackByHandAndStillCharged() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    desk.takeBack(LENDER, book.barcode(), byHand());

    sweep();

    assertThat(now(card).loans()).hasSize(1);
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.STILL_CHARGED);
    assertThat(settle(card, Choice.OVERLOOKED)).isTrue();
    sweep();
    assertThat(tasks(card)).isEmpty();
    discharge(book);
    sweep();
    standin.charge(LENDER, book.barcode(), card.slotAccount(), null);
    sweep();
    assertThat(now(card).loans()).as("lent anew after it was gone").hasSize(2);
  }

  @Test
  void renewedInTheSystem() {
    Card card = printedCard();
    StandinItem book = charge(card);
    sweep();
    discharge(book);
    standin.charge(LENDER, book.barcode(), card.slotAccount(), book.due().plusDays(7));

    later(Duration.ofHours(13));
    detection.sweep();

    assertThat(loan(card, book).dueDate()).isEqualTo(book.due().plusDays(7));
    assertThat(now(card).loans()).hasSize(1);
    assertThat(happened(card)).endsWith(Kind.DUE_CHANGED);
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.RENEWED);
    assertThat(settle(card, Choice.STANDS)).isTrue();
  }

  @Test
  void lentBeyondTheTotal() {
    Card card = printedCard();
    for (int i = 0; i < 6; i++) {
      charge(card);
    }

    sweep();

    assertThat(now(card).loansOut()).hasSize(6);
    assertThat(tasks(card)).containsExactly(Disagreement.Kind.BEYOND);
    assertThat(settle(card, Choice.STANDS)).isTrue();
  }

  @Test
  void checkNowAsksEverySchoolAndNotTwiceInAMinute() {
    Card card = printedCard();
    StandinItem book = charge(card);
    standin.setFault(new SchoolCode("CUTE"), StandinFault.REFUSES_CONNECTIONS);

    CardCheck.Checked first = check.check(card.id());

    assertThat(loan(card, book)).isNotNull();
    assertThat(first).isInstanceOf(CardCheck.Checked.Done.class);
    assertThat(((CardCheck.Checked.Done) first).silent()).containsExactly(new SchoolCode("CUTE"));
    assertThat(check.check(card.id()))
        .isEqualTo(new CardCheck.Checked.TooSoon(clock.instant().plus(Duration.ofMinutes(1))));
    standin.setFault(new SchoolCode("CUTE"), StandinFault.NONE);
    later(Duration.ofMinutes(1));
    assertThat(check.check(card.id())).isInstanceOf(CardCheck.Checked.Done.class);
    assertThat(check.check(UUID.randomUUID())).isEqualTo(new CardCheck.Checked.NoSlot());
  }

  @Test
  void noSchoolIsAskedAboutItsOwnReaders() {
    Card card = printedCard();

    sweep();

    assertThat(evidence.watches(card.id()))
        .extracting(Watch::lender)
        .contains(LENDER)
        .doesNotContain(HOME, new SchoolCode("VNU"), new SchoolCode("MKC"));
  }
}
