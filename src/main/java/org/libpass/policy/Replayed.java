package org.libpass.policy;

import java.util.List;

/**
 * What kept decisions would be under other rules.
 *
 * @param same how many would come out as they did
 * @param impossible how many could not be decided again, because what is kept of them is not enough
 * @param changed those that would come out otherwise, in the order in which they were given
 */
public record Replayed(int same, int impossible, List<Changed> changed) {

  public Replayed {
    changed = List.copyOf(changed);
  }

  /**
   * A decision that would come out otherwise.
   *
   * @param before as it was kept
   * @param after as it would be
   * @param figures what is given otherwise, such as days; a figure that cases are only counted
   *     against, such as the quota, changes nothing by itself
   */
  public record Changed(KeptDecision before, Decision after, List<Figure> figures) {
    public Changed {
      figures = List.copyOf(figures);
    }
  }

  /**
   * A figure that differs.
   *
   * @param name such as {@code validDays}
   * @param title its name for people
   * @param before its value then, for people
   * @param after its value now, for people
   */
  public record Figure(String name, Wording title, Wording before, Wording after) {}
}
