package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Comparison;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Vocabulary.Type;

/**
 * Writes the conditions of one fact for the compiler.
 *
 * @param pattern which of the rule's facts, from 0
 * @param asked the fields of which the rule itself says what unknown means
 */
record ConditionWriter(int pattern, Set<Ref> asked) {

  /** What is to be said of a condition. */
  enum Sense {
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
      return part(calculation.left()) + " " + calculation.sign() + " " + part(calculation.right());
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

  /** How a field is called in the conditions of a fact: a field of another is bound before. */
  static String name(Ref ref, int pattern) {
    return ref.pattern() == pattern
        ? accessor(ref)
        : "$b" + ref.pattern() + "_" + ref.field().name();
  }

  /**
   * The compiler's own words are no names to it; {@code unit} is the one that a fact has. Dates are
   * compared as numbers, which it does as it should.
   */
  static String accessor(Ref ref) {
    if (ref.type() == Type.DATE) {
      return ref.field().name() + "Day";
    }
    return ref.field().name().equals("unit") ? "department" : ref.field().name();
  }
}
