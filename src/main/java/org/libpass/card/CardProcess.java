package org.libpass.card;

/**
 * Where cards wait for time and for librarians. Called in the transaction that changes the card.
 */
public interface CardProcess {

  /** A card was issued or its application referred: it begins to wait. */
  void begun(Card card);

  /**
   * A card has changed; it waits where {@link Card#waiting()} says, until the dates that it has
   * now.
   */
  void changed(Card card);
}
