package org.libpass.ils;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a lending school's system said that an item is.
 *
 * @param title its title, null when the system gives none
 * @param dueDate until when it is charged, null when it is not or the system does not tell
 * @param askedAt just before it was asked
 */
public record ItemWhereabouts(
    Place place, @Nullable String title, @Nullable LocalDate dueDate, Instant askedAt) {

  /** Whether the system knows such an item at all. */
  public boolean isKnown() {
    return title != null || place != Place.UNCLEAR;
  }

  /** What an item's circulation status says of an item that is gone from a slot's account. */
  public enum Place {
    /** In the library's hands: it is back. */
    IN_THE_LIBRARY,
    /** Claimed returned, lost or missing: nowhere, and not back. */
    NOWHERE,
    /** Charged to whomever: says nothing for sure of whether it came back in between. */
    CHARGED,
    /** Anything else: says nothing for sure, not even that there is such an item. */
    UNCLEAR
  }
}
