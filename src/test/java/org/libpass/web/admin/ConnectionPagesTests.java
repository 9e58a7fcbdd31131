package org.libpass.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.ils.ConnectionCheck.Cause;
import org.libpass.ils.ConnectionCheck.Point;
import org.libpass.ils.ConnectionCheck.Verdict;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.test.web.servlet.ResultActions;

class ConnectionPagesTests extends StaffPageTest {

  static final SchoolCode SCHOOL = new SchoolCode("TPCU");

  @Autowired Standin libraries;

  Cookie alliance;

  @BeforeEach
  void signIn() throws Exception {
    alliance = staff("alliance");
  }

  @Test
  void listsEverySchoolAndSaysWhichHaveNoConnection() throws Exception {
    String page = page(alliance, "/admin/connections");
    assertThat(page).contains("/admin/connections/TPCU", "/admin/connections/MKC", "沒有連線");
    assertThat(page(alliance, "/inbox")).isNotNull();
    assertThat(page).contains("aria-current=\"page\">系統連線</a>");
  }

  @Test
  void isForTheAlliancesAdministratorsOnly() throws Exception {
    for (String other : new String[] {"librarian.ntut", "policy.ntut"}) {
      Cookie session = staff(other);
      assertThat(status(open("/admin/connections", session))).isEqualTo(403);
      assertThat(status(check(session, "TPCU", "tpcu001", "demo"))).isEqualTo(403);
    }
    assertThat(status(open("/admin/connections"))).isEqualTo(302);
    assertThat(status(mvc.perform(post("/admin/connections/TPCU").cookie(alliance))))
        .as("without the form's token")
        .isEqualTo(403);
  }

  @Test
  void showsTheSettingsWithoutAnySecret() throws Exception {
    assertThat(page(alliance, "/admin/connections/YPU"))
        .contains("127.0.0.1:", "libpass", "UTF-8", "<code>PX</code>", "列出所有預約", "有設定")
        .contains("ypu001")
        .doesNotContain("sip-ypu", "slot-ypu");
    assertThat(page(alliance, "/admin/connections/uch")).contains("沒有這個欄位");
    assertThat(page(alliance, "/admin/connections/MKC"))
        .contains("這所學校沒有連線")
        .doesNotContain("開始檢查");
    assertThat(status(open("/admin/connections/NOSUCH", alliance))).isEqualTo(404);
  }

  @Test
  void checksAndShowsEachPointInWords() throws Exception {
    String page = next(alliance, check(alliance, "TPCU", "tpcu002", "demo"));
    assertThat(page)
        .contains("檢查結果", "系統讓我們登入。", "清單裡的條碼，查得到那一件。", "每一校的第一個和最後一個帳號都查得到。")
        .doesNotContain("不對</span>", "看不出來", "value=\"tpcu002\"");
    assertThat(page(alliance, "/admin/connections/TPCU")).doesNotContain("檢查結果").contains("有回答");
  }

  @Test
  void saysWhatIsNotRightAndWhatToDo() throws Exception {
    libraries.setFault(SCHOOL, StandinFault.ANY_PASSWORD);
    try {
      assertThat(next(alliance, check(alliance, "TPCU", "tpcu001", "demo")))
          .contains("誰都可以冒名登入", "在那之前不要開放這所學校", "清單是空的");
      libraries.setFault(SCHOOL, StandinFault.KNOWS_NOBODY);
      assertThat(next(alliance, check(alliance, "TPCU", "tpcu001", "demo")))
          .contains("這些館際帳號查不到", "<code>AEUST-1, AEUST-60, ", "另外還有 68 個");
      libraries.setFault(SCHOOL, StandinFault.REFUSES_LOGIN);
      assertThat(next(alliance, check(alliance, "TPCU", "tpcu001", "demo")))
          .contains("系統不讓我們登入。", "這一項沒有問");
    } finally {
      libraries.setFault(SCHOOL, StandinFault.NONE);
    }
  }

  @Test
  void aFormWithoutAccountOrPasswordComesBackWithTheAccount() throws Exception {
    var sent = check(alliance, "TPCU", "tpcu777", "");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("請填寫測試讀者的密碼。", "value=\"tpcu777\"");
    sent = check(alliance, "TPCU", " ", "geheim-9");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("請填寫測試讀者的帳號。").doesNotContain("geheim-9");
    assertThat(status(check(alliance, "TPCU", "x".repeat(129), "x"))).isEqualTo(422);
  }

  @Test
  void aSchoolWithoutAConnectionIsNotChecked() throws Exception {
    assertThat(next(alliance, check(alliance, "MKC", "mkc001", "demo")))
        .contains("這所學校沒有連線，沒有東西可以檢查。");
    assertThat(status(check(alliance, "NOSUCH", "x", "demo"))).isEqualTo(404);
  }

  @Test
  void aSystemThatFailsIsShownAsSuch() throws Exception {
    SchoolCode school = new SchoolCode("YDU");
    libraries.setUnavailable(school, true);
    try {
      for (int time = 0; time < 3; time++) {
        signIn("YDU", "ydu001", "demo", freshAddress());
      }
      assertThat(page(alliance, "/admin/connections")).contains("暫停詢問", "接不上");
      assertThat(page(alliance, "/admin/connections/YDU"))
          .contains("一直問不到，從", "2026-11-23（一）09:00", "連續幾次問不到");
    } finally {
      libraries.setUnavailable(school, false);
    }
  }

  @Test
  void everyWordHasItsTextInBothLanguages() throws Exception {
    for (String file : new String[] {"admin.properties", "admin_en.properties"}) {
      Properties texts =
          PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/" + file));
      for (ConnectionTrouble trouble : ConnectionTrouble.values()) {
        assertThat(texts).containsKey("admin.trouble." + trouble);
      }
      for (Point point : Point.values()) {
        assertThat(texts).containsKeys("admin.point." + point, "admin.fine." + point);
      }
      for (Verdict verdict : Verdict.values()) {
        assertThat(texts).containsKey("admin.verdict." + verdict);
      }
      for (ConnectionRow.Condition condition : ConnectionRow.Condition.values()) {
        assertThat(texts).containsKey("admin.condition." + condition);
      }
      for (Cause cause : Cause.values()) {
        assertThat(texts.containsKey("admin.cause." + cause)).isEqualTo(cause != Cause.NONE);
        assertThat(texts.containsKey("admin.todo." + cause))
            .isEqualTo(cause != Cause.NONE && cause != Cause.NOT_ASKED);
      }
    }
    assertThat(new CheckForm("a", "geheim-9").toString().toLowerCase(Locale.ROOT))
        .doesNotContain("geheim");
  }

  private ResultActions check(Cookie session, String school, String account, String password)
      throws Exception {
    return send(session, "/admin/connections/" + school, "account", account, "password", password);
  }
}
