package org.libpass.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Decisions;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.School;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderFacts;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applications for a card: the home library is asked first, then the policy of the home school
 * decides in one transaction with what follows from it.
 */
@Service
public class CardApplications {

  /** What kept decisions call their subject when it is a card or an application for one. */
  public static final String SUBJECT = "card";

  private final Readers readers;
  private final Slots slots;
  private final CardBook book;
  private final Policies policies;
  private final Decisions decisions;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  CardApplications(
      Readers readers,
      Slots slots,
      CardBook book,
      Policies policies,
      Decisions decisions,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.readers = readers;
    this.slots = slots;
    this.book = book;
    this.policies = policies;
    this.decisions = decisions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The answer to an application, or to a librarian who approves a referred one. */
  public sealed interface Answer {

    /** The reader has a card. */
    record Issued(Card card) implements Answer {}

    /** No card, for each of these reasons; never empty. */
    record Refused(List<Reason> reasons) implements Answer {}

    /** A librarian of the home school will look at it. */
    record Referred(UUID application) implements Answer {}

    /**
     * The home library can't be asked now, so nothing is decided and nothing issued.
     *
     * @param lastAnswer when it answered last
     */
    record CannotAsk(Instant lastAnswer) implements Answer {}

    /**
     * A librarian approves many at once, and policy would refuse this one now: the application
     * stays open.
     */
    record Objected(List<Reason> reasons) implements Answer {}

    /** The librarian's approval finds the school's cards all in use: the application stays open. */
    record QuotaFull() implements Answer {}

    /** The application was decided or withdrawn meanwhile: nothing was done. */
    record AlreadyDecided() implements Answer {}
  }

  /** The reader confirms an application. */
  @Transactional(propagation = Propagation.NEVER)
  public Answer apply(UUID readerId) {
    return askedFirst(readerId, this::decide);
  }

  private Answer askedFirst(UUID readerId, Function<Reader, Answer> decide) {
    try {
      readers.refresh(readerId);
    } catch (IlsUnavailable noAnswer) {
      return new Answer.CannotAsk(readers.get(readerId).homeRecord().askedAt());
    }
    return transaction.execute(status -> decide.apply(readers.lock(readerId)));
  }

  private Answer decide(Reader reader) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Case facts = facts(reader, id);
    Decision decision = decide(reader, facts);
    UUID kept = keep(reader, id, decision, facts);
    if (decision instanceof Decision.Refused) {
      return new Answer.Refused(decision.reasons());
    }
    if (decision instanceof Decision.Referred) {
      book.begin(Card.referred(id, reader.id(), reader.school(), kept, now));
      return new Answer.Referred(id);
    }
    Card.Terms terms = terms(reader, id, decision, now);
    Card card = Card.issued(id, reader.id(), reader.school(), kept, terms, now);
    book.begin(card);
    return new Answer.Issued(card);
  }

  /**
   * A librarian of the home school approves a referred application. Everything is asked again: what
   * policy refuses now stays refused; a full quota leaves the application open.
   *
   * @param by the librarian's account
   */
  @Transactional(propagation = Propagation.NEVER)
  public Answer approve(UUID application, UUID reader, String by) {
    return askedFirst(reader, known -> approve(application, known, by, true));
  }

  /**
   * A librarian approves many at once, and this one unless policy would refuse it now: a refusal is
   * for one who looks at the case.
   *
   * @param by the librarian's account
   */
  @Transactional(propagation = Propagation.NEVER)
  public Answer approveUnobjected(UUID application, UUID reader, String by) {
    return askedFirst(reader, known -> approve(application, known, by, false));
  }

  private Answer approve(UUID id, Reader reader, String by, boolean refusalStands) {
    Case facts = facts(reader, id);
    Card card = book.lock(id);
    if (card.state() != CardState.REFERRED) {
      return new Answer.AlreadyDecided();
    }
    Instant now = clock.instant();
    Decision decision = decide(reader, facts);
    if (decision instanceof Decision.Refused && onlyForWantOfCards(reader, facts)) {
      return new Answer.QuotaFull();
    }
    if (decision instanceof Decision.Refused && !refusalStands) {
      return new Answer.Objected(decision.reasons());
    }
    UUID kept = keep(reader, id, decision, facts);
    if (decision instanceof Decision.Refused) {
      card.refuse(kept, by, null, now);
      book.keep(card, false);
      return new Answer.Refused(decision.reasons());
    }
    card.grant(terms(reader, id, decision, now), kept, by, now);
    book.keep(card, true);
    return new Answer.Issued(card);
  }

  /** Whether policy would not refuse if the school had cards left. */
  private boolean onlyForWantOfCards(Reader reader, Case facts) {
    Case plenty = new Case(facts.reader(), new School(0, 1));
    return !(decide(reader, plenty) instanceof Decision.Refused);
  }

  /**
   * A librarian of the home school refuses a referred application.
   *
   * @param why in words, at most 500 characters; the reader is told
   * @return false when it was decided or withdrawn meanwhile: nothing was done
   */
  @Transactional
  public boolean refuse(UUID application, String by, String why) {
    return end(application, card -> card.refuse(card.decision(), by, why, clock.instant()));
  }

  /**
   * The reader withdraws a referred application.
   *
   * @return false when it was decided meanwhile: nothing was done
   */
  @Transactional
  public boolean withdraw(UUID application) {
    return end(application, card -> card.withdraw(clock.instant()));
  }

  private boolean end(UUID id, Consumer<Card> change) {
    Card card = book.lock(id);
    if (card.state() != CardState.REFERRED) {
      return false;
    }
    change.accept(card);
    book.keep(card, false);
    return true;
  }

  /** What the home school's policy says now, as a preview: the home library is not asked for it. */
  public Decision preview(UUID readerId) {
    Reader reader = readers.get(readerId);
    Slots.Standing standing = slots.standing(reader.school());
    return decide(reader, facts(reader, standing, null));
  }

  /** The last valid day of a card issued today. */
  public LocalDate validUntil(Decision decision) {
    return clock.today().plusDays(decision.limits().validDays());
  }

  /** How many cards the school can issue now, by its quota and its free accounts; 0 or more. */
  public int cardsLeft(SchoolCode school, Limits limits) {
    Slots.Standing standing = slots.standing(school);
    return Math.max(0, Math.min(limits.openCardsPerSchool() - standing.held(), standing.free()));
  }

  private record Case(org.libpass.policy.facts.Reader reader, School school) {}

  private Case facts(Reader reader, UUID application) {
    return facts(reader, slots.lock(reader.school()), application);
  }

  private Case facts(Reader reader, Slots.Standing standing, @Nullable UUID application) {
    return new Case(
        ReaderFacts.of(
            reader, book.figures(reader.id(), clock.today(), application), clock.today()),
        new School(standing.held(), standing.free()));
  }

  private Decision decide(Reader reader, Case facts) {
    return policies.decide(reader.school(), new Application(), facts.reader(), facts.school());
  }

  private UUID keep(Reader reader, UUID id, Decision decision, Case facts) {
    return decisions.keep(
        reader.school(), SUBJECT, id, new Application(), decision, facts.reader(), facts.school());
  }

  private Card.Terms terms(Reader reader, UUID card, Decision decision, Instant now) {
    Slots.Taken taken =
        slots
            .take(reader.school(), card, now)
            .orElseThrow(() -> new IllegalStateException("Granted without a free slot"));
    return new Card.Terms(
        taken.slot(), taken.number(), validUntil(decision), decision.limits().totalItems());
  }
}
