package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.platform.AuditLog;
import org.libpass.platform.AuditLog.Wanted;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.RuleVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A draft goes into force, or does not and says why. */
class PublishPagesTests extends PublishedRules {

  private static final String PAGE = "/policy/HSC/publish";
  private static final RuleTexts BROKEN =
      new RuleTexts("rule \"x\" when Nothing() then end\n", "", "");

  @Autowired AuditLog audit;
  @Autowired TaipeiClock clock;

  private Cookie administrator;

  @BeforeEach
  void signIn() throws Exception {
    administrator = staff(ADMINISTRATOR);
  }

  @Test
  void withoutADraftThereIsNothingToPublish() throws Exception {
    int before = newest();

    assertThat(page(administrator, PAGE)).contains("您沒有改到一半的草稿", "/policy/HSC/edit");
    assertThat(next(administrator, publish("x", "now", "", ""))).contains("沒有要發布的草稿");
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void aDraftThatSaysWhatIsInForceIsNotOfferedForPublishing() throws Exception {
    published(days(6), "六天");
    draft(days(6));

    assertThat(page(administrator, PAGE))
        .contains("您的草稿和生效中的規則一樣")
        .doesNotContain("name=\"reason\"");
  }

  @Test
  void theDraftIsShownBesideWhatIsInForceAndChecked() throws Exception {
    published(days(6), "六天");
    draft(days(7));

    assertThat(page(administrator, PAGE))
        .contains("檢查過了，沒有錯。", "和生效中的第 " + newest() + " 版比", "HSC/policy.drl")
        .containsSubsequence(
            "diff-removed",
            "刪除",
            "limits.validDays(6);",
            "diff-added",
            "新增",
            "limits.validDays(7);")
        .contains("name=\"reason\"", "min=\"2026-11-24\"", "max=\"2027-11-23\"");
    assertThat(text(open(PAGE, administrator, new Cookie("libpass-language", "en"))))
        .contains("Checked: no mistakes.", ">removed</span>", ">added</span>", "Why this change");
  }

  @Test
  void whatIsPublishedAtOnceIsInForce() throws Exception {
    draft(days(7));

    ResultActions sent = publish("期末加長", "now", "");

    assertThat(sent.andReturn().getResponse().getRedirectedUrl()).isEqualTo("/policy/HSC");
    assertThat(next(administrator, sent)).contains("第 " + newest() + " 版已經生效", "期末加長");
    assertThat(daysInForce()).isEqualTo(7);
    assertThat(newestVersion())
        .satisfies(
            it -> {
              assertThat(it.author()).isEqualTo(ADMINISTRATOR);
              assertThat(it.reason()).isEqualTo("期末加長");
            });
    assertThat(drafts.of(OWNER, ADMINISTRATOR).savedAt()).as("the draft is done").isNull();
    assertThat(newestEntry().action()).isEqualTo("rules-published");
  }

  @Test
  void whatIsPublishedForADayWaitsForIt() throws Exception {
    int before = daysInForce();
    draft(days(8));

    ResultActions sent = publish("寒假", "date", "2027-01-18");

    assertThat(next(administrator, sent))
        .contains("已經發布，2027-01-18（一）零時起生效", "等待生效")
        .doesNotContain("已經生效。");
    assertThat(daysInForce()).isEqualTo(before);
    draft(days(9));
    assertThat(page(administrator, PAGE)).contains("會在 2027-01-18（一）零時生效，到時候會換掉");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11-23", "2026-11-22", "2027-11-24", "18.1.2027", "明天"})
  void aDayThatCannotBeIsToldBesideItsField(String day) throws Exception {
    draft(days(7));
    int before = newest();

    ResultActions sent = publish("寒假", "date", day);

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent))
        .containsSubsequence("還差一點", "href=\"#from\"", ">寒假</textarea>", "id=\"from-error\"")
        .contains("請填今天以後、一年以內的日期", "value=\"" + day + "\"");
    assertThat(newest()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24", "2027-11-23"})
  void theFirstAndTheLastPossibleDayAreTaken(String day) throws Exception {
    draft(days(7));

    assertThat(next(administrator, publish("寒假", "date", day))).contains("等待生效");
    assertThat(TaipeiClock.dateOf(newestVersion().effectiveAt())).isEqualTo(LocalDate.parse(day));
  }

  static Stream<String> notReasons() {
    return Stream.of("", "  ", "長".repeat(501));
  }

  @ParameterizedTest
  @MethodSource("notReasons")
  void aReasonIsNeeded(String reason) throws Exception {
    draft(days(7));
    int before = newest();

    ResultActions sent = publish(reason, "date", "2027-01-18");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent))
        .contains(reason.isBlank() ? "請寫為什麼要改。" : "請縮短到 500 個字以內")
        .contains("value=\"2027-01-18\"", "id=\"when-date\" name=\"when\" value=\"date\" checked");
    assertThat(newest()).isEqualTo(before);
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts()).isEqualTo(days(7));
  }

  @Test
  void aBrokenDraftIsShownWithItsMistakesAndWithoutAWayToPublishIt() throws Exception {
    draft(BROKEN);

    assertThat(page(administrator, PAGE))
        .containsSubsequence("還不能發布，有一個錯：", "HSC/policy.drl:1")
        .doesNotContain("name=\"reason\"");
  }

  @Test
  void aBrokenDraftIsRefusedAndKept() throws Exception {
    draft(BROKEN);
    int before = newest();

    ResultActions sent = publish("急", "now", "");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("還不能發布", "HSC/policy.drl:1", ">急</textarea>");
    assertThat(newest()).isEqualTo(before);
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts()).isEqualTo(BROKEN);
    assertThat(newestEntry().action()).isEqualTo("rules-refused");
    assertThat(page(administrator, "/policy/HSC/history"))
        .containsSubsequence("沒有發布成功的", "HSC/policy.drl:1");
  }

  @Test
  void whoIsOvertakenSeesTheOthersChangeAndLosesNothing() throws Exception {
    published(days(5), "五天");
    int base = newest();
    draft(days(7));
    published(days(4), "同事改成四天");

    assertThat(status(open(PAGE, administrator))).isEqualTo(200);
    ResultActions sent = publish("七天", "now", "");

    assertThat(status(sent)).isEqualTo(409);
    for (String shown : List.of(text(sent), page(administrator, PAGE))) {
      assertThat(shown)
          .contains("別人先發布了", COLLEAGUE, "同事改成四天", "第 " + (base + 1) + " 版", "/policy/HSC/edit")
          .containsSubsequence("對方改了什麼", "limits.validDays(5)", "limits.validDays(4)", "您的草稿改了什麼")
          .containsSubsequence("您的草稿改了什麼", "limits.validDays(5)", "limits.validDays(7)");
    }
    assertThat(daysInForce()).isEqualTo(4);
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts()).isEqualTo(days(7));
    assertThat(newest()).isEqualTo(base + 1);
  }

  @Test
  void aSecondClickPublishesNothingTwice() throws Exception {
    draft(days(7));
    String shown = days(7).hash();
    next(administrator, publish("七天", "now", ""));
    int after = newest();

    assertThat(next(administrator, publish("七天", "now", "", shown))).contains("沒有要發布的草稿");
    assertThat(newest()).isEqualTo(after);
  }

  @Test
  void aSecondClickThatHasSeenTheDraftStillPublishesNothingTwice() throws Exception {
    int base = newest();
    draft(days(7));
    next(administrator, publish("七天", "date", "2027-01-18"));
    int after = newest();
    // What the second of two requests at once finds: the draft, and that it was published.
    drafts.save(OWNER, ADMINISTRATOR, base, days(7));

    assertThat(next(administrator, publish("七天", "date", "2027-01-18"))).contains("沒有再發布一次");
    assertThat(newest()).isEqualTo(after);
    assertThat(drafts.of(OWNER, ADMINISTRATOR).savedAt()).isNull();
  }

  @Test
  void aDraftThatChangedSinceThePageWasShownIsShownAgain() throws Exception {
    draft(days(7));
    int before = newest();
    String shown = drafts.of(OWNER, ADMINISTRATOR).texts().hash();
    draft(days(8));

    ResultActions sent = publish("七天", "now", "", shown);

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent))
        .contains("您的草稿在別的視窗改過了", "limits.validDays(8)", ">七天</textarea>")
        .contains("name=\"draft\" value=\"" + days(8).hash() + "\"");
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void whatASchoolWritesIsNeverMarkup() throws Exception {
    draft(new RuleTexts("// <script>alert(1)</script>\n", "", ""));

    assertThat(page(administrator, PAGE))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(next(administrator, publish("<b>急</b>", "now", ""))).contains("&lt;b&gt;急");
  }

  /** Sends the form as the page shows it. */
  private ResultActions publish(String reason, String when, String from) throws Exception {
    return publish(reason, when, from, drafts.of(OWNER, ADMINISTRATOR).texts().hash());
  }

  private ResultActions publish(String reason, String when, String from, String draft)
      throws Exception {
    return send(administrator, PAGE, "draft", draft, "reason", reason, "when", when, "from", from);
  }

  private RuleVersion newestVersion() {
    return versions.find(OWNER, newest()).orElseThrow();
  }

  private AuditLog.Entry newestEntry() {
    return audit.find(new Wanted(OWNER.value(), null, null), 1).get(0);
  }
}
