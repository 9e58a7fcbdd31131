package org.libpass.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says of a file's rules what their author may not have meant. */
final class Warnings {

  private final List<Rule> rules;
  private final List<RulesWarning> found = new ArrayList<>();

  private Warnings(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * @param rules of one file, in its order
   * @return by line
   */
  static List<RulesWarning> of(List<Rule> rules) {
    Warnings warnings = new Warnings(rules);
    rules.forEach(rule -> warnings.found.addAll(rule.warnings()));
    warnings.overlaps();
    warnings.found.sort(Comparator.comparingInt(RulesWarning::line));
    return List.copyOf(warnings.found);
  }

  private void overlaps() {
    for (int later = 1; later < rules.size(); later++) {
      for (Rule earlier : rules.subList(0, later)) {
        overlap(earlier, rules.get(later));
      }
    }
  }

  /** A rule with conditions after one without is a default and its exception, as it should be. */
  private void overlap(Rule earlier, Rule later) {
    boolean exception = earlier.unconditional() && !later.unconditional();
    if (earlier.asked() != later.asked() || exception || !Overlap.of(earlier, later)) {
      return;
    }
    for (Verb.Call first : earlier.calls()) {
      for (Verb.Call second : later.calls()) {
        if (contradict(first, second)) {
          say(earlier, later, second.verb());
        }
      }
    }
  }

  private static boolean contradict(Verb.Call first, Verb.Call second) {
    return !first.verb().decides()
        && first.verb().figure() == second.verb().figure()
        && !first.figures().equals(second.figures());
  }

  private void say(Rule earlier, Rule later, Verb verb) {
    if (later.unconditional()) {
      found.add(
          RulesWarning.of(
              earlier.file(),
              earlier.line(),
              "limit-unused",
              earlier.name(),
              verb.named(),
              later.name(),
              later.line()));
    } else {
      found.add(
          RulesWarning.of(
              later.file(),
              later.line(),
              "limits-overlap",
              later.name(),
              earlier.name(),
              earlier.line(),
              verb.named()));
    }
  }
}
