package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.policy.Proposal;
import org.libpass.policy.Published;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.springframework.test.web.servlet.ResultActions;

/** Plain numbers are set in a form, which writes them into the draft. */
class FiguresPagesTests extends PublishedRules {

  private static final String PAGE = "/policy/HSC/figures";
  private static final String VALID_DAYS = "figure-VALID_DAYS";
  private static final String TOTAL_ITEMS = "figure-TOTAL_ITEMS";

  private Cookie administrator;

  @BeforeEach
  void signIn() throws Exception {
    administrator = staff(ADMINISTRATOR);
  }

  @AfterEach
  void noDraftOfTheAlliance() {
    drafts.discard(RuleOwner.ALLIANCE, "alliance");
  }

  @Test
  void showsWhatHoldsWhatTheAllianceSaysAndTheDraft() throws Exception {
    published(days(6), "六天");
    draft(days(7));

    Document page = seen();

    Element row = row(page, VALID_DAYS);
    assertThat(row.select("dd").eachText()).containsExactly("6 天", "3 天");
    assertThat(row.select("input").val()).isEqualTo("7");
    assertThat(row.text()).contains("1 到 14 天");
    assertThat(row(page, TOTAL_ITEMS).select("input").val()).isEmpty();
    assertThat(row(page, "figure-ITEMS_AT_DESK").select("dd").eachText())
        .containsExactly("沒有訂", "沒有訂");
    assertThat(row(page, "figure-NOTICE_DAYS_AFTER").select("dd").last().text())
        .isEqualTo("第 1, 3, 7 天");
    assertThat(row(page, "figure-WAITING_OFFER_HOURS").select("dd").last().text())
        .isEqualTo("不開放候補");
    assertThat(page.select("input[id^=figure-]").eachAttr("id"))
        .doesNotContain("figure-RENEWALS", "figure-REVIEW_DAYS", "figure-OPEN_CARDS_PER_READER")
        .hasSize(9);
  }

  @Test
  void aNumberGoesIntoTheDraftAndIntoForceWhenThatIsPublished() throws Exception {
    draft(days(7));

    String after = next(administrator, set(VALID_DAYS, " ９ ", TOTAL_ITEMS, "4"));

    assertThat(after).contains("數字寫進草稿了，還沒有生效", "/policy/HSC/publish");
    RuleTexts texts = drafts.of(OWNER, ADMINISTRATOR).texts();
    assertThat(texts.rules())
        .startsWith(days(9).rules())
        .contains("rule \"總冊數\"", "limits.totalItems(4);");
    assertThat(daysInForce()).isEqualTo(3);
    assertThat(workbench.publish(new Proposal(OWNER, texts, newest(), ADMINISTRATOR, "九天四冊", null)))
        .isInstanceOf(Published.Done.class);
    assertThat(daysInForce()).isEqualTo(9);
  }

