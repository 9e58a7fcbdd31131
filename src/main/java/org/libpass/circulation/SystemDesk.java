package org.libpass.circulation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.Librarian;
import org.libpass.circulation.Desk.TakenBack;
import org.libpass.circulation.SentSteps.Sent;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotAccounts.Written;
import org.libpass.ils.SlotCharges;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lends and takes back through the desk's own library system: reserved in one transaction, sent
 * outside of any, confirmed in the next. What was sent and not answered is found out by asking,
 * never by sending it again.
 */
@Component
class SystemDesk {

  private final Cards cards;
  private final Admission admission;
  private final SentSteps sent;
  private final Observations observations;
  private final Disagreements disagreements;
  private final SlotAccounts accounts;
  private final ReturnDates dates;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  SystemDesk(
      Cards cards,
      Admission admission,
      SentSteps sent,
      Observations observations,
      Disagreements disagreements,
      SlotAccounts accounts,
      ReturnDates dates,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.cards = cards;
    this.admission = admission;
    this.sent = sent;
    this.observations = observations;
    this.disagreements = disagreements;
    this.accounts = accounts;
    this.dates = dates;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param day on which the item leaves the desk, or has left it: policy is asked about that day;
   *     the system lends now, and what it says of the due date counts
   */
  Lent lend(SchoolCode desk, UUID cardId, Loan.Item item, Librarian by, LocalDate day) {
    Admission.Answer answer = transaction.execute(status -> reserve(desk, cardId, item, by, day));
    if (answer instanceof Admission.Answer.Refused refused) {
      return refused.why();
    }
    Sent step = sent.find(desk, item.barcode()).orElseThrow();
    String account = cards.get(cardId).slotAccount();
    try {
      Written written = accounts.checkOut(desk, account, item.barcode());
      if (written instanceof Written.Done done) {
        return lent(step, done.title(), dates.saidOr(desk, done.dueDate(), step.due()));
      }
      if (written instanceof Written.Refused refused) {
        forget(step);
        return new Lent.SystemRefused(refused.screenMessage());
      }
      return findOutWhetherLent(step, account);
    } catch (IlsUnavailable neverSent) {
      forget(step);
      return new Lent.SystemAway();
    }
  }

  private Admission.Answer reserve(
      SchoolCode desk, UUID cardId, Loan.Item item, Librarian by, LocalDate day) {
    Admission.Answer answer = admission.ask(desk, cardId, item, by, day);
    if (answer instanceof Admission.Answer.Admitted admitted) {
      sent.begin(
          new Sent(
              UUID.randomUUID(),
              cardId,
              desk,
              item,
              true,
              by.account(),
              clock.instant(),
              admitted.due()));
    }
    return answer;
  }

  private Lent lent(Sent step, @Nullable String title, Loan.Due due) {
    return transaction.execute(
        status -> {
          Card card = cards.lock(step.card());
          sent.over(step);
          Optional<Loan> known = card.itemOut(step.lender(), step.barcode());
          if (known.isPresent()) {
            return new Lent.Done(card, known.get()); // the sweep has seen it meanwhile
          }
          keep(step, Observation.Kind.CHECKED_OUT);
          Loan.Item item =
              new Loan.Item(
                  step.barcode(), title == null ? step.item().title() : title, step.item().type());
          // Whatever the card says by now: the library has lent it.
          Loan loan =
              cards.record(
                  card,
                  item,
                  step.lender(),
                  due,
                  new Loan.Step(Loan.Via.SYSTEM, step.by(), clock.instant()));
          return new Lent.Done(card, loan);
        });
  }

  /** The request was sent and not answered. */
  private Lent findOutWhetherLent(Sent step, String account) {
    keepUnanswered(step);
    try {
      SlotCharges charges = accounts.charged(step.lender(), account);
      if (charges.barcodes().contains(step.barcode())) {
        Loan.Due due =
            dates.saidOr(step.lender(), dueDateOf(step.lender(), step.barcode()), step.due());
        return lent(step, null, due);
      }
      if (charges.whole()) {
        forget(step);
        return new Lent.NotLent();
      }
    } catch (IlsUnavailable stillSilent) {
      // The step stays: the next good answer settles it.
    }
    return new Lent.Unknown();
  }

  private @Nullable LocalDate dueDateOf(SchoolCode lender, String barcode) {
    try {
      return accounts.item(lender, barcode).dueDate();
    } catch (IlsUnavailable unknown) {
      return null;
    }
  }

  TakenBack takeBack(SchoolCode desk, UUID cardId, String barcode, Librarian by) {
    Optional<Sent> reserved = transaction.execute(status -> reserve(desk, cardId, barcode, by));
    if (reserved.isEmpty()) {
      return new TakenBack.NotOut();
    }
    Sent step = reserved.get();
    try {
      Written written = accounts.checkIn(desk, barcode);
      if (written instanceof Written.Done) {
        return back(step);
      }
      if (written instanceof Written.Refused refused) {
        forget(step);
        return new TakenBack.SystemRefused(refused.screenMessage());
      }
      return findOutWhetherBack(step);
    } catch (IlsUnavailable neverSent) {
      forget(step);
      return new TakenBack.SystemAway();
    }
  }

  private Optional<Sent> reserve(SchoolCode desk, UUID cardId, String barcode, Librarian by) {
    Card card = cards.lock(cardId);
    Optional<Loan> out = card.itemOut(desk, barcode);
    if (out.isEmpty()) {
      return Optional.empty();
    }
    Loan.Item item = new Loan.Item(barcode, out.get().title(), out.get().itemType());
    Sent step =
        new Sent(UUID.randomUUID(), cardId, desk, item, false, by.account(), clock.instant(), null);
    sent.begin(step);
    return Optional.of(step);
  }

  private TakenBack back(Sent step) {
    return transaction.execute(
        status -> {
          Card card = cards.lock(step.card());
          sent.over(step);
          if (card.itemOut(step.lender(), step.barcode()).isEmpty()) {
            return new TakenBack.NotOut();
          }
          keep(step, Observation.Kind.CHECKED_IN);
          Loan loan =
              cards.takeBack(
                  card,
                  step.lender(),
                  step.barcode(),
                  new Loan.Step(Loan.Via.SYSTEM, step.by(), clock.instant()));
          disagreements.over(card.id(), step.lender(), step.barcode());
          return new TakenBack.Done(card, loan);
        });
  }

  private TakenBack findOutWhetherBack(Sent step) {
    keepUnanswered(step);
    try {
      SlotCharges charges = accounts.charged(step.lender(), cards.get(step.card()).slotAccount());
      if (charges.barcodes().contains(step.barcode())) {
        forget(step);
        return new TakenBack.NotTakenBack();
      }
      if (charges.whole()) {
        return back(step);
      }
    } catch (IlsUnavailable stillSilent) {
      // The step stays: the next good answer settles it.
    }
    return new TakenBack.Unknown();
  }

  private void forget(Sent step) {
    transaction.executeWithoutResult(status -> sent.over(step));
  }

  private void keepUnanswered(Sent step) {
    transaction.executeWithoutResult(status -> keep(step, Observation.Kind.NOT_ANSWERED));
  }

  private void keep(Sent step, Observation.Kind kind) {
    observations.keep(
        new Observation(step.card(), step.lender(), step.barcode(), kind, clock.instant(), null));
  }
}
