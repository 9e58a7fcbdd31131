package org.libpass.web.reader;

import java.time.Instant;
import org.libpass.policy.Policies;
import org.libpass.policy.RulesVersion;
import org.libpass.reader.Consent;
import org.libpass.school.SchoolCode;
import org.libpass.web.PrivacyPolicy;
import org.springframework.stereotype.Component;

/** Which versions of the privacy policy and the service rules hold for a school's readers. */
@Component
class Versions {

  private final Policies policies;

  Versions(Policies policies) {
    this.policies = policies;
  }

  /** The rules in force for a school: its own with the alliance's, or the alliance's alone. */
  RulesVersion rules(SchoolCode school) {
    return policies.version(school);
  }

  /** Names both versions, for a form. */
  String fingerprint(SchoolCode school) {
    return Fingerprint.of(PrivacyPolicy.VERSION, rules(school));
  }

  /** An agreement to both as they are now. */
  Consent consent(SchoolCode school, Instant now) {
    RulesVersion rules = rules(school);
    return new Consent(PrivacyPolicy.VERSION, rules.toString(), now);
  }
}
