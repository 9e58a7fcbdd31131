package org.libpass.policy;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.Vocabulary.Type;
import org.libpass.policy.facts.Chinese;

/** Finds in records what a rule may look at, and what it is called. */
final class Facts {

  private Facts() {}

  /** The fact that a record is. */
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
                          chinese(component),
                          kind,
                          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                          Words.Kind.of(type, component.getName()))));
    }
    return new Fact(type.getSimpleName(), chinese(type), type, Collections.unmodifiableMap(fields));
  }

  /** The limits of a question; those of the others are not this case's. */
  static Fact limits(Asked asked) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Verb verb : Verb.values()) {
      if (verb.setsLimit() && verb.fits(asked)) {
        Name limit = verb.ownName();
        fields.put(limit.en(), new Field(limit.en(), limit.zh(), Type.NUMBER, false, null));
      }
    }
    return new Fact(
        Limits.class.getSimpleName(),
        Verb.Family.LIMITS.named().zh(),
        Limits.class,
        Collections.unmodifiableMap(fields));
  }

  /** The Chinese name that stands beside the English one. */
  static String chinese(AnnotatedElement named) {
    return Objects.requireNonNull(named.getAnnotation(Chinese.class)).value();
  }

  private static Optional<Type> typeOf(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return Optional.of(Type.NUMBER);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(Type.TRUTH);
    }
    if (type == LocalDate.class) {
      return Optional.of(Type.DATE);
    }
    // Anything else, such as a list of days, is not for conditions.
    return type == String.class ? Optional.of(Type.TEXT) : Optional.empty();
  }
}
