package org.libpass.reader;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One request of a reader to be activated, and what became of it. */
public class Activation extends AbstractAggregateRoot<Activation> {

  /** What became of the request. */
  public enum State {
    PENDING,
    GRANTED,
    REFUSED
  }

  @Id private final UUID id;
  @Version private int version;
  private final UUID readerId;
  private final String school;
  private State state = State.PENDING;
  private final String email;
  private final String phone;
  private final Instant submittedAt;
  private final UUID decisionId;
  private @Nullable Instant decidedAt;
  private @Nullable String decidedBy;
  private @Nullable String reason;

  Activation(
      UUID id,
      UUID readerId,
      String school,
      String email,
      String phone,
      Instant submittedAt,
      UUID decisionId) {
    this.id = id;
    this.readerId = readerId;
    this.school = school;
    this.email = email;
    this.phone = phone;
    this.submittedAt = submittedAt;
    this.decisionId = decisionId;
  }

  /**
   * Grants or refuses the request, once.
   *
   * @param by the librarian's account, or null when the policy decided at once
   * @param why the reason of a refusal in words, null when the policy's reasons say it
   */
  void decide(boolean granted, @Nullable String by, @Nullable String why, Instant now) {
    if (state != State.PENDING) {
      throw new IllegalStateException("Already decided: " + id);
    }
    state = granted ? State.GRANTED : State.REFUSED;
    decidedAt = now;
    decidedBy = by;
    reason = why;
    registerEvent(new ActivationDecided(id, readerId, granted));
  }

  public UUID id() {
    return id;
  }

  public UUID reader() {
    return readerId;
  }

  /** The home school, whose librarians decide. */
  public SchoolCode school() {
    return new SchoolCode(school);
  }

  public State state() {
    return state;
  }

  public boolean isPending() {
    return state == State.PENDING;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  /** What the policy said at submission, as kept. */
  public UUID decision() {
    return decisionId;
  }

  public @Nullable Instant decidedAt() {
    return decidedAt;
  }

  /** The librarian's account; null while pending or when the policy decided at once. */
  public @Nullable String decidedBy() {
    return decidedBy;
  }

  /** The librarian's words for a refusal; null otherwise. */
  public @Nullable String reason() {
    return reason;
  }
}
