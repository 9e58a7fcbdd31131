package org.libpass.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.platform.AuditLog;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done by whom, for the alliance's administrators. */
class AuditPagesTests extends StaffPageTest {

  private static final String PAGE = "/admin/audit";

  @Autowired AuditLog audit;

  private Cookie alliance;

  @BeforeEach
  void signIn() throws Exception {
    alliance = staff("alliance");
  }

  @Test
  void theNewestComesFirstInWords() throws Exception {
    audit.keep("SMC", "policy.smc", "rules-published", "SMC 1", "五天就好");
    audit.keep("SMC", "libpass", "rules-refused", "SMC", "SMC/policy.drl:3 <看不懂>");

    assertThat(page(alliance, PAGE))
        .containsSubsequence(
            "2026-11-23（一）09:00",
            "SMC 聖母醫護管理專科學校",
            "館際通（規則資料夾）",
            "規則有錯，沒有發布",
            "SMC/policy.drl:3 &lt;看不懂&gt;",
            "<code>policy.smc</code>",
            "發布規則，馬上生效",
            "SMC 1",
            "五天就好");
    assertThat(text(open(PAGE, alliance, new Cookie("libpass-language", "en"))))
        .containsSubsequence(
            "Rules with mistakes, not published", "Rules published, in force at once");
  }

  @Test
  void theyCanBeSeenBySchool() throws Exception {
    audit.keep("SMC", "policy.smc", "rules-published", "SMC 2", "只看聖母");
    audit.keep(null, "alliance", "rules-published", "alliance 2", "只看聯盟");

    assertThat(page(alliance, PAGE)).contains("只看聖母", "只看聯盟");
    assertThat(page(alliance, PAGE + "?school=smc"))
        .contains("只看聖母", "<option value=\"SMC\" selected=\"selected\"")
        .doesNotContain("只看聯盟");
    assertThat(page(alliance, PAGE + "?school=alliance"))
        .contains("只看聯盟", "<option value=\"alliance\" selected=\"selected\"")
        .doesNotContain("只看聖母");
    assertThat(page(alliance, PAGE + "?school=TAKMING")).contains("還沒有紀錄");
  }

  @Test
  void aHundredAreOnAPage() throws Exception {
    for (int i = 1; i <= 101; i++) {
      audit.keep("YDU", "policy.ydu", "rules-published", "YDU " + i, "第" + i + "次");
    }

    String first = page(alliance, PAGE + "?school=YDU");
    assertThat(first).contains("第101次", "第2次", "看更早的").doesNotContain("第1次", "回到最新的");
    String older = first.replaceAll("(?s).*href=\"(/admin/audit\\?[^\"]*before=\\d+)\".*", "$1");
    assertThat(page(alliance, older.replace("&amp;", "&")))
        .contains("第1次", "回到最新的", "<option value=\"YDU\" selected=\"selected\"")
        .doesNotContain("第2次", "看更早的");
  }

  @Test
  void anActionWithoutWordsIsShownByItsKey() throws Exception {
    audit.keep("HDUT", "policy.hdut", "tea-made", "HDUT", null);

    assertThat(page(alliance, PAGE + "?school=HDUT")).contains("tea-made");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?school=NOSUCH", "?school=%27", "?before=x", "?before=-1", "?before=1"})
  void nonsenseInTheAddressIsNoMistake(String query) throws Exception {
    assertThat(status(open(PAGE + query, alliance))).isEqualTo(200);
  }
}
