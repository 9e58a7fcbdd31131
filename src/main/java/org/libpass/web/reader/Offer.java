package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.policy.Decision;
import org.libpass.web.Closings.Closing;

/**
 * What the application page offers a reader now.
 *
 * @param decision what the home school's policy says, a preview
 * @param validUntil the last day of a card issued today
 * @param partners the lending schools that accept the reader, with their loan days
 * @param closings their closed days until then
 * @param fingerprint names all of this, for the form
 */
record Offer(
    Decision decision,
    LocalDate validUntil,
    List<Partner> partners,
    List<Closing> closings,
    String fingerprint) {

  /** Whether the policy would refuse now, so that there is nothing to confirm. */
  public boolean isRefused() {
    return decision instanceof Decision.Refused;
  }

  /** The loan length that most of the schools have, in days; 0 without schools. */
  public int usualLoanDays() {
    return Offers.usualLoanDays(partners);
  }

  /** Whether a librarian would look at the application first. */
  public boolean isReferred() {
    return decision instanceof Decision.Referred;
  }
}
