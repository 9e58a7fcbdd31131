package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.Vocabulary.Asked;

/**
 * An example of {@code tests.yaml}: a case, and what must come out.
 *
 * @param line where it begins, from 1
 * @param today when it happens, null for an ordinary day
 */
record Example(
    String name,
    int line,
    Asked asked,
    @Nullable LocalDate today,
    CaseFacts facts,
    Expected expected) {

  /**
   * What must come out; what is left out may be anything.
   *
   * @param outcome null when left out
   * @param reasons all keys and no other, null when left out
   * @param figures some figures with their values, empty for none
   */
  record Expected(
      @Nullable Outcome outcome,
      @Nullable Set<String> reasons,
      Map<Figure, Optional<Object>> figures) {

    boolean met(Decision decision) {
      return (outcome == null || outcome == decision.outcome())
          && (reasons == null || reasons.equals(keys(decision)))
          && figures.entrySet().stream()
              .allMatch(one -> one.getValue().equals(one.getKey().of(decision.limits())));
    }

    Wording said() {
      List<Wording> parts = new ArrayList<>();
      if (outcome != null) {
        parts.add(Example.said(outcome));
      }
      if (reasons != null) {
        parts.add(
            reasons.isEmpty()
                ? Sentences.words("example.no-reasons")
                : Sentences.words("example.reasons", joined(new TreeSet<>(reasons))));
      }
      figures.forEach((figure, value) -> parts.add(Example.said(figure, Figures.said(value))));
      return Wording.join(parts);
    }

    private static Wording joined(Set<String> keys) {
      return new Wording(String.join("、", keys), String.join(", ", keys));
    }
  }

  /** What came out, as far as the example looks at it, and why. */
  Wording said(Decision decision) {
    List<Wording> parts = new ArrayList<>();
    if (asked.decides()) {
      parts.add(said(decision.outcome()));
      decision
          .reasons()
          .forEach(
              reason ->
                  parts.add(
                      Sentences.words(
                          "example.reason",
                          reason.key(),
                          reason.rule(),
                          reason.file(),
                          String.valueOf(reason.line()))));
    }
    expected
        .figures()
        .keySet()
        .forEach(figure -> parts.add(said(figure, figure.said(decision.limits()))));
    return Wording.join(parts);
  }

  static Wording said(Outcome outcome) {
    return Sentences.words("outcome." + outcome);
  }

  private static Wording said(Figure figure, Wording value) {
    return Sentences.words("example.figure", figure.title(), value);
  }

  /** The keys of what was objected, or granted. */
  static Set<String> keys(Decision decision) {
    return decision.reasons().stream().map(Reason::key).collect(Collectors.toSet());
  }
}
