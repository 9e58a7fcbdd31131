package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a tried case, with the rule behind everything in it.
 *
 * @param question what was asked, such as {@code Application}
 * @param today the date in Taipei on which it was asked
 * @param reasons why, in the order of the decision's reasons
 * @param figures the figures that this question answers with
 */
public record Explained(
    String question,
    LocalDate today,
    Decision decision,
    List<Because> reasons,
    List<Figure> figures) {

  public Explained {
    reasons = List.copyOf(reasons);
    figures = List.copyOf(figures);
  }

  /** A reason and the rule that gave it. */
  public record Because(Reason reason, RuleText rule) {}

  /**
   * A figure and the rule that set it.
   *
   * @param name such as {@code validDays}
   * @param title its name for people
   * @param value its value for people
   * @param rule null when no rule sets it
   */
  public record Figure(String name, Wording title, Wording value, @Nullable RuleText rule) {}
}
