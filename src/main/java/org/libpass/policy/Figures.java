package org.libpass.policy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libpass.policy.Vocabulary.Asked;

/** The figures of {@link Limits} by name. */
final class Figures {

  private static final Map<String, Figure> BY_NAME = new LinkedHashMap<>();

  static {
    for (RecordComponent component : Limits.class.getRecordComponents()) {
      Verb verb =
          Arrays.stream(Verb.values())
              .filter(
                  one ->
                      !one.decides()
                          && one.figure() == one
                          && name(one).equals(component.getName()))
              .findFirst()
              .orElseThrow();
      BY_NAME.put(component.getName(), new Figure(component, verb));
    }
  }

  private Figures() {}

  /** All figures, in the order of {@link Limits}. */
  static Collection<Figure> all() {
    return BY_NAME.values();
  }

  /** The figures that this question answers with. */
  static List<Figure> of(Asked asked) {
    return all().stream().filter(one -> one.verb().question() == asked).toList();
  }

  /** The figure that goes by this name, in either language. */
  static Figure byName(String written) throws RuleFileException {
    for (Figure figure : all()) {
      if (figure.named().is(written) || figure.verb().ownName().is(written)) {
        return figure;
      }
    }
    Name possible = Name.list(all().stream().map(Figure::named).toList());
    throw new RuleFileException(1, "example-figure", written, possible);
  }

  /** A figure's value for people; empty is none. */
  static Wording said(Optional<Object> value) {
    return value.map(Figures::said).orElseGet(() -> Sentences.words("figure.none"));
  }

  private static Wording said(Object value) {
    if (value instanceof Boolean truth) {
      return Sentences.words(truth ? "figure.yes" : "figure.no");
    }
    if (value instanceof List<?> days) {
      List<String> texts = days.stream().map(String::valueOf).toList();
      return new Wording(String.join("、", texts), String.join(", ", texts));
    }
    return new Wording(value.toString(), value.toString());
  }

  /** The name of the figure that a verb sets, among the limits. */
  private static String name(Verb verb) {
    return verb == Verb.WAITING_OFFER_HOURS ? "waitingOfferHours" : verb.ownName().en();
  }
}
