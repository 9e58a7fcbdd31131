package org.libpass.policy;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Type;

/**
 * A figure of {@link Limits}: which verb sets it, how it is written and said.
 *
 * @param verb the verb that sets it; of two, the one that gives a value
 */
record Figure(RecordComponent component, Verb verb) {

  private static final Set<String> NONE = Set.of("none", "沒有", "無", "不限");
  private static final Set<Verb> COUNTED_AGAINST =
      EnumSet.of(Verb.OPEN_CARDS_PER_SCHOOL, Verb.OPEN_CARDS_PER_READER, Verb.ITEMS_AT_DESK);

  String name() {
    return component.getName();
  }

  /** Its name as an example writes it. */
  Name named() {
    return new Name(name(), verb.ownName().zh());
  }

  /** The figure's name for people. */
  Wording title() {
    return Sentences.words("figure." + name());
  }

  /** Whether a case is given it, rather than counted against it. */
  boolean isGiven() {
    return !COUNTED_AGAINST.contains(verb);
  }

  /** Its value; empty when policy sets none. */
  Optional<Object> of(Limits limits) {
    try {
      return Optional.<Object>ofNullable(component.getAccessor().invoke(limits))
          .filter(value -> !value.equals(Integer.MAX_VALUE));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Limits show their figures to anyone", e);
    }
  }

  /** Its value for people. */
  Wording said(Limits limits) {
    return Figures.said(of(limits));
  }

  /** The value that these texts stand for; empty for none. */
  Optional<Object> read(List<String> written) throws RuleFileException {
    CaseField field = field(type());
    if (mayBeNone()
        && written.size() == 1
        && NONE.contains(CaseField.narrow(written.get(0)).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if (component.getType() != List.class) {
      if (written.size() != 1) {
        throw new RuleFileException(1, "example-one-figure", named());
      }
      return field.read(written.get(0));
    }
    List<Object> days = new ArrayList<>();
    CaseField day = field(Type.NUMBER);
    for (String one : written) {
      days.add(day.read(one).orElseThrow());
    }
    return Optional.of(List.copyOf(days));
  }

  private CaseField field(Type type) {
    return new CaseField("Limits", name(), named(), type, false);
  }

  private Type type() {
    if (component.getType() == boolean.class) {
      return Type.TRUTH;
    }
    return component.getType() == LocalDate.class ? Type.DATE : Type.NUMBER;
  }

  private boolean mayBeNone() {
    return verb == Verb.ITEMS_AT_DESK
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
