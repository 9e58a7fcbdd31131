package org.libpass.web.open;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.RuleText;
import org.libpass.policy.RulesVersion;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Lending;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/** The service rules as the rule files say them at this moment. */
@Component
class ServiceRules {

  /** For a platform without schools yet: no folder of rules has this name. */
  private static final SchoolCode NO_SCHOOL = new SchoolCode("NOBODY");

  private final Policies policies;
  private final Schools schools;
  private final ByIdentity identities;

  ServiceRules(Policies policies, Schools schools, ByIdentity identities) {
    this.policies = policies;
    this.schools = schools;
    this.identities = identities;
  }

  /**
   * The rules of one school.
   *
   * @param home its limits as home school
   * @param lending its limits as lending school
   * @param activation what keeps a reader from being activated, or is looked at first
   * @param application what keeps a reader from getting a card, or is looked at first
   * @param atTheDesk what its desk does not lend, or to whom
   * @param version which rules these are
   * @param readers what each kind of its own readers gets; empty when all get the same
   * @param activations what comes of their activation; empty when all get the same
   * @param visitors what each kind of other schools' readers gets; empty when all get the same
   */
  record Rules(
      Limits home,
      Limits lending,
      List<RuleText.Objection> activation,
      List<RuleText.Objection> application,
      List<RuleText.Objection> atTheDesk,
      RulesVersion version,
      List<ByIdentity.Row> readers,
      List<ByIdentity.Row> activations,
      List<ByIdentity.Row> visitors) {

    /** Whether the desk lends fewer items at once than the card holds. */
    public boolean hasDeskLimit() {
      return lending.itemsAtDesk() != Integer.MAX_VALUE;
    }

    /** On which days before the date a reader is told, the day itself left out. */
    public List<Integer> noticesBefore() {
      return lending.noticeDaysBefore().stream().filter(days -> days > 0).toList();
    }

    /** Whether a reader is told on the day itself. */
    public boolean noticeOnTheDay() {
      return lending.noticeDaysBefore().contains(0);
    }
  }

  /** The rules of one school. */
  Rules of(SchoolCode school) {
    List<RuleText> texts = policies.rules(school);
    return new Rules(
        policies.limits(school, new Application()),
        policies.limits(school, new Lending()),
        objections(texts, "Activation"),
        objections(texts, "Application"),
        objections(texts, "Lending"),
        policies.version(school),
        unlessAlike(identities.application(school)),
        unlessAlike(identities.activation(school)),
        unlessAlike(identities.lending(school)));
  }

  /** The rows, unless all kinds of readers stand in one: then the page has said it already. */
  private static List<ByIdentity.Row> unlessAlike(List<ByIdentity.Row> rows) {
    return rows.size() <= 1 ? List.of() : rows;
  }

  /** The limits where a school has no rules of its own: the alliance's. */
  Limits usual() {
    return policies.limits(withoutOwnRules(), new Application());
  }

  /** The code of a school that follows the alliance in everything, if there is one. */
  SchoolCode withoutOwnRules() {
    List<SchoolCode> codes = schools.all().stream().map(School::code).toList();
    return codes.stream()
        .filter(code -> policies.version(code).school() == null)
        .findFirst()
        .or(() -> codes.stream().findFirst())
        .orElse(NO_SCHOOL);
  }

  private static List<RuleText.Objection> objections(List<RuleText> texts, String question) {
    Stream<RuleText.Objection> all =
        texts.stream()
            .filter(rule -> rule.question().equals(question))
            .flatMap(rule -> rule.objections().stream());
    return all
        .collect(
            Collectors.toMap(
                objection -> sentence(objection.reason()),
                objection -> objection,
                (first, same) -> first,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Two rules may object with one reason: the page says it once. */
  private static String sentence(Reason reason) {
    return reason.key() + "|" + reason.zh();
  }
}
