package org.libpass.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts a school's rules in the place of the alliance's of the same name, and after the others. A
 * rule that may not do so is left out and reported, so that what remains always has an answer, and
 * the same on every node.
 */
final class RuleMerge {

  private final RulesVersion version;
  private final List<Rule> alliance;
  private final List<Rule> school;
  private final Consumer<RuleFileException> leftOut;

  /**
   * @param leftOut is told why a school's rule is left out
   */
  RuleMerge(
      RulesVersion version,
      List<Rule> alliance,
      List<Rule> school,
      Consumer<RuleFileException> leftOut) {
    this.version = version;
    this.alliance = alliance;
    this.school = new ArrayList<>(school);
    this.leftOut = leftOut;
  }

  /**
   * @throws RuleFileException if the alliance's rules leave a figure open by themselves
   */
  RuleSet merged() throws RuleFileException {
    leaveOutWhatMayNotReplace();
    while (true) {
      RuleSet rules = inOrder();
      Optional<Verb> open =
          Verb.ALWAYS_SET.stream().filter(verb -> !rules.always().containsKey(verb)).findFirst();
      if (open.isEmpty()) {
        return rules;
      }
      leaveOutWhatTook(open.get());
    }
  }

  private void leaveOutWhatMayNotReplace() {
    for (Rule rule : alliance) {
      for (Rule own : List.copyOf(school)) {
        if (own.isNamedLike(rule) && !own.name().equals(rule.name())) {
          leaveOut(own, "name-like", own.name(), rule.name());
        }
      }
      replacement(rule)
          .ifPresent(
              own -> {
                if (rule.locked()) {
                  leaveOut(own, "locked", rule.name());
                } else if (own.asked() != rule.asked()) {
                  leaveOut(own, "other-question", rule.name(), rule.asked().named());
                }
              });
    }
  }

  /** The school's rule that replaced the one by which the alliance always set this figure. */
  private void leaveOutWhatTook(Verb figure) throws RuleFileException {
    Name question = Objects.requireNonNull(figure.question()).named();
    for (Rule rule : alliance) {
      Optional<Rule> own = replacement(rule);
      if (own.isPresent() && rule.unconditional() && rule.sets(figure)) {
        leaveOut(own.get(), "figure-missing", figure.named(), question);
        return;
      }
    }
    throw new RuleFileException(1, "figure-missing", figure.named(), question);
  }

  private void leaveOut(Rule own, String key, Object... details) {
    school.remove(own);
    leftOut.accept(new RuleFileException(own.line(), key, details));
  }

  private Optional<Rule> replacement(Rule rule) {
    return school.stream().filter(own -> own.name().equals(rule.name())).findFirst();
  }

  private RuleSet inOrder() {
    List<Rule> merged = new ArrayList<>();
    alliance.stream().filter(rule -> replacement(rule).isEmpty()).forEach(merged::add);
    merged.addAll(school);
    Map<Verb, Verb.Call> always = new EnumMap<>(Verb.class);
    merged.stream().filter(Rule::unconditional).forEach(rule -> rule.setInto(always));
    return new RuleSet(version, List.copyOf(merged), Collections.unmodifiableMap(always));
  }
}
