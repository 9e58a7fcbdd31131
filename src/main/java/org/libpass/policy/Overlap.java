package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Rule.Look;
import org.libpass.policy.Vocabulary.Field;

/**
 * Whether two rules for one question can hold in the same case. Looks at one field at a time: of
 * the values that the rules mention, and those beside them, none must do for both. So it may see an
 * overlap where there is none, never the opposite.
 */
final class Overlap {

  private Overlap() {}

  static boolean of(Rule one, Rule other) {
    for (Look look : one.looks()) {
      for (Look same : other.looks()) {
        if (look.fact().type() == same.fact().type() && excluded(look, same)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean excluded(Look one, Look other) {
    return one.fact().fields().values().stream()
        .anyMatch(
            field -> {
              List<Condition> both = new ArrayList<>();
              collect(one.condition(), field, both);
              collect(other.condition(), field, both);
              return values(both).stream()
                  .noneMatch(value -> both.stream().allMatch(it -> holds(it, value.known())));
            });
  }

  /** The conditions that must hold and look at nothing but this field and literals. */
  private static void collect(Condition condition, Field field, List<Condition> found) {
    if (condition instanceof All all) {
      all.parts().forEach(part -> collect(part, field, found));
      return;
    }
    List<Test> tests = new ArrayList<>();
    Rule.eachTest(condition, tests::add);
    if (tests.stream().allMatch(test -> isAbout(test, field))) {
      found.add(condition);
    }
  }

  private static boolean isAbout(Test test, Field field) {
    return test.right() instanceof Literal
        && test.left() instanceof Ref ref
        && ref.field().equals(field);
  }

  /** A value that a field may have; null in it is "unknown". */
  private record Value(@Nullable Object known) {}

  /** Those that conditions mention, their neighbours, one that nobody mentions, and unknown. */
  private static Set<Value> values(List<Condition> conditions) {
    Set<Value> values = new LinkedHashSet<>();
    values.add(new Value(null));
    values.add(new Value(""));
    conditions.forEach(
        condition ->
            Rule.eachTest(
                condition,
                test -> {
                  Object value = comparable(((Literal) test.right()).value());
                  values.add(new Value(value));
                  if (value instanceof Long number) {
                    values.add(new Value(number - 1));
                    values.add(new Value(number + 1));
                  } else if (value instanceof Boolean truth) {
                    values.add(new Value(!truth));
                  }
                }));
    return values;
  }

  private static boolean holds(Condition condition, @Nullable Object value) {
    if (condition instanceof All all) {
      return all.parts().stream().allMatch(part -> holds(part, value));
    }
    if (condition instanceof Any any) {
      return any.parts().stream().anyMatch(part -> holds(part, value));
    }
    if (condition instanceof Not not) {
      return !holds(not.part(), value);
    }
    return holds((Test) condition, value);
  }

  private static boolean holds(Test test, @Nullable Object value) {
    Object literal = comparable(((Literal) test.right()).value());
    if (value == null && literal != null) {
      return false;
    }
    return switch (test.comparison()) {
      case EQUAL -> Objects.equals(value, literal);
      case NOT_EQUAL -> !Objects.equals(value, literal);
      case LESS -> order(value, literal) < 0;
      case AT_LEAST -> order(value, literal) >= 0;
      case MORE -> order(value, literal) > 0;
      case AT_MOST -> order(value, literal) <= 0;
    };
  }

  private static int order(@Nullable Object value, @Nullable Object literal) {
    return value instanceof Long one && literal instanceof Long other ? one.compareTo(other) : 0;
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof LocalDate date ? (Object) date.toEpochDay() : value;
  }
}
