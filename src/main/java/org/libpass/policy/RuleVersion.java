package org.libpass.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set of texts as it was published.
 *
 * @param number counts the owner's versions, from 1
 * @param hash names the texts, see {@link RuleTexts#hash()}
 * @param author the staff account, null when it came from a file
 * @param reason why, in the author's words; null when it came from a file
 * @param report what the check found when it was published
 * @param effectiveAt from when it is in force, unless a later one is
 * @param scheduled whether it was published for a date to come
 * @param withdrawnAt when it was withdrawn before its date, null when it was not
 */
public record RuleVersion(
    RuleOwner owner,
    int number,
    RuleTexts texts,
    String hash,
    Origin origin,
    @Nullable String author,
    @Nullable String reason,
    Report report,
    Instant publishedAt,
    Instant effectiveAt,
    boolean scheduled,
    @Nullable Instant withdrawnAt) {

  /** Where it came from. */
  public enum Origin {
    /** Somebody saved a file. */
    FILE,
    /** Somebody published it in the browser. */
    BROWSER
  }

  /** Whether it waits for its date. */
  public boolean isWaiting(Instant now) {
    return scheduled && withdrawnAt == null && effectiveAt.isAfter(now);
  }
}
