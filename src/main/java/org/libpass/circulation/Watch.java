package org.libpass.circulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * What is known of a card's slot account at one lending school.
 *
 * @param askedAt when its system was asked last, answered or not; null when it never was
 * @param answeredAt when it was asked last with a good answer; null when there was none
 * @param charged how many items the last good answer named
 * @param itemsAskedAt when the items were asked about one by one last, null if never
 * @param quiet whether the last good answer was whole, with nothing charged and no fine owed
 * @param failingSince since when it could not be asked; null when the last answer was good
 * @param releasedAt when a librarian let the slot go without this lender's answer, else null
 */
public record Watch(
    UUID card,
    SchoolCode lender,
    @Nullable Instant askedAt,
    @Nullable Instant answeredAt,
    int charged,
    @Nullable Instant itemsAskedAt,
    boolean quiet,
    @Nullable Instant failingSince,
    @Nullable Instant releasedAt) {

  /** Whether, as far as this lender goes, a slot whose card ended then may be let go. */
  boolean letsGo(Instant ended) {
    return releasedAt != null || quiet && answeredAt != null && answeredAt.isAfter(ended);
  }
}
