package org.libpass.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision came out as it did.
 *
 * @param key names the reason: message {@code reason.<key>} says why and {@code reason.<key>.next}
 *     what to do next, unless the rule carries its own text
 * @param zh the rule's own text in Traditional Chinese, null when it carries none
 * @param en the rule's own text in English, null exactly when {@code zh} is
 * @param rule the rule's name
 * @param file the rule file, relative to the rules directory: {@code alliance/policy.drl}
 * @param line the line in that file where the rule begins, from 1
 * @param version the number of the version of that file; 0 when it is a draft's, or older than
 *     versions
 */
public record Reason(
    String key,
    @Nullable String zh,
    @Nullable String en,
    String rule,
    String file,
    int line,
    int version) {

  static List<Reason> atLeastOne(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("A reason is missing");
    }
    return List.copyOf(reasons);
  }
}
