package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.libpass.card.CardApplications;
import org.libpass.card.PartnerLibraries;
import org.libpass.card.PartnerLibraries.Partner;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.reader.Reader;
import org.libpass.school.LibraryDay;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Closings;
import org.libpass.web.Closings.Closing;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what a reader can have, for the application page and for the card's. */
@Component
class Offers {

  private final CardApplications applications;
  private final PartnerLibraries libraries;
  private final Schools schools;
  private final Versions versions;
  private final Trips trips;
  private final Closings closings;
  private final TaipeiClock clock;

  Offers(
      CardApplications applications,
      PartnerLibraries libraries,
      Schools schools,
      Versions versions,
      Trips trips,
      Closings closings,
      TaipeiClock clock) {
    this.applications = applications;
    this.libraries = libraries;
    this.schools = schools;
    this.versions = versions;
    this.trips = trips;
    this.closings = closings;
    this.clock = clock;
  }

  Offer to(Reader reader) {
    Decision decision = applications.preview(reader.id());
    LocalDate validUntil = applications.validUntil(decision);
    List<Partner> partners = libraries.of(reader);
    Map<SchoolCode, List<LibraryDay>> days = trips.days(partners, validUntil);
    Locale language = LocaleContextHolder.getLocale();
    return new Offer(
        decision,
        validUntil,
        partners,
        trips.plan(partners, days, schools.get(reader.school()), language),
        applications.cardsLeft(reader.school(), decision.limits()),
        shown(decision, validUntil, partners, days));
  }

  private Shown shown(
      Decision decision,
      LocalDate validUntil,
      List<Partner> partners,
      Map<SchoolCode, List<LibraryDay>> days) {
    Shown shown = new Shown();
    versions.add(shown, decision.rules(), decision.limits());
    shown.with("outcome", decision.outcome()).with("until", validUntil).with("from", clock.today());
    for (Partner partner : partners) {
      List<LibraryDay> its = days.getOrDefault(partner.school().code(), List.of());
      List<Boolean> open = its.stream().map(LibraryDay::open).toList();
      shown.with(
          "school." + partner.school().code(),
          ShownLender.write(partner.loanDays(), partner.phoneAccepted(), open));
    }
    return shown;
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
}
