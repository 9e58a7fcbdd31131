package org.libpass.reader;

/**
 * What a reader's cards add to the facts that a policy sees.
 *
 * @param openCards cards issued, printed or in use, and referred applications
 * @param overdueLoans loans past their return-by date
 * @param revokedCardsWithLoans revoked cards with books still out
 * @param finesOwed fines that lending schools have recorded and not lifted
 */
public record CardFigures(
    int openCards, int overdueLoans, int revokedCardsWithLoans, int finesOwed) {

  /** A reader without cards. */
  public static final CardFigures NONE = new CardFigures(0, 0, 0, 0);
}
