package org.libpass.circulation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** What the lending schools' systems have said of a card, for its pages. */
@Service
public class CardEvidence {

  private final Lenders lenders;
  private final Watches watches;
  private final Observations observations;

  CardEvidence(Lenders lenders, Watches watches, Observations observations) {
    this.lenders = lenders;
    this.watches = watches;
    this.observations = observations;
  }

  /** What is known of the card's slot account at each lender that is asked, by code. */
  public List<Watch> watches(UUID card) {
    return watches.of(card);
  }

  /** Where the lenders of these cards can't be asked at present. */
  public List<Watch> failing(Collection<UUID> cards) {
    return cards.isEmpty() ? List.of() : watches.failing(cards);
  }

  /**
   * Whether what is known of the card's books at a lender is from {@code moment} or later: its
   * system has given a good answer since, or the school lends by hand and there is nothing to ask.
   */
  public boolean reaches(UUID card, SchoolCode lender, Instant moment) {
    return !lenders.isConnected(lender)
        || watches
            .find(card, lender)
            .map(Watch::answeredAt)
            .filter(answered -> !answered.isBefore(moment))
            .isPresent();
  }

  /** What was said of items, in the order in which it was said. */
  public List<Observation> observations(UUID card) {
    return observations.of(card);
  }
}
