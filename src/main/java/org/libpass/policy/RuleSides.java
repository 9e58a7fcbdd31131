package org.libpass.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the alliance says and what a school says in its place.
 *
 * @param alliance the alliance's rule, null for a rule that only the school has
 * @param own the school's rule, null where it leaves the alliance's as it is; never both null
 */
public record RuleSides(@Nullable RuleView alliance, @Nullable RuleView own) {

  /** The rule that is in force. */
  public RuleView inForce() {
    return own == null ? Objects.requireNonNull(alliance) : own;
  }

  /** Whether the school's rule stands in place of the alliance's. */
  public boolean isReplaced() {
    return alliance != null && own != null;
  }
}
