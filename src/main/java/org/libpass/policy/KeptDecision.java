package org.libpass.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * A decision as it was kept.
 *
 * @param school whose rules were asked
 * @param question what was asked, such as {@code Application}
 * @param subjectKind what it was about, such as {@code card}
 * @param subject the id of that
 * @param inputs the facts by name and field, as JSON
 * @param alliance the number of the alliance's version
 * @param own the number of the version of {@code school}'s own rules, null when it had none
 */
public record KeptDecision(
    UUID id,
    Instant madeAt,
    SchoolCode school,
    String question,
    String subjectKind,
    UUID subject,
    Decision.Outcome outcome,
    String inputs,
    List<Reason> reasons,
    Limits limits,
    int alliance,
    @Nullable Integer own) {

  public KeptDecision {
    reasons = List.copyOf(reasons);
  }
}