  @Test
  void anEmptyFieldIsAsTheAlliance() throws Exception {
    draft(days(7));

    next(administrator, set(VALID_DAYS, ""));

    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts().rules()).isEqualTo("// 使用天數\n");
  }

  @Test
  void whatIsLeftAsItIsMakesNoDraft() throws Exception {
    assertThat(next(administrator, set(VALID_DAYS, ""))).contains("沒有改變");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).savedAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VALID_DAYS|15|1 到 14 的整數",
        "VALID_DAYS|0|1 到 14 的整數",
        "VALID_DAYS|五天|1 到 14 的整數",
        "VALID_DAYS|3 4|1 到 14 的整數",
        "VALID_DAYS|99999999999|1 到 14 的整數",
        "VALID_DAYS|-1|1 到 14 的整數",
        "VALID_DAYS|,|1 到 14 的整數",
        "OPEN_CARDS_PER_SCHOOL|61|1 到 60 的整數",
        "NOTICE_DAYS_AFTER|1, 61|1 到 60 的整數，用逗號分開",
        "NOTICE_DAYS_AFTER|1 2 3 4 5 6 7 8 9 10 11|最多 10 個",
      })
  void aWrongNumberIsAnsweredBesideItsFieldAndKept(String figure, String typed, String answer)
      throws Exception {
    draft(days(7));
    String id = "figure-" + figure;

    ResultActions sent = set(id, typed, "figure-LOAN_DAYS", "30");

    assertThat(status(sent)).isEqualTo(422);
    Document page = Jsoup.parse(text(sent));
    assertThat(page.select("#" + id + "-error").text()).contains(answer);
    assertThat(page.select("#" + id).attr("aria-describedby")).contains(id + "-error");
    assertThat(page.select("#" + id).val()).isEqualTo(typed);
    assertThat(page.select("[role=alert] a[href=#" + id + "]")).hasSize(1);
    assertThat(page.select("#figure-LOAN_DAYS").val()).isEqualTo("30");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts()).isEqualTo(days(7));
  }

  @Test
  void whatDependsOnTheCaseIsLeftToTheEditor() throws Exception {
    String rules =
        "rule \"使用天數\" when Application() then limits.validDays(5); end\n"
            + "rule \"週五\" when Application() Today( weekday == 5 ) then limits.validDays(7); end\n";
    draft(new RuleTexts(rules, "", ""));

    Document page = seen();
    assertThat(page.text()).contains("依情況訂了不同的數字");
    assertThat(page.select("#" + VALID_DAYS)).isEmpty();

    next(administrator, set(VALID_DAYS, "9", TOTAL_ITEMS, "4"));
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts().rules())
        .startsWith(rules)
        .contains("totalItems(4)");
  }

  @Test
  void whatStandsInARuleWithMoreIsNotTakenAway() throws Exception {
    String rules =
        "rule \"逾期通知\" when Notice() then limits.noticeDaysAfter(2); limits.noticeEvery(2); end\n";
    draft(new RuleTexts(rules, "", ""));

    ResultActions sent = set("figure-NOTICE_DAYS_AFTER", "2", "figure-NOTICE_EVERY", "");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(Jsoup.parse(text(sent)).select("#figure-NOTICE_EVERY-error").text())
        .contains("同一條規則");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts().rules()).isEqualTo(rules);
  }

  @Test
  void aDraftWithAMistakeIsCorrectedFirst() throws Exception {
    draft(new RuleTexts("// 一\nrule \"x\" when Nothing() then decision.grant(); end\n", "", ""));

    Document page = seen();

    assertThat(page.text()).contains("您的草稿裡有錯", "規則第 2 行");
    assertThat(page.select("form[action=" + PAGE + "]")).isEmpty();
    String seen = DraftForm.name(drafts.of(OWNER, ADMINISTRATOR).texts());
    assertThat(status(send(administrator, PAGE, VALID_DAYS, "9", "seen", seen))).isEqualTo(422);
  }

  @Test
  void withNumbersThatMakeAMistakeNothingIsSaved() throws Exception {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      rules.append("rule \"%d\" when Application() then decision.grant(); end\n".formatted(i));
    }
    draft(new RuleTexts(rules.toString(), "", ""));

    ResultActions sent = set(VALID_DAYS, "9");

    assertThat(status(sent)).isEqualTo(422);
    Document page = Jsoup.parse(text(sent));
    assertThat(page.text()).contains("照這些數字，草稿會有錯", "30");
    assertThat(page.select("#" + VALID_DAYS).val()).isEqualTo("9");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts().rules()).isEqualTo(rules.toString());
  }

  @Test
  void aDraftThatWasChangedMeanwhileIsShownFirst() throws Exception {
    draft(days(7));
    Document before = seen();
    draft(days(8));

    ResultActions sent = send(before, VALID_DAYS, "9");

    assertThat(status(sent)).isEqualTo(409);
    Document page = Jsoup.parse(text(sent));
    assertThat(page.text()).contains("草稿在別的視窗改過了");
    assertThat(page.select("#" + VALID_DAYS).val()).isEqualTo("9");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts()).isEqualTo(days(8));

    next(administrator, send(page, VALID_DAYS, "9"));
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts()).isEqualTo(days(9));
  }

  @Test
  void aVersionPublishedMeanwhileIsNamed() throws Exception {
    draft(days(7));
    published(days(4), "四天");

    assertThat(page(administrator, PAGE)).contains("有人發布了第 " + newest() + " 版");
    int base = drafts.of(OWNER, ADMINISTRATOR).base();
    next(administrator, set(VALID_DAYS, "9"));
    assertThat(drafts.of(OWNER, ADMINISTRATOR).base()).isEqualTo(base).isLessThan(newest());
  }

  @Test
  void theAllianceSetsItsOwnAndCanNotGoWithout() throws Exception {
    Cookie alliance = staff("alliance");
    String path = "/policy/alliance/figures";
    Document page = Jsoup.parse(page(alliance, path));
    assertThat(page.select("input[id^=figure-]")).hasSize(12);
    assertThat(row(page, VALID_DAYS).select("dd").eachText()).containsExactly("3 天");
    String seen = page.select("input[name=seen]").val();

    ResultActions sent =
        send(alliance, path, "seen", seen, VALID_DAYS, "", "figure-ITEMS_AT_DESK", "");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(Jsoup.parse(text(sent)).select("#" + VALID_DAYS + "-error").text())
        .contains("聯盟一定要有這個數字");

    next(alliance, send(alliance, path, "seen", seen, "figure-RENEWALS", "2"));
    assertThat(drafts.of(RuleOwner.ALLIANCE, "alliance").texts().rules())
        .contains("limits.renewals(2);");
  }

  @Test
  void allOfItIsSaidInEnglishToo() throws Exception {
    Cookie english = new Cookie("libpass-language", "en");

    assertThat(text(open(PAGE, administrator, english)))
        .contains("Length of a loan", "21 days", "no waiting list")
        .doesNotContain("??");
    assertThat(text(open("/policy/alliance/figures", staff("alliance"), english)))
        .contains("How often a loan may be renewed")
        .doesNotContain("??");
  }

  @ParameterizedTest
  @CsvSource({
    "policy.cute,    HSC,      404",
    "policy.hsc,     alliance, 404",
    "alliance,       HSC,      404",
    "librarian.hsc,  HSC,      403",
  })
  void whatIsNotTheirsIsNeitherSeenNorTouched(String account, String owner, int status)
      throws Exception {
    Cookie session = staff(account);

    assertThat(status(open("/policy/" + owner + "/figures", session))).isEqualTo(status);
    assertThat(status(send(session, "/policy/" + owner + "/figures", VALID_DAYS, "9")))
        .isEqualTo(status);
    assertThat(drafts.of(RuleOwner.parse(owner).orElseThrow(), account).savedAt()).isNull();
  }

  private Document seen() throws Exception {
    return Jsoup.parse(page(administrator, PAGE));
  }

  private static Element row(Document page, String id) {
    return page.select(".figure-row:has(#" + id + ")").get(0);
  }

  /** Fills in fields of the page as it is now; those that are not named stay what they are. */
  private ResultActions set(String... fields) throws Exception {
    return send(seen(), fields);
  }

  private ResultActions send(Document page, String... fields) throws Exception {
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "seen";
    all[fields.length + 1] = page.select("input[name=seen]").val();
    return send(administrator, PAGE, all);
  }
}
