package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Rule.Look;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.facts.Question;
import org.libpass.policy.facts.Today;

/**
 * What checked rules mean, said without writer, compiler and engine: an expectation for what comes
 * out of those. A condition has three values; null is "unknown".
 */
final class SecondOpinion {

  private final Map<Class<?>, Object> facts = new LinkedHashMap<>();

  private SecondOpinion(Collection<?> facts) {
    facts.forEach(fact -> this.facts.put(fact.getClass(), fact));
  }

  /**
   * What rules say of a case.
   *
   * @param limits the figures of the case
   * @param reasons of those that count: {@code key (rule)}
   */
  record Opinion(Decision.Outcome outcome, Limits limits, List<String> reasons) {

    static Opinion of(Decision decision) {
      return new Opinion(
          decision.outcome(),
          decision.limits(),
          decision.reasons().stream().map(it -> it.key() + " (" + it.rule() + ")").toList());
    }
  }

  static Opinion on(RuleSet rules, LocalDate today, Question question, Object... given) {
    List<Object> facts = new ArrayList<>(List.of(given));
    facts.add(Today.of(today));
    SecondOpinion opinion = new SecondOpinion(facts);
    List<Rule> asked =
        rules.rules().stream().filter(rule -> rule.asked() == Asked.of(question)).toList();
    List<Rule> early =
        asked.stream().filter(rule -> !rule.looksAtLimits() && opinion.holds(rule)).toList();
    Limits limits = rules.limits(early);
    opinion.facts.put(Limits.class, limits);
    return opinion.summed(asked, limits);
  }

  private Opinion summed(List<Rule> asked, Limits limits) {
    Map<Verb, List<String>> said = new LinkedHashMap<>();
    for (Rule rule : asked) {
      if (holds(rule)) {
        for (Verb.Call call : rule.calls()) {
          String key =
              call.verb() == Verb.GRANT ? "granted" : call.texts().stream().findFirst().orElse("");
          said.computeIfAbsent(call.verb(), verb -> new ArrayList<>())
              .add(key + " (" + rule.name() + ")");
        }
      }
      if (rule.asked().decides()) {
        for (Ref unknown : undecided(rule)) {
          said.computeIfAbsent(Verb.REFER, verb -> new ArrayList<>())
              .add("unknown-" + unknown.field().name() + " (" + rule.name() + ")");
        }
      }
    }
    for (Verb verb : List.of(Verb.REFUSE, Verb.REFER, Verb.GRANT)) {
      if (said.containsKey(verb)) {
        return new Opinion(outcome(verb), limits, Objects.requireNonNull(said.get(verb)));
      }
    }
    return new Opinion(Decision.Outcome.GRANTED, limits, List.of());
  }

  private static Decision.Outcome outcome(Verb verb) {
    return switch (verb) {
      case REFUSE -> Decision.Outcome.REFUSED;
      case REFER -> Decision.Outcome.REFERRED;
      default -> Decision.Outcome.GRANTED;
    };
  }

  private boolean holds(Rule rule) {
    return rule.looks().stream()
        .allMatch(look -> there(look) && Boolean.TRUE.equals(value(rule, look)));
  }

  /** The unknown fields that leave a rule open. */
  private List<Ref> undecided(Rule rule) {
    if (!rule.looks().stream().allMatch(this::there)
        || rule.looks().stream().anyMatch(look -> Boolean.FALSE.equals(value(rule, look)))) {
      return List.of();
    }
    List<Ref> open = new ArrayList<>();
    for (Look look : rule.looks()) {
      if (value(rule, look) == null) {
        Rule.reliesOn(look, rule.asksForUnknown()).stream()
            .filter(ref -> field(rule, ref) == null)
            .forEach(open::add);
      }
    }
    return open;
  }

  private boolean there(Look look) {
    return facts.containsKey(look.fact().type());
  }

  private @Nullable Boolean value(Rule rule, Look look) {
    return value(rule, look.condition(), rule.asksForUnknown());
  }

  private @Nullable Boolean value(Rule rule, Condition condition, Set<Ref> asked) {
    if (condition instanceof Not not) {
      Boolean part = value(rule, not.part(), asked);
      return part == null ? null : !part;
    }
    if (condition instanceof All all) {
      return joined(rule, all.parts(), asked, false);
    }
    if (condition instanceof Any any) {
      return joined(rule, any.parts(), asked, true);
    }
    return value(rule, (Test) condition, asked);
  }

  /** The parts together; one that is {@code enough} settles it. */
  private @Nullable Boolean joined(
      Rule rule, List<Condition> parts, Set<Ref> asked, boolean enough) {
    Boolean joined = !enough;
    for (Condition part : parts) {
      Boolean value = value(rule, part, asked);
      if (value != null && value == enough) {
        return enough;
      }
      joined = value == null ? null : joined;
    }
    return joined;
  }

  private @Nullable Boolean value(Rule rule, Test test, Set<Ref> asked) {
    if (test.asksForUnknown()) {
      boolean unknown = field(rule, (Ref) test.left()) == null;
      return unknown == (test.comparison() == Condition.Comparison.EQUAL);
    }
    boolean open = false;
    for (Ref ref : Rule.refs(test)) {
      if (field(rule, ref) == null) {
        if (asked.contains(ref)) {
          return false;
        }
        open = true;
      }
    }
    return open ? null : compared(rule, test);
  }

  @SuppressWarnings("unchecked")
  private boolean compared(Rule rule, Test test) {
    Object left = term(rule, test.left());
    Object right = term(rule, test.right());
    return switch (test.comparison()) {
      case EQUAL -> left.equals(right);
      case NOT_EQUAL -> !left.equals(right);
      case LESS -> ((Comparable<Object>) left).compareTo(right) < 0;
      case AT_LEAST -> ((Comparable<Object>) left).compareTo(right) >= 0;
      case MORE -> ((Comparable<Object>) left).compareTo(right) > 0;
      case AT_MOST -> ((Comparable<Object>) left).compareTo(right) <= 0;
    };
  }

  /**
   * The value of a term of which nothing is unknown; numbers and dates, as their days, are longs.
   */
  private Object term(Rule rule, Term term) {
    if (term instanceof Calculation calculation) {
      long left = (Long) term(rule, calculation.left());
      long right = (Long) term(rule, calculation.right());
      return switch (calculation.sign()) {
        case '+' -> left + right;
        case '-' -> left - right;
        default -> left * right;
      };
    }
    Object value =
        term instanceof Ref ref ? field(rule, ref) : Objects.requireNonNull((Literal) term).value();
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    return value instanceof Integer number ? number.longValue() : Objects.requireNonNull(value);
  }

  private @Nullable Object field(Rule rule, Ref ref) {
    Class<?> type = rule.looks().get(ref.pattern()).fact().type();
    return read(Objects.requireNonNull(facts.get(type)), ref.field());
  }

  private static @Nullable Object read(Object fact, Field field) {
    try {
      return fact.getClass().getMethod(field.name()).invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
