package org.libpass.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * Evidence: what a lending school's system said of an item, as it said it.
 *
 * @param at when it was asked
 * @param dueDate the due date that it gave, else null
 */
public record Observation(
    UUID card,
    SchoolCode lender,
    String barcode,
    Kind kind,
    Instant at,
    @Nullable LocalDate dueDate) {

  /** What was said. */
  public enum Kind {
    /** The item is charged to the slot's account. */
    CHARGED,
    /** The list is whole and the item is not in it. */
    GONE,
    /** The item is in the library. */
    IN_THE_LIBRARY,
    /** The item is claimed returned, lost or missing. */
    NOWHERE,
    /** The item's status says nothing for sure, or could not be had. */
    UNCLEAR,
    /** A desk lent it through the system. */
    CHECKED_OUT,
    /** A desk took it back through the system. */
    CHECKED_IN,
    /** A desk's request was sent and not answered. */
    NOT_ANSWERED
  }
}
