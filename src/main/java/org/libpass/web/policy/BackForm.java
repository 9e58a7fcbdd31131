package org.libpass.web.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Going back to an older version.
 *
 * @param base the number of the newest version that the page knew; a newer one is not overwritten
 * @param reason why, for those who read the history later
 */
record BackForm(
    String base,
    @NotBlank(message = "{policy.reason.required}")
        @Size(max = PublishForm.LONGEST_REASON, message = "{policy.reason.long}")
        String reason) {

  BackForm(@Nullable String base, @Nullable String reason) {
    this.base = base == null ? "" : base;
    this.reason = reason == null ? "" : reason.strip();
  }

  /** An empty form on a page that knows this newest version. */
  static BackForm on(int newest) {
    return new BackForm(String.valueOf(newest), null);
  }

  /** The newest version that the page knew; 0, which no version has, if that is no number. */
  int baseNumber() {
    return base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0;
  }
}
