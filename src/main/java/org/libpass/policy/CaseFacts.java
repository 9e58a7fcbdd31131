package org.libpass.policy;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;

/**
 * The facts of one case from names and values. What is not given is as in a clean case: identity,
 * unit and expiry are unknown, nothing is overdue, unpaid, suspended, leaving or open, the reader
 * is activated (except when that is what is asked), the school has room, the card is printed and
 * can lend more, the due date is today and an open day. An item is there only when it is named.
 */
final class CaseFacts {

  /** The home school of a reader of whom only the lending school is known. */
  static final String SOME_SCHOOL = "OTHER";

  private static final Set<String> NOT_GIVEN = Set.of("Limits", "Today");
  private static final int ROOM = 10;

  private final Asked asked;
  private final Map<String, Map<String, @Nullable Object>> given = new LinkedHashMap<>();
  private boolean absentIsUnknown;

  CaseFacts(Asked asked) {
    this.asked = asked;
  }

  /** Lets what is not given be unknown wherever that may be, rather than clean. */
  CaseFacts unknownWhereAbsent() {
    absentIsUnknown = true;
    return this;
  }

  /** The question that goes by this name, in either language. */
  static Asked question(String written) throws RuleFileException {
    return Asked.byWord(written)
        .orElseThrow(() -> new RuleFileException(1, "case-question", written, Asked.allNames()));
  }

  /** The facts that a case of this question is made of. */
  static List<Fact> facts(Asked asked) {
    return asked.facts().values().stream()
        .filter(fact -> !NOT_GIVEN.contains(fact.name()))
        .toList();
  }

  /** The fact that goes by this name, in either language. */
  Fact fact(String written) throws RuleFileException {
    for (Fact fact : facts(asked)) {
      if (fact.named().is(written)) {
        return fact;
      }
    }
    Name possible = Name.list(facts(asked).stream().map(Fact::named).toList());
    throw new RuleFileException(1, "case-fact", written, asked.named(), possible);
  }

  /** The field of this fact that goes by this name, in either language. */
  static CaseField field(Fact fact, String written) throws RuleFileException {
    return fact.field(written)
        .map(field -> CaseField.of(fact, field))
        .orElseThrow(
            () -> new RuleFileException(1, "case-field", fact.named(), written, fact.fieldNames()));
  }

  /** Says that this fact is part of the case, whatever of it is given. */
  void name(Fact fact) {
    given.computeIfAbsent(fact.name(), name -> new HashMap<>());
  }

  /** Gives a value, null for unknown. */
  void put(CaseField field, @Nullable Object value) {
    given.computeIfAbsent(field.fact(), name -> new HashMap<>()).put(field.name(), value);
  }

  /** Whether a value was given for this field. */
  boolean has(CaseField field) {
    return given.getOrDefault(field.fact(), Map.of()).containsKey(field.name());
  }

  /** Whether a fact that the question needs was not named. */
  boolean lacksAFact() {
    return facts(asked).stream()
        .anyMatch(fact -> asked.needs(fact) && !given.containsKey(fact.name()));
  }

  /**
   * The case.
   *
   * @param owner whose rules are asked
   * @param today when it happens
   */
  PolicyCase in(RuleOwner owner, LocalDate today) {
    List<Object> facts = new ArrayList<>();
    for (Fact fact : facts(asked)) {
      if (asked.needs(fact) || given.containsKey(fact.name())) {
        facts.add(build(fact, owner, today));
      }
    }
    return new PolicyCase(asked.ask(), today, List.copyOf(facts));
  }

  private Object build(Fact fact, RuleOwner owner, LocalDate today) {
    Map<String, @Nullable Object> values = given.getOrDefault(fact.name(), Map.of());
    List<@Nullable Object> arguments = new ArrayList<>();
    for (Field field : fact.fields().values()) {
      arguments.add(
          values.containsKey(field.name())
              ? values.get(field.name())
              : absent(CaseField.of(fact, field), values, owner, today));
    }
    return create(fact.type(), arguments.toArray());
  }

  private static Object create(Class<?> type, @Nullable Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A fact is a record that anyone can make: " + type, e);
    }
  }

  private @Nullable Object absent(
      CaseField field, Map<String, @Nullable Object> values, RuleOwner owner, LocalDate today) {
    if (absentIsUnknown && field.mayBeUnknown()) {
      return null;
    }
    return switch (field.fact() + "." + field.name()) {
      case "Reader.school" -> homeSchool(owner);
      // Who gives an expiry that has passed means a reader who has expired.
      case "Reader.expired" ->
          values.get("expiry") instanceof LocalDate expiry && expiry.isBefore(today);
      case "Reader.activated" -> asked != Asked.ACTIVATION;
      case "School.freeSlots", "Card.itemsLeft" -> ROOM;
      case "Card.printed" -> true;
      case "DueDate.date" -> today;
      default -> empty(field);
    };
  }

  private String homeSchool(RuleOwner owner) {
    boolean ofHome = asked == Asked.ACTIVATION || asked == Asked.APPLICATION;
    return ofHome && !owner.isAlliance() ? owner.value() : SOME_SCHOOL;
  }

  private static @Nullable Object empty(CaseField field) {
    return switch (field.type()) {
      case NUMBER -> 0;
      case TRUTH -> false;
      case TEXT, DATE -> null;
    };
  }
}
