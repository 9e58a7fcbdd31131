package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RulesError;
import org.libpass.policy.RulesStatus;
import org.libpass.web.StaffPageTest;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** What the health page tells to whom. */
class HealthTests extends StaffPageTest {

  private static final String PAGE = "/actuator/health";

  @MockitoSpyBean Policies policies;

  @BeforeEach
  void aRuleFileIsWrong() {
    RuleOwner ntut = new RuleOwner("NTUT");
    RulesError error = new RulesError("NTUT/policy.drl", 7, "看不懂。", "This can't be read.");
    doReturn(
            List.of(
                new RulesStatus(
                    ntut, null, List.of(), List.of(), RulesStatus.Disk.WRONG, List.of(error))))
        .when(policies)
        .status();
  }

  @Test
  void theAlliancesAdministratorsSeeWhatIsWrong() throws Exception {
    assertThat(text(open(PAGE, staff("alliance"))))
        .contains("\"status\":\"UP\"", "\"rules\"", "NTUT/policy.drl:7 This can't be read.");
  }

  @Test
  void othersSeeUpOrDownOnly() throws Exception {
    for (var answer :
        List.of(
            open(PAGE),
            open(PAGE, staff("policy.ntut")),
            open(PAGE, staff("librarian.ntut")),
            open(PAGE, reader("NTUT", "ntut001")))) {
      assertThat(status(answer)).isEqualTo(200);
      assertThat(text(answer))
          .contains("\"status\":\"UP\"")
          .doesNotContain("rules", "NTUT", "db", "disk");
    }
    assertThat(status(open(PAGE + "/rules"))).isEqualTo(404);
  }
}
