package org.libpass.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a case.
 *
 * @param explained null when something in the case was wrong
 * @param mistakes what was wrong, in the order of the fields
 */
public record Tried(@Nullable Explained explained, List<Mistake> mistakes) {

  public Tried {
    mistakes = List.copyOf(mistakes);
  }

  /** What was wrong with a field, null when nothing was. */
  public @Nullable Mistake of(String fact, String field) {
    return mistakes.stream()
        .filter(one -> one.fact().equals(fact) && field.equals(one.field()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Something wrong in the case.
   *
   * @param fact the fact as it was written
   * @param field the field as it was written, null when the fact itself is wrong
   * @param sentence what is wrong
   */
  public record Mistake(String fact, @Nullable String field, Wording sentence) {}
}
