package org.libpass.reader;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Decisions;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.facts.Question;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one-time review by the home school: asked for by a reader, decided by policy or a librarian.
 */
@Service
public class Activations {

  /** What kept decisions call their subject when it is an activation. */
  public static final String SUBJECT = "activation";

  private final ReaderRepository readers;
  private final ActivationRepository activations;
  private final Readers people;
  private final Consents consents;
  private final ReviewedRecords reviewed;
  private final Policies policies;
  private final Decisions decisions;
  private final ActivationProcess process;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  Activations(
      ReaderRepository readers,
      ActivationRepository activations,
      Readers people,
      Consents consents,
      ReviewedRecords reviewed,
      Policies policies,
      Decisions decisions,
      ActivationProcess process,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.readers = readers;
    this.activations = activations;
    this.people = people;
    this.consents = consents;
    this.reviewed = reviewed;
    this.policies = policies;
    this.decisions = decisions;
    this.process = process;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The answer to a request. */
  public enum Submitted {
    /** The policy granted it at once. */
    GRANTED,
    /** The policy refused it at once; the kept decision says why. */
    REFUSED,
    /** A librarian will look at it. */
    REFERRED,
    /** There is a request already, or the reader is active: nothing was done. */
    NOT_NEEDED,
    /** The library system could not be asked: nothing was done. */
    CANNOT_ASK
  }

  /**
   * Asks for activation: the library system first, then the policy.
   *
   * @param email the reader's usual address, checked by the form
   * @param phone at most 40 characters, checked by the form
   */
  @Transactional(propagation = Propagation.NEVER)
  public Submitted submit(UUID readerId, Consent consent, String email, String phone) {
    try {
      people.refresh(readerId);
    } catch (IlsUnavailable noAnswer) {
      return Submitted.CANNOT_ASK;
    }
    return transaction.execute(status -> decide(people.lock(readerId), consent, email, phone));
  }

  private Submitted decide(Reader reader, Consent consent, String email, String phone) {
    if (!reader.mayAskForActivation()) {
      return Submitted.NOT_NEEDED;
    }
    UUID id = UUID.randomUUID();
    Question question = new org.libpass.policy.facts.Activation();
    Object facts = facts(reader);
    Decision decision = policies.decide(reader.school(), question, facts);
    UUID kept = decisions.keep(reader.school(), SUBJECT, id, question, decision, facts);
    Instant now = clock.instant();
    Activation activation =
        new Activation(id, reader.id(), reader.school().value(), email, phone, now, kept);
    reader.correctContact(email, phone);
    reader.agree(consent);
    consents.keep(reader.id(), consent);
    if (decision instanceof Decision.Referred) {
      activations.save(activation);
      reader.become(Reader.Status.PENDING);
      readers.save(reader);
      process.referred(id, reader.school());
      return Submitted.REFERRED;
    }
    boolean granted = decision instanceof Decision.Granted;
    settle(activation, reader, granted, null, null);
    return granted ? Submitted.GRANTED : Submitted.REFUSED;
  }

  private Decision decision(Reader reader) {
    Question question = new org.libpass.policy.facts.Activation();
    return policies.decide(reader.school(), question, facts(reader));
  }

  private Object facts(Reader reader) {
    return ReaderFacts.of(reader, CardFigures.NONE, clock.today());
  }

  /** The answer to a librarian who approves. */
  public enum Approved {
    /** The reader may apply for cards. */
    DONE,
    /** It was decided already: nothing was done. */
    ALREADY_DECIDED,
    /** The library system could not be asked: nothing was done. */
    CANNOT_ASK,
    /** Policy would refuse now, which only one who looks at the case may pass over. */
    OBJECTED
  }

  /**
   * A librarian of the home school says yes. The library system is asked first, so that it is said
   * of a reader whom it still knows, and what is kept is how it stood then.
   *
   * @param by the librarian's account
   */
  @Transactional(propagation = Propagation.NEVER)
  public Approved approve(UUID id, String by) {
    try {
      people.refresh(get(id).reader());
    } catch (IlsUnavailable noAnswer) {
      return Approved.CANNOT_ASK;
    }
    return transaction.execute(status -> granted(id, by));
  }

  private Approved granted(UUID id, String by) {
    return decideByHand(id, true, by, null) ? Approved.DONE : Approved.ALREADY_DECIDED;
  }

  /**
   * A librarian says yes to many at once, and to this one unless policy would refuse it now. That
   * policy asks for a librarian's look is no objection: this is the librarian's answer.
   *
   * @param by the librarian's account
   */
  @Transactional(propagation = Propagation.NEVER)
  public Approved approveUnobjected(UUID id, String by) {
    try {
      people.refresh(get(id).reader());
    } catch (IlsUnavailable noAnswer) {
      return Approved.CANNOT_ASK;
    }
    return transaction.execute(
        status -> {
          Reader reader = people.lock(get(id).reader());
          return get(id).isPending() && !objections(reader).isEmpty()
              ? Approved.OBJECTED
              : granted(id, by);
        });
  }

  /** Why policy would refuse the activation, by what is known now; empty when it would not. */
  public List<Reason> objections(UUID id) {
    return objections(people.get(get(id).reader()));
  }

  private List<Reason> objections(Reader reader) {
    Decision decision = decision(reader);
    return decision instanceof Decision.Refused ? decision.reasons() : List.of();
  }

  /**
   * A librarian of the home school says no.
   *
   * @param why in words, at most 500 characters; the reader is told
   * @return false when it was decided already: nothing was done
   */
  @Transactional
  public boolean refuse(UUID id, String by, String why) {
    return decideByHand(id, false, by, why);
  }

  private boolean decideByHand(UUID id, boolean granted, String by, @Nullable String why) {
    Reader reader = people.lock(get(id).reader());
    Activation activation = get(id);
    if (!activation.isPending()) {
      return false;
    }
    settle(activation, reader, granted, by, why);
    process.decided(id);
    return true;
  }

  private void settle(
      Activation activation,
      Reader reader,
      boolean granted,
      @Nullable String by,
      @Nullable String why) {
    activation.decide(granted, by, why, clock.instant());
    reader.become(granted ? Reader.Status.ACTIVE : Reader.Status.REFUSED);
    readers.save(reader);
    activations.save(activation);
    reviewed.keep(activation.id(), reader.id(), Reviewed.of(reader, clock.instant()));
  }

  /** What the last decided activation of a reader saw; empty when none was kept. */
  public Optional<Reviewed> lastReview(UUID reader) {
    return reviewed.last(reader);
  }

  /**
   * @throws NoSuchElementException if there is no such activation
   */
  public Activation get(UUID id) {
    return activations.findById(id).orElseThrow();
  }

  /** A reader's requests, the newest first. */
  public List<Activation> of(UUID reader) {
    return activations.findByReaderIdOrderBySubmittedAtDesc(reader);
  }
}
