package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.libpass.policy.Policies;
import org.libpass.policy.Proposal;
import org.libpass.policy.Published;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RuleVersions;
import org.libpass.policy.Workbench;
import org.libpass.policy.facts.Application;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Pages on which a school that has no rules of its own gets some. The context and its database are
 * shared, so each test ends by what is in force saying nothing again and nothing waiting.
 */
abstract class PublishedRules extends StaffPageTest {

  static final SchoolCode SCHOOL = new SchoolCode("HSC");
  static final RuleOwner OWNER = RuleOwner.of(SCHOOL);
  static final String ADMINISTRATOR = "policy." + SCHOOL.value().toLowerCase(Locale.ROOT);
  static final String COLLEAGUE = "colleague.hsc";

  private static final RuleTexts SAYS_NOTHING = new RuleTexts("// 照聯盟。\n", "", "");

  @Autowired RuleDrafts drafts;
  @Autowired RuleVersions versions;
  @Autowired Workbench workbench;
  @Autowired Policies policies;

  @BeforeEach
  void anOrdinaryBeginning() {
    published(SAYS_NOTHING, "起頭");
  }

  @AfterEach
  void asItWas() {
    for (RuleVersion version : versions.of(OWNER)) {
      workbench.withdraw(OWNER, version.number(), ADMINISTRATOR);
    }
    published(SAYS_NOTHING, "照舊");
    drafts.discard(OWNER, ADMINISTRATOR);
  }

  /** A school's rule for how many days a card may borrow. */
  static RuleTexts days(int days) {
    String rule =
        """
        // 使用天數
        rule "使用天數"
        when  Application()
        then  limits.validDays(%d);
        end
        """;
    return new RuleTexts(rule.formatted(days), "", "");
  }

  /** The days that hold now. */
  int daysInForce() {
    return policies.limits(SCHOOL, new Application()).validDays();
  }

  /** Lets a colleague publish texts; nothing happens when they are in force. */
  void published(RuleTexts texts, String reason) {
    assertThat(workbench.publish(new Proposal(OWNER, texts, newest(), COLLEAGUE, reason, null)))
        .isInstanceOfAny(Published.Done.class, Published.Unchanged.class);
  }

  int newest() {
    return versions.newest(OWNER);
  }

  /** Lets the administrator have a draft of what is the newest now. */
  void draft(RuleTexts texts) {
    drafts.save(OWNER, ADMINISTRATOR, newest(), texts);
  }
}
