package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.libpass.card.CardApplications;
import org.libpass.card.PartnerLibraries;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.Closings;
import org.libpass.web.Closings.Closing;
import org.libpass.web.PrivacyPolicy;
import org.springframework.stereotype.Component;

/** Puts together what a reader can have, for the application page and for the card's. */
@Component
class Offers {

  private final CardApplications applications;
  private final PartnerLibraries libraries;
  private final Closings closings;
  private final TaipeiClock clock;

  Offers(
      CardApplications applications,
      PartnerLibraries libraries,
      Closings closings,
      TaipeiClock clock) {
    this.applications = applications;
    this.libraries = libraries;
    this.closings = closings;
    this.clock = clock;
  }

  Offer to(Reader reader) {
    Decision decision = applications.preview(reader.id());
    LocalDate validUntil = applications.validUntil(decision);
    List<Partner> partners = libraries.of(reader);
    List<Closing> closed = closings(partners, validUntil);
    String fingerprint =
        Fingerprint.of(
            PrivacyPolicy.VERSION,
            decision.rules(),
            decision.limits(),
            validUntil,
            partners.stream().map(Offers::shown).toList(),
            closed.stream().map(Offers::shown).toList());
    return new Offer(decision, validUntil, partners, closed, fingerprint);
  }

  /** The closed days of these schools from today to {@code until}. */
  List<Closing> closings(List<Partner> partners, LocalDate until) {
    LocalDate today = clock.today();
    if (until.isBefore(today)) {
      return List.of();
    }
    Set<SchoolCode> codes =
        partners.stream().map(partner -> partner.school().code()).collect(Collectors.toSet());
    return closings.between(today, until).stream()
        .map(closing -> closing.among(codes))
        .filter(closing -> !closing.schools().isEmpty())
        .toList();
  }

  /** The loan length that most of these schools have, in days; 0 without schools. */
  static int usualLoanDays(List<Partner> partners) {
    return partners.stream()
        .collect(Collectors.groupingBy(Partner::loanDays, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static String shown(Partner partner) {
    return partner.school().code() + " " + partner.loanDays() + " " + partner.phoneAccepted();
  }

  private static String shown(Closing closing) {
    return closing.from() + " " + closing.to() + " " + closing.open() + " " + closing.schools();
  }
}
