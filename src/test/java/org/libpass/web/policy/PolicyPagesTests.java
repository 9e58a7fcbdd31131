package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RulesError;
import org.libpass.policy.RulesStatus;
import org.libpass.web.StaffPageTest;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

class PolicyPagesTests extends StaffPageTest {

  @MockitoSpyBean Policies policies;

  @Test
  void aSchoolsAdministratorSeesTheAlliancesAndTheirOwn() throws Exception {
    Cookie administrator = staff("policy.ntut");

    assertThat(page(administrator, "/policy"))
        .contains("聯盟", "alliance/policy.drl", "NTUT/policy.drl", "照檔案生效")
        .doesNotContain("CUTE/policy.drl");
    assertThat(page(administrator, "/policy/NTUT"))
        .contains("開通審核", "本校的規則", "聯盟的規則", "聯盟鎖定", "NTUT/policy.drl:")
        .contains("<code>rule &quot;每校張數&quot;");
  }

  @Test
  void aSchoolWithoutAFileOfItsOwnFollowsTheAlliance() throws Exception {
    Cookie administrator = staff("policy.lhu");

    assertThat(page(administrator, "/policy")).contains("照聯盟規則的學校", "/policy/LHU");
    assertThat(page(administrator, "/policy/lhu")).contains("聯盟的規則").doesNotContain("本校的規則");
  }

  @Test
  void anotherSchoolsRulesAreNotThere() throws Exception {
    Cookie administrator = staff("policy.ntut");
    for (String school : new String[] {"CUTE", "NOSUCH", "alliance", "1"}) {
      var page = open("/policy/" + school, administrator);
      assertThat(status(page)).as(school).isEqualTo(404);
      assertThat(text(page)).contains("您可以看的規則裡沒有這所學校");
    }
  }

  @Test
  void theAllianceSeesAll() throws Exception {
    Cookie alliance = staff("alliance");

    assertThat(page(alliance, "/policy"))
        .contains("CUTE/policy.drl", "NTUT/policy.drl", "/policy/LHU");
    assertThat(page(alliance, "/policy/CUTE")).contains("不收校友");
  }

  @Test
  void aBrokenFileIsNamedWithLineAndSentence() throws Exception {
    RulesError error = new RulesError("NTUT/policy.drl", 7, "看不懂「<b>」。", "Can't read \"<b>\".");
    doReturn(
            List.of(
                new RulesStatus(
                    new RuleOwner("NTUT"),
                    null,
                    List.of(),
                    List.of(),
                    RulesStatus.Disk.WRONG,
                    List.of(error))))
        .when(policies)
        .status();

    assertThat(page(staff("policy.ntut"), "/policy"))
        .contains("沒有生效", "NTUT/policy.drl:7", "看不懂「&lt;b&gt;」。", "0123456789ab")
        .contains("檔案有錯，舊規則照舊");
    assertThat(page(staff("policy.ntut"), "/policy/NTUT")).contains("NTUT/policy.drl:7");
  }

  @Test
  void whoIsNoAdministratorGetsNoRules() throws Exception {
    assertThat(status(open("/policy", staff("librarian.ntut")))).isEqualTo(403);
    assertThat(open("/policy").andReturn().getResponse().getRedirectedUrl())
        .isEqualTo("/staff/sign-in");
  }

  @Test
  void staffLandOnTheirPage() throws Exception {
    assertThat(landing("librarian.ntut")).isEqualTo("/inbox");
    assertThat(landing("policy.ntut")).isEqualTo("/policy");
    assertThat(landing("alliance")).isEqualTo("/policy");
  }

  private String landing(String username) throws Exception {
    return signInAsStaff(username, "demo", freshAddress())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }
}
