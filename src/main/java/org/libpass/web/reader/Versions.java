package org.libpass.web.reader;

import java.time.Instant;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleText;
import org.libpass.policy.RulesVersion;
import org.libpass.reader.Consent;
import org.libpass.reader.PrivacyTexts;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** Which versions of the privacy policy and the service rules hold for a school's readers. */
@Component
class Versions {

  private final Policies policies;
  private final PrivacyTexts privacy;
  private final ServiceFigures figures;

  Versions(Policies policies, PrivacyTexts privacy, ServiceFigures figures) {
    this.policies = policies;
    this.privacy = privacy;
    this.figures = figures;
  }

  /** The rules in force for a school: its own with the alliance's, or the alliance's alone. */
  RulesVersion rules(SchoolCode school) {
    return policies.version(school);
  }

  /** What the pages of the activation show of both. */
  Shown shown(SchoolCode school) {
    Shown shown = new Shown();
    Limits limits = figures.of(school);
    add(shown, rules(school), limits);
    shown.with("limit.loanDays", limits.loanDays()).with("limit.renewals", limits.renewals());
    for (RuleText rule : policies.rules(school)) {
      if (rule.question().equals("Application")) {
        rule.objections().forEach(one -> shown.with("reason." + one.reason().key(), one.outcome()));
      }
    }
    return shown;
  }

  /** Adds the versions of both and the figures of a card. */
  void add(Shown shown, RulesVersion rules, Limits limits) {
    shown
        .with("privacy", privacy.current().version())
        .with("rules", rules.alliance() + "." + rules.own())
        .with("limit.openCardsPerReader", limits.openCardsPerReader())
        .with("limit.validDays", limits.validDays())
        .with("limit.totalItems", limits.totalItems());
  }

  /** An agreement to both as they are now. */
  Consent consent(SchoolCode school, Instant now) {
    RulesVersion rules = rules(school);
    return new Consent(privacy.current().version(), rules.toString(), now);
  }
}
