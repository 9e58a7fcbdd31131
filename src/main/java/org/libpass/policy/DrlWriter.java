package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Comparison;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Rule.Look;
import org.libpass.policy.Vocabulary.Type;

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

  /** What is to be said of a condition. */
  private enum Sense {
    TRUE,
    FALSE,
    NOT_TRUE,
    NOT_FALSE;

    Sense swapped() {
      return values()[ordinal() ^ 1];
    }

    /** Whether several parts are joined by "and" when they are joined so in the file. */
    boolean keepsJoin() {
      return this == TRUE || this == NOT_FALSE;
    }
  }

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
              : name(unknown, i)
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
        .map(ref -> name(ref, -1) + " : " + accessor(ref) + ", ")
        .collect(Collectors.joining());
  }

  private static String say(Rule rule, int place, Set<Ref> asked, Sense sense) {
    return new Saying(place, asked).say(rule.looks().get(place).condition(), sense, true);
  }

  private static String name(Ref ref, int pattern) {
    return ref.pattern() == pattern
        ? accessor(ref)
        : "$b" + ref.pattern() + "_" + ref.field().name();
  }

  /**
   * The compiler's own words are no names to it; {@code unit} is the one that a fact has. Dates are
   * compared as numbers, which it does as it should.
   */
  private static String accessor(Ref ref) {
    if (ref.type() == Type.DATE) {
      return ref.field().name() + "Day";
    }
    return ref.field().name().equals("unit") ? "department" : ref.field().name();
  }

  /** Says the conditions of one fact. */
  private record Saying(int pattern, Set<Ref> asked) {

    /**
     * @param inAnd whether it stands beside others that must hold too, where alternatives need
     *     brackets
     */
    String say(Condition condition, Sense sense, boolean inAnd) {
      if (condition instanceof Not not) {
        return say(not.part(), sense.swapped(), inAnd);
      }
      if (condition instanceof All all) {
        return join(all.parts(), sense, sense.keepsJoin(), inAnd);
      }
      if (condition instanceof Any any) {
        return join(any.parts(), sense, !sense.keepsJoin(), inAnd);
      }
      return test((Test) condition, sense, inAnd);
    }

    private String join(List<Condition> parts, Sense sense, boolean and, boolean inAnd) {
      if (parts.isEmpty()) {
        return and ? "true" : "false";
      }
      if (parts.size() == 1) {
        return say(parts.get(0), sense, inAnd);
      }
      String joined =
          parts.stream()
              .map(part -> say(part, sense, and))
              .collect(Collectors.joining(and ? " && " : " || "));
      return and ? joined : alternatives(joined, inAnd);
    }

    private static String alternatives(String joined, boolean inAnd) {
      return inAnd ? "(" + joined + ")" : joined;
    }

    private String test(Test test, Sense sense, boolean inAnd) {
      boolean affirmed = sense == Sense.TRUE || sense == Sense.NOT_FALSE;
      Comparison comparison = affirmed ? test.comparison() : test.comparison().opposite();
      String compared = term(test.left()) + " " + comparison.sign() + " " + term(test.right());
      if (test.asksForUnknown()) {
        return compared;
      }
      List<String> known = new ArrayList<>();
      List<String> unknown = new ArrayList<>();
      boolean forced = false;
      for (Ref ref : new LinkedHashSet<>(Rule.refs(test))) {
        if (!ref.field().mayBeUnknown()) {
          continue;
        }
        // Where the rule asks for unknown itself, a comparison with it is plainly false.
        boolean plain = asked.contains(ref);
        boolean mustBeKnown =
            sense == Sense.TRUE
                || (sense == Sense.FALSE && !plain)
                || (sense == Sense.NOT_FALSE && plain);
        (mustBeKnown ? known : unknown).add(name(ref, pattern));
        forced |= mustBeKnown;
      }
      return combine(compared, known, unknown, sense, forced, inAnd);
    }

    /**
     * @param known what must be known for it to be said
     * @param unknown what is enough, when unknown, for it to be said
     */
    private String combine(
        String compared,
        List<String> known,
        List<String> unknown,
        Sense sense,
        boolean forced,
        boolean inAnd) {
      String either =
          unknown.stream().map(name -> name + " == null || ").collect(Collectors.joining())
              + compared;
      if (!forced) {
        return unknown.isEmpty() ? compared : alternatives(either, inAnd);
      }
      String both = known.stream().map(n -> n + " != null").collect(Collectors.joining(" && "));
      if (unknown.isEmpty() || sense == Sense.NOT_FALSE) {
        return both + " && " + (unknown.isEmpty() ? compared : alternatives(either, true));
      }
      // False with both kinds: a plain unknown makes it false, whatever the others are.
      String plain = unknown.stream().map(n -> n + " == null").collect(Collectors.joining(" || "));
      return alternatives(plain + " || " + both + " && " + compared, inAnd);
    }

    /** A part of a calculation, as a long: "no limit" plus one must not become less than none. */
    private String part(Term term) {
      return term instanceof Calculation ? term(term) : "1L * " + term(term);
    }

    private String term(Term term) {
      if (term instanceof Ref ref) {
        return name(ref, pattern);
      }
      if (term instanceof Calculation calculation) {
        // Only products stand in sums and nothing else in products, so no brackets are needed.
        return part(calculation.left())
            + " "
            + calculation.sign()
            + " "
            + part(calculation.right());
      }
      Object value = ((Literal) term).value();
      if (value instanceof LocalDate date) {
        return Long.toString(date.toEpochDay());
      }
      return value instanceof String text ? quoted(text) : Objects.toString(value);
    }

    /**
     * No text holds a quotation mark or a backslash: the reader has refused them. What is not ASCII
     * is written by its number, since the compiler reads its input in the machine's own encoding.
     */
    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      for (char sign : text.toCharArray()) {
        quoted.append(sign < 0x80 ? Character.toString(sign) : "\\u%04x".formatted((int) sign));
      }
      return quoted.append('"').toString();
    }
  }
}
