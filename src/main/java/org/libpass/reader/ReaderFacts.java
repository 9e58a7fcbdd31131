package org.libpass.reader;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says of a reader what a rule file may see. Days end at midnight in Taipei; what the library
 * system does not tell is unknown.
 */
public final class ReaderFacts {

  private ReaderFacts() {}

  /**
   * @param cards what the reader's cards add
   * @param today the date in Taipei
   */
  public static org.libpass.policy.facts.Reader of(
      Reader reader, CardFigures cards, LocalDate today) {
    HomeRecord home = reader.homeRecord();
    return new org.libpass.policy.facts.Reader(
        reader.school().value(),
        reader.identity(),
        reader.unit(),
        reader.expiry(),
        expired(reader.expiry(), today),
        reader.isActive() || reader.isSuspended(),
        reader.isSuspended(),
        reader.isLeaving(today),
        overdue(home.overdueItems(), cards.overdueLoans()),
        owes(home.finesOwed(), cards.finesOwed()),
        cards.openCards(),
        cards.revokedCardsWithLoans());
  }

  private static @Nullable Boolean expired(@Nullable LocalDate expiry, LocalDate today) {
    return expiry == null ? null : expiry.isBefore(today);
  }

  /** Any overdue loan on a card counts, also when the home library does not tell its own count. */
  private static @Nullable Integer overdue(@Nullable Integer atHome, int onCards) {
    if (atHome == null) {
      return onCards > 0 ? onCards : null;
    }
    return atHome + onCards;
  }

  /** A fine that a lending school has recorded is owed whatever the home library tells. */
  private static @Nullable Boolean owes(@Nullable BigDecimal atHome, int recorded) {
    if (recorded > 0) {
      return true;
    }
    return atHome == null ? null : atHome.signum() > 0;
  }
}
