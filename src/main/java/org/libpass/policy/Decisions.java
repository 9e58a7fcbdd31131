package org.libpass.policy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.policy.facts.Question;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** Keeps what was decided and why. Nothing in here is ever changed. */
@Service
public class Decisions {

  /**
   * Keeps a decision, in the caller's transaction.
   *
   * @param school whose rules were asked
   * @param subjectKind what it is about, such as {@code card}; at most 20 characters
   * @param subject the id of that
   * @param facts what was handed to {@link Policies#decide}
   * @return the kept decision's id
   */
  public UUID keep(
      SchoolCode school,
      String subjectKind,
      UUID subject,
      Question question,
      Decision decision,
      Object... facts) {
    throw new UnsupportedOperationException();
  }

  /** A kept decision. */
  public Optional<KeptDecision> find(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** All decisions about one subject, the oldest first. */
  public List<KeptDecision> of(UUID subject) {
    throw new UnsupportedOperationException();
  }
}
