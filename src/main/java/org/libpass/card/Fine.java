package org.libpass.card;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * What a lending school has recorded that a reader owes it for a loan. It is owed until that school
 * lifts it: no library system tells of it.
 *
 * @param lender the school that recorded it, and alone lifts it
 * @param item the title of what was lent, or its barcode
 * @param amount New Taiwan dollars, 1 to {@link Fines#HIGHEST}
 * @param note why, in the librarian's words
 * @param lifted how it ended, null while it is owed
 */
public record Fine(
    UUID id,
    UUID reader,
    UUID card,
    SchoolCode lender,
    String item,
    int amount,
    String note,
    Step recorded,
    @Nullable Lifting lifted) {

  /**
   * When something was done and by whom.
   *
   * @param by the librarian's account
   */
  public record Step(Instant at, String by) {}

  /**
   * The end of a fine.
   *
   * @param note why, in the librarian's words
   */
  public record Lifting(Step step, String note) {}

  public boolean isOwed() {
    return lifted == null;
  }
}
