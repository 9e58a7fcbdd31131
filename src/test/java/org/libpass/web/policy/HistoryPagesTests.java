package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.policy.Proposal;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.facts.Application;
import org.springframework.test.web.servlet.ResultActions;

/** What was published before, and going back to it. */
class HistoryPagesTests extends PublishedRules {

  private static final String PAGE = "/policy/HSC/history";

  private Cookie administrator;

  @BeforeEach
  void signIn() throws Exception {
    administrator = staff(ADMINISTRATOR);
  }

  @Test
  void eachVersionSaysWhenWhoAndWhy() throws Exception {
    published(days(5), "五天就好");
    published(days(6), "還是六天");

    assertThat(page(administrator, PAGE))
        .containsSubsequence(
            "第 " + newest() + " 版",
            "生效中",
            "2026-11-23（一）09:00",
            COLLEAGUE,
            "還是六天",
            "沒有例子",
            "第 " + (newest() - 1) + " 版",
            "以前的版本",
            "五天就好");
    assertThat(page(staff("policy.ntut"), "/policy/NTUT/history")).contains("存檔（規則資料夾）");
  }

  @Test
  void aVersionShowsItsTextAndWhatChanged() throws Exception {
    published(days(4), "四天");
    published(days(5), "五天");
    published(days(6), "六天");

    String shown = page(administrator, PAGE + "/" + (newest() - 1));

    assertThat(shown)
        .contains("五天", "瀏覽器", "以前的版本")
        .containsSubsequence(
            "和前一版（第 " + (newest() - 2) + " 版）比", "limits.validDays(4)", "limits.validDays(5)")
        .containsSubsequence(
            "和生效中的第 " + newest() + " 版比", "limits.validDays(6)", "limits.validDays(5)")
        .containsSubsequence("全文", "HSC/policy.drl", "limits.validDays(5)");
    assertThat(page(administrator, PAGE + "/" + newest())).doesNotContain("和生效中的第", "回到這一版");
    assertThat(
            text(
                open(
                    PAGE + "/" + (newest() - 1),
                    administrator,
                    new Cookie("libpass-language", "en"))))
        .contains("Compared with the one before", "Go back to this version", "Earlier version");
  }

  @Test
  void goingBackPublishesTheOldTextAgain() throws Exception {
    published(days(5), "五天");
    int old = newest();
    published(days(6), "六天");

    ResultActions sent = back(old, newest(), "六天太長");

    assertThat(next(administrator, sent))
        .contains("已經回到第 " + old + " 版的內容，現在是第 " + (old + 2) + " 版", "六天太長");
    assertThat(daysInForce()).isEqualTo(5);
    assertThat(newest()).isEqualTo(old + 2);
    assertThat(next(administrator, back(old, old + 1, "六天太長"))).contains("沒有再發布一次");
    assertThat(newest()).isEqualTo(old + 2);
  }

  @Test
  void goingBackNeedsAReason() throws Exception {
    published(days(5), "五天");
    int old = newest();
    published(days(6), "六天");

    ResultActions sent = back(old, newest(), " ");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("請寫為什麼要改。", "href=\"#reason\"");
    assertThat(daysInForce()).isEqualTo(6);
  }

  @Test
  void goingBackDoesNotOverwriteWhatWasPublishedMeanwhile() throws Exception {
    published(days(5), "五天");
    int old = newest();
    published(days(6), "六天");
    int known = newest();
    published(days(7), "同事剛改的");

    ResultActions sent = back(old, known, "六天太長");

    assertThat(status(sent)).isEqualTo(409);
    assertThat(text(sent))
        .contains("有人發布了新的版本", "同事剛改的", COLLEAGUE, ">六天太長</textarea>")
        .contains("name=\"base\" value=\"" + newest() + "\"");
    assertThat(daysInForce()).isEqualTo(7);
    assertThat(next(administrator, back(old, newest(), "六天太長"))).contains("已經回到");
  }

