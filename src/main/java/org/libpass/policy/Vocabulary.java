package org.libpass.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.libpass.policy.facts.Today;
import org.libpass.policy.facts.WaitingList;

/** The words that a rule file may use in its conditions: questions, facts, fields. */
final class Vocabulary {

  private Vocabulary() {}

  /** What kind of value a field holds. */
  enum Type {
    NUMBER,
    TRUTH,
    TEXT,
    DATE
  }

  /**
   * A field that a condition may look at.
   *
   * @param zh its name in Chinese
   * @param mayBeUnknown whether null stands for "unknown" in it
   * @param words whose words its values are, null for values of any kind
   */
  record Field(
      String name, String zh, Type type, boolean mayBeUnknown, Words.@Nullable Kind words) {

    Name named() {
      return new Name(name, zh);
    }
  }

  /**
   * A fact and its fields by name, in their order.
   *
   * @param zh its name in Chinese
   */
  record Fact(String name, String zh, Class<?> type, Map<String, Field> fields) {

    Name named() {
      return new Name(name, zh);
    }

    /** The field of this name, in either language. */
    Optional<Field> field(String word) {
      return fields.values().stream().filter(field -> field.named().is(word)).findFirst();
    }

    Name fieldNames() {
      return Name.list(fields.values().stream().map(Field::named).toList());
    }
  }

  /** The facts by question; apart from these, since verbs name questions and limits name verbs. */
  private static final class Known {

    static final Map<Asked, Map<String, Fact>> FACTS = new EnumMap<>(Asked.class);

    static {
      for (Asked asked : Asked.values()) {
        FACTS.put(asked, asked.known());
      }
    }
  }

  /** The questions, with the facts that come with each. */
  enum Asked {
    ACTIVATION(Activation.class, true, List.of(Reader.class), List.of()),
    APPLICATION(Application.class, true, List.of(Reader.class, School.class), List.of()),
    LENDING(Lending.class, true, List.of(Reader.class, Card.class), List.of(Item.class)),
    RETURN_BY(ReturnBy.class, false, List.of(DueDate.class), List.of()),
    NOTICE(Notice.class, false, List.of(), List.of()),
    REVIEW(Review.class, false, List.of(), List.of()),
    WAITING_LIST(WaitingList.class, false, List.of(), List.of());

    private final Class<? extends Question> type;
    private final boolean decides;
    private final List<Class<? extends Record>> required;
    private final List<Class<? extends Record>> optional;

    Asked(
        Class<? extends Question> type,
        boolean decides,
        List<Class<? extends Record>> required,
        List<Class<? extends Record>> optional) {
      this.type = type;
      this.decides = decides;
      this.required = required;
      this.optional = optional;
    }

    /** The name in a rule file. */
    String word() {
      return type.getSimpleName();
    }

    Name named() {
      return new Name(word(), Facts.chinese(type));
    }

    static Name allNames() {
      return Name.list(Arrays.stream(values()).map(Asked::named).toList());
    }

    /** Whether it is answered with yes or no; else only with figures. */
    boolean decides() {
      return decides;
    }

    /** The question itself. */
    Question ask() {
      try {
        return type.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("A question is a record without fields: " + type, e);
      }
    }

    /** Whether every case of this question comes with this fact. */
    boolean needs(Fact fact) {
      return required.stream().anyMatch(type -> type == fact.type());
    }

    /** The facts that a rule for this question may look at, by name. */
    Map<String, Fact> facts() {
      return Objects.requireNonNull(Known.FACTS.get(this));
    }

    /** The fact of this name, in either language. */
    Optional<Fact> fact(@Nullable String word) {
      return facts().values().stream().filter(fact -> fact.named().is(word)).findFirst();
    }

    Name factNames() {
      return Name.list(facts().values().stream().map(Fact::named).toList());
    }

    private Map<String, Fact> known() {
      Map<String, Fact> known = new LinkedHashMap<>();
      required.forEach(fact -> known.put(fact.getSimpleName(), Facts.of(fact)));
      optional.forEach(fact -> known.put(fact.getSimpleName(), Facts.of(fact)));
      known.put("Today", Facts.of(Today.class));
      Fact limits = Facts.limits(this);
      // Rules that look at figures cannot set any: of use only where something is decided.
      if (decides && !limits.fields().isEmpty()) {
        known.put(limits.name(), limits);
      }
      return Collections.unmodifiableMap(known);
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
        Fact known = facts().get(one.getClass().getSimpleName());
        if (known == null
            || known.type() != one.getClass()
            || one instanceof Limits
            || one instanceof Today) {
          throw new IllegalArgumentException(word() + " has no use for " + one.getClass());
        }
      }
    }

    /** The question of this name, in either language. */
    static Optional<Asked> byWord(@Nullable String word) {
      return Arrays.stream(values()).filter(asked -> asked.named().is(word)).findFirst();
    }

    static Asked of(Question question) {
      return byWord(question.getClass().getSimpleName()).orElseThrow();
    }
  }
}
