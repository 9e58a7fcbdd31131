package org.libpass.policy;

import org.jspecify.annotations.Nullable;

/**
 * Names the rules that decided.
 *
 * @param alliance the number of the alliance's version; 0 for a draft
 * @param school the school whose own rules took part, null when it has none
 * @param own the number of that school's version; 0 for a draft and when there is none
 * @param hash SHA-256 over all texts that took part, 64 hexadecimal digits
 */
public record RulesVersion(int alliance, @Nullable String school, int own, String hash) {

  /** For reading out: the versions' numbers. */
  @Override
  public String toString() {
    return school == null
        ? "alliance " + alliance
        : "alliance " + alliance + ", " + school + " " + own;
  }
}