  @Test
  void whatTheAllianceDoesNotAllowAnyMoreIsNotGoneBackTo() throws Exception {
    published(days(5), "五天");
    int old = newest();
    published(new RuleTexts("// 照聯盟。\n", "", ""), "不改了");
    RuleTexts alliance = alliance();
    publishAlliance(
        new RuleTexts(alliance.rules().replace("rule \"使用天數\"", "rule \"使用天數\" @locked"), "", ""),
        "鎖定");
    try {
      ResultActions sent = back(old, newest(), "還是五天");

      assertThat(status(sent)).isEqualTo(422);
      assertThat(text(sent))
          .containsSubsequence("這一版的內容現在不能用", "HSC/policy.drl:2", "由聯盟鎖定", "在「編輯」裡照著改")
          .contains(">還是五天</textarea>");
      assertThat(policies.limits(SCHOOL, new Application()).validDays()).isEqualTo(3);
    } finally {
      publishAlliance(alliance, "照舊");
    }
  }

  @Test
  void whatWaitsCanBeWithdrawnOnce() throws Exception {
    int waiting = waiting();

    assertThat(page(administrator, PAGE)).contains("等待生效", PAGE + "/" + waiting + "/withdraw");
    assertThat(page(administrator, PAGE + "/" + waiting)).contains("撤回以後，2027-01-18（一）不會生效");
    ResultActions sent = send(administrator, PAGE + "/" + waiting + "/withdraw");

    assertThat(next(administrator, sent))
        .contains("第 " + waiting + " 版已經撤回", "已撤回", "撤回，2026-11-23（一）09:00")
        .doesNotContain("等待生效");
    assertThat(next(administrator, send(administrator, PAGE + "/" + waiting + "/withdraw")))
        .contains("沒有改變什麼");
  }

  @Test
  void afterAWithdrawalADraftBeginsFromWhatIsInForce() throws Exception {
    published(days(5), "五天");
    int waiting = waiting();
    send(administrator, PAGE + "/" + waiting + "/withdraw");

    assertThat(drafts.of(OWNER, ADMINISTRATOR))
        .satisfies(
            draft -> {
              assertThat(draft.texts()).isEqualTo(days(5));
              assertThat(draft.base()).isEqualTo(waiting);
            });
  }

  @Test
  void whatWasTriedInTheAlliancesNameIsNotForSchools() throws Exception {
    assertThat(page(staff("alliance"), "/policy/alliance/history")).contains("沒有發布成功的");
    assertThat(page(administrator, "/policy/alliance/history"))
        .contains("發布過的版本")
        .doesNotContain("沒有發布成功的");
    assertThat(page(staff("alliance"), PAGE)).contains("沒有發布成功的");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99999", "x", "-1", "1e3", "99999999999"})
  void aVersionThatIsNotThereIsNotThere(String number) throws Exception {
    assertThat(status(open(PAGE + "/" + number, administrator))).isEqualTo(404);
    assertThat(status(send(administrator, PAGE + "/" + number + "/back", "reason", "x")))
        .isEqualTo(404);
    assertThat(status(send(administrator, PAGE + "/" + number + "/withdraw"))).isEqualTo(404);
  }

  private ResultActions back(int to, int base, String reason) throws Exception {
    return send(
        administrator, PAGE + "/" + to + "/back", "base", String.valueOf(base), "reason", reason);
  }

  /** Lets a version wait for a day. */
  private int waiting() {
    workbench.publish(
        new Proposal(OWNER, days(8), newest(), ADMINISTRATOR, "寒假", LocalDate.parse("2027-01-18")));
    return newest();
  }

  private RuleTexts alliance() {
    return versions
        .find(RuleOwner.ALLIANCE, versions.newest(RuleOwner.ALLIANCE))
        .orElseThrow()
        .texts();
  }

  private void publishAlliance(RuleTexts texts, String reason) {
    workbench.publish(
        new Proposal(
            RuleOwner.ALLIANCE,
            texts,
            versions.newest(RuleOwner.ALLIANCE),
            "alliance",
            reason,
            null));
  }
}
