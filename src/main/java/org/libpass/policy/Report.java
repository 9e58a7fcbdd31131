package org.libpass.policy;

import java.util.List;

/**
 * What was found when a version was published. Errors are not among it: with one, nothing is
 * published.
 *
 * @param warnings what its author was warned of
 * @param examples how many examples were run, all with the expected answer
 * @param flagged of a version of the alliance: the codes of the schools with which it does not go
 *     well
 */
public record Report(List<RulesWarning> warnings, int examples, List<String> flagged) {

  public Report {
    warnings = List.copyOf(warnings);
    flagged = List.copyOf(flagged);
  }
}
