package org.libpass.policy;

import java.util.List;

/**
 * A rule in force, for the pages that show policy.
 *
 * @param name the rule's name
 * @param source whose rule it is
 * @param locked whether a school may not replace it
 * @param file the rule file, relative to the rules directory
 * @param line where it begins there, from 1
 * @param question the question that it answers, such as {@code Application}
 * @param objections for what it refuses or refers, in its order; empty when it only sets limits
 * @param unconditional whether it holds in every case of its question
 * @param text the rule as it is written
 */
public record RuleText(
    String name,
    Source source,
    boolean locked,
    String file,
    int line,
    String question,
    List<Objection> objections,
    boolean unconditional,
    String text) {

  public RuleText {
    objections = List.copyOf(objections);
  }

  /** Whose rule it is. */
  public enum Source {
    ALLIANCE,
    SCHOOL
  }

  /**
   * What the rule says when it objects.
   *
   * @param outcome {@link Decision.Outcome#REFUSED} or {@link Decision.Outcome#REFERRED}
   */
  public record Objection(Decision.Outcome outcome, Reason reason) {}
}
