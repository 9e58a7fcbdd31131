package org.libpass.policy;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libpass.policy.Vocabulary.Asked;

/**
 * What a person can fill in to try a case: the facts of one question with their fields, each with
 * what it is in a clean case.
 *
 * @param question the question, such as {@code Application}
 */
public record CaseForm(String question, List<Fact> facts) {

  public CaseForm {
    facts = List.copyOf(facts);
  }

  /**
   * A fact of the case.
   *
   * @param name such as {@code Reader}
   * @param zh its name in Chinese
   * @param optional whether a case is without it unless something of it is given
   */
  public record Fact(String name, String zh, boolean optional, List<Field> fields) {
    public Fact {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field of a fact.
   *
   * @param name such as {@code overdueItems}
   * @param zh its name in Chinese
   * @param mayBeUnknown whether {@code unknown} may be written in it
   * @param clean its text in a clean case: {@code unknown} when it is not known there, empty when
   *     the fact is not there
   */
  public record Field(String name, String zh, Kind kind, boolean mayBeUnknown, String clean) {}

  /** What a field holds. */
  public enum Kind {
    /** A whole number from 0 to 9999. */
    NUMBER,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** At most 100 characters. */
    TEXT,
    /** A date as {@code 2026-01-18}. */
    DATE
  }

  /** The word for "not known", in every form and file. */
  public static final String UNKNOWN = "unknown";

  /**
   * The forms of all questions that come with facts.
   *
   * @param owner whose rules are asked
   * @param today the date in Taipei
   */
  public static List<CaseForm> all(RuleOwner owner, LocalDate today) {
    return Arrays.stream(Asked.values()).map(asked -> of(asked, owner, today)).toList();
  }

  /** Whether the case has a fact of this name. */
  public boolean has(String fact) {
    return facts.stream().anyMatch(one -> one.name().equals(fact));
  }

  /**
   * What was typed into this form, by fact and field.
   *
   * @param values by names such as {@code Reader.openCards}; others are left out
   */
  public Map<String, Map<String, String>> typed(Map<String, String> values) {
    Map<String, Map<String, String>> typed = new LinkedHashMap<>();
    for (Fact fact : facts) {
      for (Field field : fact.fields()) {
        String value = values.get(name(fact.name(), field.name()));
        if (value != null && !value.isBlank()) {
          typed.computeIfAbsent(fact.name(), any -> new LinkedHashMap<>()).put(field.name(), value);
        }
      }
    }
    return typed;
  }

  /** What a fact would be typed as, by names such as {@code Reader.openCards}. */
  public static Map<String, String> values(Record fact) {
    Map<String, String> values = new LinkedHashMap<>();
    String name = fact.getClass().getSimpleName();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      values.put(name(name, component.getName()), value(component, fact));
    }
    return values;
  }

  private static String name(String fact, String field) {
    return fact + "." + field;
  }

  private static CaseForm of(Asked asked, RuleOwner owner, LocalDate today) {
    List<Object> clean = new CaseFacts(asked).in(owner, today).facts();
    return new CaseForm(
        asked.word(), CaseFacts.facts(asked).stream().map(fact -> of(fact, clean)).toList());
  }

  private static Fact of(Vocabulary.Fact fact, List<Object> clean) {
    Object one = clean.stream().filter(fact.type()::isInstance).findFirst().orElse(null);
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : fact.type().getRecordComponents()) {
      fact.field(component.getName())
          .map(
              field ->
                  new Field(
                      field.name(),
                      field.zh(),
                      Kind.valueOf(field.type().name()),
                      field.mayBeUnknown(),
                      one == null ? "" : value(component, one)))
          .ifPresent(fields::add);
    }
    return new Fact(fact.name(), fact.zh(), one == null, fields);
  }

  private static String value(RecordComponent component, Object fact) {
    try {
      Object value = component.getAccessor().invoke(fact);
      return value == null ? UNKNOWN : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A fact shows its fields to anyone", e);
    }
  }
}
