package org.libpass.circulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.school.SchoolCode;

/**
 * Slots of one school that wait for one lender's good answer since more than a day.
 *
 * @param school the home school, whose librarians may let them go
 * @param lender which does not answer, or still has something on the accounts
 * @param openedAt since when librarians have been asked
 */
public record SlotRelease(UUID id, SchoolCode school, SchoolCode lender, Instant openedAt) {

  /**
   * A card whose slot waits.
   *
   * @param watch what the lender has said of its account
   */
  public record WaitingCard(Card card, Watch watch) {}

  /** A release with its cards, the one that ended first at the top. */
  public record WithCards(SlotRelease release, List<WaitingCard> cards) {

    public WithCards {
      cards = List.copyOf(cards);
    }
  }
}
