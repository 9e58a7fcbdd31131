package org.libpass.card;

import java.util.List;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Lending;
import org.libpass.reader.CardFigures;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderFacts;
import org.libpass.school.School;
import org.libpass.school.Schools;
import org.springframework.stereotype.Service;

/** Where a reader may borrow on a card. */
@Service
public class PartnerLibraries {

  private final Schools schools;
  private final Policies policies;
  private final TaipeiClock clock;

  PartnerLibraries(Schools schools, Policies policies, TaipeiClock clock) {
    this.schools = schools;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * A lending school that accepts a reader.
   *
   * @param loanDays for how many days it lends to this reader
   * @param phoneAccepted whether a card shown on a phone will do there
   */
  public record Partner(School school, int loanDays, boolean phoneAccepted) {}

  /**
   * The schools that take part and don't refuse this reader by their own rules, by code; never the
   * home school. A reason that lies in the item lent is not known yet and doesn't count.
   */
  public List<Partner> of(Reader reader) {
    var person = ReaderFacts.of(reader, CardFigures.NONE, clock.today());
    Policies.AtOnce now = policies.now();
    return schools.all().stream()
        .filter(school -> school.takesPart() && !school.code().equals(reader.school()))
        .filter(school -> !(ask(now, school, person, true) instanceof Decision.Refused))
        .map(school -> partner(now, school, person))
        .toList();
  }

  private Partner partner(
      Policies.AtOnce now, School school, org.libpass.policy.facts.Reader person) {
    Decision unprinted = ask(now, school, person, false);
    return new Partner(
        school, unprinted.limits().loanDays(), !(unprinted instanceof Decision.Refused));
  }

  private static Decision ask(
      Policies.AtOnce now, School school, org.libpass.policy.facts.Reader person, boolean printed) {
    var freshCard = new org.libpass.policy.facts.Card(printed, 0, 0, 0, false, 1);
    return now.decide(school.code(), new Lending(), person, freshCard);
  }
}
