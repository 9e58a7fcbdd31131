package org.libpass.reader;

import java.time.Instant;

/**
 * A member of staff saw a reader's name, number and contact in full.
 *
 * @param by the account
 * @param place on which page
 * @param at when first within the hour
 */
public record Look(String by, Place place, Instant at) {

  /** A page that shows a reader in full. */
  public enum Place {
    /** The reader's own page. */
    READER,
    /** A task about the reader. */
    TASK,
    /** The page of one of the reader's cards. */
    CARD,
    /** A desk where the card was not at hand, which looked for it by the full name. */
    DESK,
    /** The alliance, which had to know who it is. */
    ALLIANCE
  }
}
