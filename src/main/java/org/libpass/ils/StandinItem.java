package org.libpass.ils;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invented item of a stand-in library.
 *
 * @param holder the number of the patron to whom it is charged, null when it is not
 * @param due the last day on which it may come back, null when it is not charged
 * @param heldFor the number of the patron for whom it waits or will wait, null for none
 */
public record StandinItem(
    String barcode,
    String title,
    Kind kind,
    Status status,
    @Nullable String holder,
    @Nullable LocalDate due,
    @Nullable String heldFor) {

  /** An item on its shelf. */
  public static StandinItem shelved(String barcode, String title, Kind kind) {
    return new StandinItem(barcode, title, kind, Status.AVAILABLE, null, null, null);
  }

  /** This item charged to a patron. */
  public StandinItem charged(String patron, LocalDate until) {
    String held = patron.equals(heldFor) ? null : heldFor;
    return new StandinItem(barcode, title, kind, Status.CHARGED, patron, until, held);
  }

  /** This item in a state in which it is charged to nobody. */
  public StandinItem uncharged(Status now) {
    return new StandinItem(barcode, title, kind, now, null, null, heldFor);
  }

  /** This item with a hold. */
  public StandinItem heldFor(String patron) {
    return new StandinItem(barcode, title, kind, status, holder, due, patron);
  }

  /** What it is. */
  public enum Kind {
    BOOK,
    BOOK_WITH_DISC,
    VIDEO,
    JOURNAL
  }

  /** Where it is, as far as the library knows. */
  public enum Status {
    AVAILABLE,
    CHARGED,
    IN_PROCESS,
    RECALLED,
    ON_HOLD_SHELF,
    TO_BE_SHELVED,
    IN_TRANSIT,
    CLAIMED_RETURNED,
    LOST,
    MISSING
  }
}
