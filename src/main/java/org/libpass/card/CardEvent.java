package org.libpass.card;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * Something that happened to a card: what its timeline shows and what notices are written about.
 *
 * @param card which
 * @param reader whose
 * @param kind what
 * @param at when
 * @param school where, for what happens at a desk
 * @param item title or barcode, for what happens to an item
 * @param by the librarian's account, null for the reader or the platform itself
 * @param note a librarian's reason in words
 */
public record CardEvent(
    UUID card,
    UUID reader,
    Kind kind,
    Instant at,
    @Nullable SchoolCode school,
    @Nullable String item,
    @Nullable String by,
    @Nullable String note) {

  /** What happened. */
  public enum Kind {
    REFERRED,
    REFUSED,
    WITHDRAWN,
    ISSUED,
    PRINTED,
    /** A librarian of the home school has printed the card for its reader. */
    REPRINTED,
    /** The reader lost the card, which got new codes. */
    LOST,
    LENT,
    /** The lending school's system shows an item on the slot's account. */
    SEEN_LENT,
    TAKEN_BACK,
    /** The lending school's system shows that an item is back. */
    SEEN_BACK,
    /** The lending school's system has another due date; the note is the date. */
    DUE_CHANGED,
    /** The lending school has ended a loan: the item is lost. */
    SETTLED_LOST,
    /** The lending school has ended a loan: the reader has paid for the item. */
    SETTLED_PAID,
    /** The lending school has recorded a fine for a loan. */
    FINE_RECORDED,
    /** The lending school asks for a fine no more. */
    FINE_LIFTED,
    /** A librarian says that an item was never lent on the card. */
    STRUCK,
    LENDING_UNDONE,
    RETURN_UNDONE,
    DONE,
    VALID_DAYS_OVER,
    CLOSED,
    CANCELLED,
    EXPIRED,
    REVOKED
  }
}
