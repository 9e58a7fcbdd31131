package org.libpass.notice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.card.Slots;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Activations;
import org.libpass.reader.Consent;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.transaction.support.TransactionOperations;

/** Brings readers and cards into a situation by the steps that people take. */
class Visits {

  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final SchoolCode CUTE = new SchoolCode("CUTE");

  /** A school without a connection. */
  static final SchoolCode LANYANG = new SchoolCode("LANYANG");

  final Readers readers;
  final Activations activations;
  final CardApplications applications;
  final Cards cards;
  final TransactionOperations transaction;
  final PlayedIls ils;
  final PlayedPolicy policy;
  private final Slots slots;
  private final TaipeiClock clock;
  private int count;

  Visits(
      Readers readers,
      Activations activations,
      CardApplications applications,
      Cards cards,
      Slots slots,
      TransactionOperations transaction,
      PlayedIls ils,
      PlayedPolicy policy,
      TaipeiClock clock) {
    this.readers = readers;
    this.activations = activations;
    this.applications = applications;
    this.cards = cards;
    this.slots = slots;
    this.transaction = transaction;
    this.ils = ils;
    this.policy = policy;
    this.clock = clock;
  }

  /** A new reader of NTUT, 王小明, who reads Chinese and has a clean record. */
  UUID signsIn() {
    return signsIn(Locale.TAIWAN, "ming@example.org");
  }

  UUID signsIn(Locale language, String email) {
    String number = "n" + ++count;
    ils.knows(number, "王小明", email);
    return signsInAgain(number, language);
  }

  UUID signsInAgain(String number, Locale language) {
    slots.provision(NTUT, 60);
    var answer = readers.signIn(NTUT, number, "demo", language);
    return ((Readers.SignIn.SignedIn) answer).reader();
  }

  /** Asks for activation, as the policy in play answers it. */
  UUID asksForActivation(UUID reader) {
    Consent consent = new Consent("1.0", "1", clock.instant());
    activations.submit(reader, consent, "ming@example.org", "02-2771-2171");
    return activations.of(reader).get(0).id();
  }

  UUID active() {
    UUID reader = signsIn();
    policy.grants();
    asksForActivation(reader);
    return reader;
  }

  /** Applies for a card, as the policy in play answers it. */
  Card applies(UUID reader) {
    applications.apply(reader);
    return cards.ofReader(reader).get(0);
  }

  Card withCard(UUID reader) {
    policy.grants();
    return applies(reader);
  }

  void borrows(Card card, SchoolCode at, String barcode, String title, LocalDate returnBy) {
    Loan.Item item = new Loan.Item(barcode, title, null);
    transaction.executeWithoutResult(
        status ->
            cards.lend(
                cards.lock(card.id()), item, at, new Loan.Due(returnBy, returnBy), byHand()));
  }

  void returns(Card card, SchoolCode at, String barcode) {
    transaction.executeWithoutResult(
        status -> cards.takeBack(cards.lock(card.id()), at, barcode, byHand()));
  }

  private Loan.Step byHand() {
    return new Loan.Step(Loan.Via.HAND, "librarian", clock.instant());
  }
}
