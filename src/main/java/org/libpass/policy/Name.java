package org.libpass.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may call something, in either language.
 *
 * @param en the name in the dialect's own words
 * @param zh the name in Chinese
 */
record Name(String en, String zh) {

  boolean is(@Nullable String word) {
    return en.equals(word) || zh.equals(word);
  }

  /** Several names as one, for a sentence. */
  static Name list(List<Name> names) {
    return new Name(
        names.stream().map(Name::en).collect(Collectors.joining(", ")),
        names.stream().map(Name::zh).collect(Collectors.joining("、")));
  }
}
