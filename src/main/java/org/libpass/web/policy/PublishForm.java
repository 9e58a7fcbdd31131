package org.libpass.web.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishing a draft.
 *
 * @param draft the hash of the texts that the page showed
 * @param reason why, for those who read the history later
 * @param when {@code now} or {@code date}
 * @param from with {@code date}, the first day on which it holds, as 2026-01-18
 */
record PublishForm(
    String draft,
    @NotBlank(message = "{policy.reason.required}")
        @Size(max = PublishForm.LONGEST_REASON, message = "{policy.reason.long}")
        String reason,
    String when,
    String from) {

  /** How long a reason may be, in characters. */
  static final int LONGEST_REASON = 500;

  private static final String DATE = "date";

  PublishForm(
      @Nullable String draft,
      @Nullable String reason,
      @Nullable String when,
      @Nullable String from) {
    this.draft = draft == null ? "" : draft;
    this.reason = reason == null ? "" : reason.strip();
    this.when = DATE.equals(when) ? DATE : "now";
    this.from = from == null ? "" : from.strip();
  }

  /** An empty form about a draft. */
  static PublishForm of(String draft) {
    return new PublishForm(draft, null, null, null);
  }

  /** Whether it is to hold from a date on. */
  public boolean isLater() {
    return when.equals(DATE);
  }

  /** The first day, when it is to hold from a date on; empty if that is no date. */
  Optional<LocalDate> firstDay() {
    try {
      return Optional.of(LocalDate.parse(from));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
