package org.libpass.ils;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a library system answered of late. A null is what has not happened, or is over.
 *
 * @param lastGood when it gave the last good answer, whatever it said in it
 * @param lastError when it was last asked in vain
 * @param trouble what that was
 * @param failingSince since when it has been asked in vain without a good answer in between
 * @param restingUntil until when it is not asked at all
 * @param medianMillis of the last hundred response times the middle one, in milliseconds
 * @param slowestMillis the longest of them
 */
public record ConnectionHealth(
    @Nullable Instant lastGood,
    @Nullable Instant lastError,
    @Nullable ConnectionTrouble trouble,
    @Nullable Instant failingSince,
    @Nullable Instant restingUntil,
    @Nullable Integer medianMillis,
    @Nullable Integer slowestMillis) {

  /** Of a system that was never asked. */
  public static final ConnectionHealth NEVER_ASKED =
      new ConnectionHealth(null, null, null, null, null, null, null);

  /** When it was last asked, null if never. */
  public @Nullable Instant lastAsked() {
    if (lastGood == null || lastError == null) {
      return lastGood == null ? lastError : lastGood;
    }
    return lastGood.isAfter(lastError) ? lastGood : lastError;
  }

  /** Whether it is not asked at {@code now}, after failures. */
  public boolean isResting(Instant now) {
    return restingUntil != null && restingUntil.isAfter(now);
  }
}
