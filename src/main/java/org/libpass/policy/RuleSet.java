package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The rules in force for one school, in the order in which they count: the alliance's that the
 * school does not replace, then the school's own.
 *
 * @param version names the texts
 * @param always the figures that hold in every case
 */
record RuleSet(RulesVersion version, List<Rule> rules, Map<Verb, Verb.Call> always) {

  /** Merges what is to be published: nothing locked may be replaced, no figure be missing. */
  static RuleSet merge(RulesVersion version, List<Rule> alliance, List<Rule> school)
      throws RuleFileException {
    List<RuleFileException> wrong = new ArrayList<>();
    RuleSet merged = new RuleMerge(version, alliance, school, wrong::add).merged();
    if (!wrong.isEmpty()) {
      throw wrong.get(0);
    }
    return merged;
  }

  /**
   * Merges what is in force: a school's rule that an alliance which changed since has made
   * impossible is left out.
   *
   * @param leftOut is told why
   * @throws IllegalStateException if the alliance's rules leave a figure open by themselves
   */
  static RuleSet mergeLeniently(
      RulesVersion version,
      List<Rule> alliance,
      List<Rule> school,
      Consumer<RuleFileException> leftOut) {
    try {
      return new RuleMerge(version, alliance, school, leftOut).merged();
    } catch (RuleFileException e) {
      throw new IllegalStateException("The alliance's rules have no answer to every case", e);
    }
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
    holding.forEach(rule -> rule.setInto(figures));
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

  private static int figure(Map<Verb, Verb.Call> figures, Verb verb) {
    return list(figures, verb).get(0);
  }

  private static List<Integer> list(Map<Verb, Verb.Call> figures, Verb verb) {
    Verb.Call call = figures.get(verb);
    if (call == null) {
      throw new IllegalStateException("No figure for " + verb.named().en());
    }
    return call.figures();
  }
}
