package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rules in force for one school, in the order in which they count: the alliance's that the
 * school does not replace, then the school's own.
 *
 * @param version names the texts
 * @param always the figures that hold in every case
 */
record RuleSet(RulesVersion version, List<Rule> rules, Map<Verb, Verb.Call> always) {

  /** Merges and checks that nothing locked is replaced and no figure is missing. */
  static RuleSet merge(RulesVersion version, List<Rule> alliance, List<Rule> school)
      throws RuleFileException {
    Map<String, Rule> own = new HashMap<>();
    school.forEach(rule -> own.put(rule.name(), rule));
    List<Rule> merged = new ArrayList<>();
    Map<Verb, Rule> replacedFigures = new EnumMap<>(Verb.class);
    for (Rule rule : alliance) {
      Rule replacement = own.get(rule.name());
      if (replacement == null) {
        merged.add(rule);
      } else if (rule.locked()) {
        throw new RuleFileException(replacement.line(), "locked", rule.name());
      } else if (replacement.asked() != rule.asked()) {
        throw new RuleFileException(
            replacement.line(), "other-question", rule.name(), rule.asked().named());
      } else {
        rule.calls().forEach(call -> replacedFigures.put(call.verb().figure(), replacement));
      }
    }
    merged.addAll(school);
    Map<Verb, Verb.Call> always = new EnumMap<>(Verb.class);
    merged.stream().filter(Rule::unconditional).forEach(rule -> set(always, rule));
    for (Verb verb : Verb.ALWAYS_SET) {
      if (!always.containsKey(verb)) {
        Rule replacement = replacedFigures.get(verb);
        int line = replacement == null ? 1 : replacement.line();
        throw new RuleFileException(
            line, "figure-missing", verb.named(), Objects.requireNonNull(verb.question()).named());
      }
    }
    return new RuleSet(version, List.copyOf(merged), Collections.unmodifiableMap(always));
  }

  /** The figures that hold in every case. */
  Limits limits() {
    return limits(List.of());
  }

  /**
   * The figures when these rules hold: of two that set the same, the later wins.
   *
   * @param holding in the order in which they count, the unconditional ones of the question asked
   *     among them
   */
  Limits limits(List<Rule> holding) {
    Map<Verb, Verb.Call> figures = new EnumMap<>(Verb.class);
    figures.putAll(always);
    holding.forEach(rule -> set(figures, rule));
    return new Limits(
        figure(figures, Verb.OPEN_CARDS_PER_SCHOOL),
        figure(figures, Verb.OPEN_CARDS_PER_READER),
        figure(figures, Verb.VALID_DAYS),
        figure(figures, Verb.TOTAL_ITEMS),
        figure(figures, Verb.LOAN_DAYS),
        figure(figures, Verb.RENEWALS),
        figures.containsKey(Verb.ITEMS_AT_DESK)
            ? figure(figures, Verb.ITEMS_AT_DESK)
            : Integer.MAX_VALUE,
        figures.containsKey(Verb.MOVE_TO_NEXT_OPEN_DAY),
        figures.containsKey(Verb.NOT_LATER_THAN)
            ? LocalDate.ofEpochDay(figure(figures, Verb.NOT_LATER_THAN))
            : null,
        list(figures, Verb.NOTICE_DAYS_BEFORE),
        list(figures, Verb.NOTICE_DAYS_AFTER),
        figure(figures, Verb.NOTICE_EVERY),
        figure(figures, Verb.REVIEW_DAYS),
        figure(figures, Verb.WAITING_OFFER_HOURS));
  }

  /**
   * Which rule sets each figure when these rules hold.
   *
   * @param holding as for {@link #limits(List)}
   */
  Map<Verb, Rule> sources(List<Rule> holding) {
    Map<Verb, Rule> sources = new EnumMap<>(Verb.class);
    Stream.concat(rules.stream().filter(Rule::unconditional), holding.stream())
        .forEach(
            rule ->
                rule.calls().stream()
                    .filter(call -> !call.verb().decides())
                    .forEach(call -> sources.put(call.verb().figure(), rule)));
    return sources;
  }

  private static void set(Map<Verb, Verb.Call> figures, Rule rule) {
    for (Verb.Call call : rule.calls()) {
      if (!call.verb().decides()) {
        figures.put(call.verb().figure(), call);
      }
    }
  }

  private static int figure(Map<Verb, Verb.Call> figures, Verb verb) {
    return list(figures, verb).get(0);
  }

  private static List<Integer> list(Map<Verb, Verb.Call> figures, Verb verb) {
    Verb.Call call = figures.get(verb);
    if (call == null) {
      throw new IllegalStateException("No figure for " + verb.named());
    }
    return call.figures();
  }
}
