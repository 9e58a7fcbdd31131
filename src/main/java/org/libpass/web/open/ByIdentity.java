package org.libpass.web.open;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.Wording;
import org.libpass.policy.Words;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/**
 * What the rules give each kind of reader, found out by asking them about one with a clean record.
 */
@Component
class ByIdentity {

  /** Some other school: at a desk the readers of any other come under the same rules. */
  private static final SchoolCode ELSEWHERE = new SchoolCode("NOBODY");

  private static final int YEARS_LEFT = 10;

  /** What the clean record leaves open is the single reader's matter, not the kind's. */
  private static final String UNKNOWN = "unknown-";

  private final Policies policies;
  private final TaipeiClock clock;

  ByIdentity(Policies policies, TaipeiClock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * What some kinds of readers get alike.
   *
   * @param identities the kinds
   * @param figures the limits that count for the question, in order
   * @param outcome what comes of a clean record
   * @param reasons why, where it is not granted
   */
  record Row(
      List<Wording> identities,
      List<Integer> figures,
      Decision.Outcome outcome,
      List<Reason> reasons) {

    private Row with(List<Wording> those) {
      return new Row(List.copyOf(those), figures, outcome, reasons);
    }
  }

  /**
   * What readers of a school get as its own, when they apply for a card; the figures are cards at
   * once, days and items.
   */
  List<Row> application(SchoolCode home) {
    School plenty = new School(0, Integer.MAX_VALUE);
    Policies.AtOnce now = policies.now();
    return rows(
        home,
        person -> now.decide(home, new Application(), reader(home, person, true), plenty),
        limits -> List.of(limits.openCardsPerReader(), limits.validDays(), limits.totalItems()));
  }

  /** What comes of their wish to be activated; there are no figures. */
  List<Row> activation(SchoolCode home) {
    Policies.AtOnce now = policies.now();
    return rows(
        home,
        person -> now.decide(home, new Activation(), reader(home, person, false)),
        limits -> List.of());
  }

  /**
   * What readers of other schools get at a school's desk; the figures are loan days, renewals and
   * items at once.
   */
  List<Row> lending(SchoolCode lender) {
    Card fresh = new Card(true, 0, 0, 0, false, Integer.MAX_VALUE);
    Policies.AtOnce now = policies.now();
    return rows(
        lender,
        person -> now.decide(lender, new Lending(), reader(ELSEWHERE, person, true), fresh),
        limits -> List.of(limits.loanDays(), limits.renewals(), limits.itemsAtDesk()));
  }

  /** By what they get, in the order of the alliance's words. */
  private List<Row> rows(
      SchoolCode school, Function<String, Decision> ask, Function<Limits, List<Integer>> figures) {
    Map<Row, List<Wording>> alike = new LinkedHashMap<>();
    policies
        .words(school)
        .english(Words.Kind.IDENTITY)
        .forEach(
            (identity, english) ->
                alike
                    .computeIfAbsent(row(ask.apply(identity), figures), any -> new ArrayList<>())
                    .add(new Wording(identity, english)));
    return alike.entrySet().stream().map(one -> one.getKey().with(one.getValue())).toList();
  }

  private static Row row(Decision decision, Function<Limits, List<Integer>> figures) {
    List<Reason> reasons =
        decision.objections().stream().filter(reason -> !reason.key().startsWith(UNKNOWN)).toList();
    Decision.Outcome outcome = reasons.isEmpty() ? Decision.Outcome.GRANTED : decision.outcome();
    return new Row(List.of(), figures.apply(decision.limits()), outcome, reasons);
  }

  private Reader reader(SchoolCode school, String identity, boolean activated) {
    LocalDate expiry = clock.today().plusYears(YEARS_LEFT);
    return new Reader(
        school.value(), identity, null, expiry, false, activated, false, false, 0, false, 0, 0);
  }
}
