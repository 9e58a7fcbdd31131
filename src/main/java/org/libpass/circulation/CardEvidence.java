package org.libpass.circulation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What the lending schools' systems have said of a card, for its pages. */
@Service
public class CardEvidence {

  private final Watches watches;
  private final Observations observations;

  CardEvidence(Watches watches, Observations observations) {
    this.watches = watches;
    this.observations = observations;
  }

  /** What is known of the card's slot account at each lender that is asked, by code. */
  public List<Watch> watches(UUID card) {
    return watches.of(card);
  }

  /** What was said of items, in the order in which it was said. */
  public List<Observation> observations(UUID card) {
    return observations.of(card);
  }
}
