package org.libpass.policy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Notice;
import org.libpass.policy.facts.Question;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.ReturnBy;
import org.libpass.policy.facts.Review;
import org.libpass.policy.facts.School;

/** The words that a rule file may use in its conditions: questions, facts, fields. */
final class Vocabulary {

  private Vocabulary() {}

  /** What kind of value a field holds. */
  enum Type {
    NUMBER,
    TRUTH,
    TEXT
  }

  /**
   * A field that a condition may look at.
   *
   * @param mayBeUnknown whether null stands for "unknown" in it
   */
  record Field(String name, Type type, boolean mayBeUnknown) {}

  /** A fact and its fields by name, in their order. */
  record Fact(String name, Class<?> type, Map<String, Field> fields) {

    static Fact of(Class<? extends Record> type) {
      Map<String, Field> fields = new LinkedHashMap<>();
      for (RecordComponent component : type.getRecordComponents()) {
        typeOf(component.getType())
            .ifPresent(
                kind ->
                    fields.put(
                        component.getName(),
                        new Field(
                            component.getName(),
                            kind,
                            component.getAnnotatedType().isAnnotationPresent(Nullable.class))));
      }
      return new Fact(type.getSimpleName(), type, Collections.unmodifiableMap(fields));
    }

    private static Optional<Type> typeOf(Class<?> type) {
      if (type == int.class || type == Integer.class) {
        return Optional.of(Type.NUMBER);
      }
      if (type == boolean.class || type == Boolean.class) {
        return Optional.of(Type.TRUTH);
      }
      // Anything else, such as a list of days, is not for conditions.
      return type == String.class ? Optional.of(Type.TEXT) : Optional.empty();
    }
  }

  /** The questions, with the facts that come with each. */
  enum Asked {
    ACTIVATION(Activation.class, true, List.of(Reader.class), List.of()),
    APPLICATION(Application.class, true, List.of(Reader.class, School.class), List.of()),
    LENDING(Lending.class, true, List.of(Reader.class, Card.class), List.of(Item.class)),
    RETURN_BY(ReturnBy.class, false, List.of(DueDate.class), List.of()),
    NOTICE(Notice.class, false, List.of(), List.of()),
    REVIEW(Review.class, false, List.of(), List.of());

    private final Class<? extends Question> type;
    private final boolean decides;
    private final List<Class<? extends Record>> required;
    private final Map<String, Fact> facts;

    Asked(
        Class<? extends Question> type,
        boolean decides,
        List<Class<? extends Record>> required,
        List<Class<? extends Record>> optional) {
      this.type = type;
      this.decides = decides;
      this.required = required;
      Map<String, Fact> known = new LinkedHashMap<>();
      required.forEach(fact -> known.put(fact.getSimpleName(), Fact.of(fact)));
      optional.forEach(fact -> known.put(fact.getSimpleName(), Fact.of(fact)));
      known.put("Limits", Fact.of(Limits.class));
      this.facts = Collections.unmodifiableMap(known);
    }

    /** The name in a rule file. */
    String word() {
      return type.getSimpleName();
    }

    /** Whether it is answered with yes or no; else only with figures. */
    boolean decides() {
      return decides;
    }

    /** The facts that a rule for this question may look at, by name. */
    Map<String, Fact> facts() {
      return facts;
    }

    /**
     * @throws IllegalArgumentException if the case lacks a fact that rules may rely on, since a
     *     rule about a missing fact would be silent instead of careful
     */
    void require(Object... given) {
      for (Class<?> fact : required) {
        if (Arrays.stream(given).noneMatch(fact::isInstance)) {
          throw new IllegalArgumentException(word() + " needs a " + fact.getSimpleName());
        }
      }
      for (Object one : given) {
        Fact known = facts.get(one.getClass().getSimpleName());
        if (known == null || known.type() != one.getClass() || one instanceof Limits) {
          throw new IllegalArgumentException(word() + " has no use for " + one.getClass());
        }
      }
    }

    static Optional<Asked> byWord(String word) {
      return Arrays.stream(values()).filter(asked -> asked.word().equals(word)).findFirst();
    }

    static Asked of(Question question) {
      return byWord(question.getClass().getSimpleName()).orElseThrow();
    }
  }
}
