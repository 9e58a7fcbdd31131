package org.libpass.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps every text that was ever in force, so that a kept decision's rules can be read later. */
interface RuleArchive {

  /**
   * Keeps the texts once; does nothing when they are kept already.
   *
   * @param school the school's own text, null when the alliance's stands alone
   */
  void keep(RulesVersion version, String alliance, @Nullable String school, Instant now);
}
