package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.policy.Decision;

/**
 * What the application page offers a reader now.
 *
 * @param decision what the home school's policy says, a preview
 * @param validUntil the last day of a card issued today
 * @param partners the lending schools that accept the reader, with their loan days
 * @param trip when these are open until then
 * @param cardsLeft how many cards the home school can issue now
 * @param shown all of this, for the form
 */
record Offer(
    Decision decision,
    LocalDate validUntil,
    List<Partner> partners,
    Trip trip,
    int cardsLeft,
    Shown shown) {

  /** Whether the policy would refuse now, so that there is nothing to confirm. */
  public boolean isRefused() {
    return decision instanceof Decision.Refused;
  }

  /** The loan length that most of the schools have, in days; 0 without schools. */
  public int usualLoanDays() {
    return Offers.usualLoanDays(partners);
  }

  /** Whether all of them have that. */
  public boolean hasOneLoanLength() {
    return partners.stream().mapToInt(Partner::loanDays).distinct().count() <= 1;
  }

  /** Whether a librarian would look at the application first. */
  public boolean isReferred() {
    return decision instanceof Decision.Referred;
  }

  /** Names everything that the page shows. */
  String fingerprint() {
    return shown.toString();
  }
}
