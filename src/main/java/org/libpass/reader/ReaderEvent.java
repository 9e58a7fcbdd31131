package org.libpass.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a librarian of the home school did to a reader's standing.
 *
 * @param by the librarian's account
 * @param note the librarian's words, at most 500 characters; the reader is told
 * @param from the first day without new cards, at {@link Kind#LEAVING} only
 */
public record ReaderEvent(
    UUID reader,
    Kind kind,
    Instant at,
    String by,
    @Nullable String note,
    @Nullable LocalDate from) {

  /** What was done. */
  public enum Kind {
    /** May not borrow for the time being. */
    SUSPENDED,
    /** May borrow again. */
    LIFTED,
    /** Leaves the school, and gets no new card from a day on. */
    LEAVING,
    /** Does not leave after all. */
    STAYING
  }
}
