package org.libpass.card;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.CardEvent.Kind;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fines that lending schools record against readers. While one is owed, the policy refuses its
 * reader further cards as it does for a fine at home.
 */
@Service
public class Fines {

  /** The highest amount of one fine, in New Taiwan dollars. */
  public static final int HIGHEST = 100_000;

  private final FineRepository fines;
  private final CardRepository cards;
  private final Readers readers;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final TaipeiClock clock;

  Fines(
      FineRepository fines,
      CardRepository cards,
      Readers readers,
      ApplicationEventPublisher events,
      AuditLog audit,
      TaipeiClock clock) {
    this.fines = fines;
    this.cards = cards;
    this.readers = readers;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** All that was ever recorded on a card, in order. */
  public List<Fine> of(UUID card) {
    return fines.of(card);
  }

  /** What a reader owes to lending schools, in the order in which it was recorded. */
  public List<Fine> owedBy(UUID reader) {
    return fines.owedBy(reader);
  }

  /**
   * Why a fine is recorded.
   *
   * @param barcode of the loan on the card that it is for
   * @param amount New Taiwan dollars, 1 to {@link #HIGHEST}
   * @param note in words, 1 to 500 characters; the reader and the home school see it
   */
  public record Reasons(String barcode, int amount, String note) {

    public Reasons {
      if (amount < 1 || amount > HIGHEST) {
        throw new IllegalArgumentException("A fine of " + amount);
      }
    }
  }

  /**
   * Records a fine for a loan that the school made on the card, back or not.
   *
   * @param by the librarian's account
   * @return empty when the school has made no such loan on it: nothing was done
   */
  @Transactional
  public Optional<Fine> record(UUID card, SchoolCode lender, Reasons reasons, String by) {
    Card on = cards.findById(card).orElseThrow();
    // Whoever decides on an application holds the same lock, so that no card is issued in between.
    readers.lock(on.reader());
    return on.loans().stream()
        .filter(loan -> loan.is(lender, reasons.barcode()))
        .map(Loan::label)
        .findFirst()
        .map(item -> keep(on, lender, item, reasons, by));
  }

  private Fine keep(Card on, SchoolCode lender, String item, Reasons reasons, String by) {
    Fine fine =
        new Fine(
            UUID.randomUUID(),
            on.reader(),
            on.id(),
            lender,
            item,
            reasons.amount(),
            reasons.note(),
            new Fine.Step(clock.instant(), by),
            null);
    fines.add(fine);
    tell(fine, Kind.FINE_RECORDED, fine.recorded(), fine.note());
    log(fine, on, "fine-recorded", by, fine.note());
    return fine;
  }

  /**
   * Lifts a fine: it was paid, or is not asked for any more.
   *
   * @param card on which it was recorded
   * @param lender the school that recorded it
   * @param note in words, 1 to 500 characters
   * @param by the librarian's account
   * @return false when there is no such fine of that school, or it was lifted before
   */
  @Transactional
  public boolean lift(UUID id, UUID card, SchoolCode lender, String note, String by) {
    Optional<Fine> owed =
        fines
            .find(id)
            .filter(fine -> fine.isOwed() && fine.lender().equals(lender))
            .filter(fine -> fine.card().equals(card));
    Fine.Step step = new Fine.Step(clock.instant(), by);
    if (owed.isEmpty() || !fines.lift(id, new Fine.Lifting(step, note))) {
      return false;
    }
    tell(owed.get(), Kind.FINE_LIFTED, step, note);
    log(owed.get(), cards.findById(card).orElseThrow(), "fine-lifted", by, note);
    return true;
  }

  private void tell(Fine fine, Kind kind, Fine.Step step, String note) {
    events.publishEvent(
        new CardEvent(
            fine.card(),
            fine.reader(),
            kind,
            step.at(),
            fine.lender(),
            fine.item(),
            step.by(),
            note));
  }

  private void log(Fine fine, Card on, String action, String by, String note) {
    String detail = fine.amount() + "; " + note;
    audit.keep(fine.lender().value(), by, action, on.number().value(), detail);
  }
}
