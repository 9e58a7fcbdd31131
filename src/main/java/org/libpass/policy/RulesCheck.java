package org.libpass.policy;

import java.util.Comparator;
import java.util.List;

/**
 * What was found in a set of texts that somebody wants to publish.
 *
 * @param errors what keeps it from being published
 * @param warnings what may not be meant
 * @param examples what came of the examples; empty when errors kept them from being run
 * @param flagged of the alliance's texts: which schools they don't go well with, and why; that does
 *     not keep them from being published
 */
public record RulesCheck(
    List<RulesError> errors,
    List<RulesWarning> warnings,
    List<ExampleResult> examples,
    List<Flagged> flagged) {

  public RulesCheck {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    examples = List.copyOf(examples);
    flagged = flagged.stream().sorted(Comparator.comparing(one -> one.school().value())).toList();
  }

  /** A school that an alliance's change does not go well with. */
  public record Flagged(RuleOwner school, List<RulesError> errors) {
    public Flagged {
      errors = List.copyOf(errors);
    }
  }

  /** Whether it may be published. */
  public boolean isGood() {
    return errors.isEmpty();
  }

  static RulesCheck refused(List<RulesError> errors) {
    return new RulesCheck(errors, List.of(), List.of(), List.of());
  }

  Report report() {
    return new Report(
        warnings,
        examples.size(),
        flagged.stream().map(one -> one.school().value()).sorted().toList());
  }
}
