package org.libpass.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.ConditionWriter.Sense;
import org.libpass.policy.Rule.Look;

/**
 * Writes what the compiler gets: new text from checked rules, in which only literals are the
 * author's. A rule does nothing there but tell its number; what that means stays here.
 *
 * <p>Conditions have three values. Where a field is unknown (null) and the rule does not itself say
 * what that means, a comparison with it is neither true nor false; the rule then holds only if the
 * rest makes it true, and beside each rule stands one for every such field that tells "unknown"
 * exactly when the field leaves the rule undecided.
 *
 * <p>The compiler's time triples with each bracket inside another, from the eighth on; so none is
 * written that the precedence of the signs makes needless.
 */
final class DrlWriter {

  private static final String HEAD =
      """
      package org.libpass.policy.compiled;
      import org.libpass.policy.Limits;
      import org.libpass.policy.facts.*;
      global java.util.function.IntConsumer out;
      """;

  /**
   * What a number told by the compiled rules means.
   *
   * @param unknownField null: the rule holds; else the field that leaves it undecided
   */
  record Told(Rule rule, @Nullable String unknownField) {}

  /**
   * @param text for the compiler
   * @param told by number, in the order of the rules
   */
  record Written(String text, List<Told> told) {}

  private final StringBuilder text = new StringBuilder(HEAD);
  private final List<Told> told = new ArrayList<>();

  private DrlWriter() {}

  static Written write(List<Rule> rules) {
    DrlWriter writer = new DrlWriter();
    rules.forEach(writer::write);
    return new Written(writer.text.toString(), List.copyOf(writer.told));
  }

  private void write(Rule rule) {
    Set<Ref> asked = rule.asksForUnknown();
    tell(
        rule,
        null,
        IntStream.range(0, rule.looks().size())
            .mapToObj(place -> say(rule, place, asked, Sense.TRUE))
            .toList());
    if (!rule.asked().decides()) {
      return;
    }
    for (int undecided = 0; undecided < rule.looks().size(); undecided++) {
      for (Ref unknown : Rule.reliesOn(rule.looks().get(undecided), asked)) {
        tell(rule, unknown.field().name(), undecided(rule, asked, undecided, unknown));
      }
    }
  }

  private List<String> undecided(Rule rule, Set<Ref> asked, int place, Ref unknown) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < rule.looks().size(); i++) {
      String possible = say(rule, i, asked, Sense.NOT_FALSE);
      conditions.add(
          i != place
              ? possible
              : ConditionWriter.name(unknown, i)
                  + " == null && "
                  + say(rule, i, asked, Sense.NOT_TRUE)
                  + " && "
                  + possible);
    }
    return conditions;
  }

  private void tell(Rule rule, @Nullable String unknownField, List<String> conditions) {
    int number = told.size();
    told.add(new Told(rule, unknownField));
    text.append("rule \"").append(number).append("\" when ").append(rule.asked().word());
    text.append("()");
    for (int i = 0; i < conditions.size(); i++) {
      text.append(' ').append(rule.looks().get(i).fact().name()).append("( ");
      text.append(bindings(rule, i)).append(conditions.get(i)).append(" )");
    }
    text.append(" then out.accept(").append(number).append("); end\n");
  }

  /** The fields of this fact that later facts are compared with. */
  private static String bindings(Rule rule, int pattern) {
    Set<Ref> needed = new LinkedHashSet<>();
    for (Look later : rule.looks().subList(pattern + 1, rule.looks().size())) {
      Rule.eachTest(
          later.condition(),
          test ->
              Rule.refs(test).stream()
                  .filter(ref -> ref.pattern() == pattern)
                  .forEach(needed::add));
    }
    return needed.stream()
        .map(ref -> ConditionWriter.name(ref, -1) + " : " + ConditionWriter.accessor(ref) + ", ")
        .collect(Collectors.joining());
  }

  private static String say(Rule rule, int place, Set<Ref> asked, Sense sense) {
    return new ConditionWriter(place, asked).say(rule.looks().get(place).condition(), sense, true);
  }
}
