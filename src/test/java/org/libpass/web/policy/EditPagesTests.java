package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.policy.Proposal;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A draft is written, kept, checked and given up, without a script. */
class EditPagesTests extends PublishedRules {

  private static final String PAGE = "/policy/HSC/edit";
  private static final Cookie ENGLISH = new Cookie("libpass-language", "en");

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
  void beginsWithTheNewestVersion() throws Exception {
    published(days(6), "六天");

    Document page = seen();

    assertThat(page.text()).contains("還沒有草稿。下面是最新的內容");
    assertThat(typed(page).rules()).isEqualTo(days(6).rules());
    assertThat(page.select("button[value=discard], a[href$=publish].btn")).isEmpty();
    assertThat(page.select("label[for=rules], label[for=examples], label[for=words]")).hasSize(3);
  }

  @Test
  void whatIsSavedIsKeptAndNotInForce() throws Exception {
    published(days(6), "六天");
    RuleTexts texts = new RuleTexts("\n\r\n// 「<b>」\r\n" + days(7).rules(), "", "# 無\n");

    String after = next(administrator, send(seen(), texts, "save"));

    assertThat(after).contains("草稿儲存好了，還沒有生效", "您的草稿，", "放棄草稿");
    assertThat(kept().rules()).isEqualTo("\n\n// 「<b>」\n" + days(7).rules());
    assertThat(typed(Jsoup.parse(after))).isEqualTo(kept());
    assertThat(daysInForce()).isEqualTo(6);
    assertThat(drafts.of(OWNER, ADMINISTRATOR).base()).isEqualTo(newest());
  }

  @Test
  void whatWasNotChangedIsNoDraft() throws Exception {
    next(administrator, send(seen(), kept(), "save"));

    assertThat(drafts.of(OWNER, ADMINISTRATOR).savedAt()).isNull();
  }

  @Test
  void aGoodDraftIsKeptAndLeadsToPublishing() throws Exception {
    ResultActions sent = send(seen(), days(7), "check");

    assertThat(status(sent)).isEqualTo(200);
    assertThat(text(sent)).contains("檢查過了，沒有錯。", "/policy/HSC/publish", "目前沒有看到錯");
    assertThat(kept()).isEqualTo(days(7));
  }

  @Test
  void aMistakeIsNamedWithItsLineAndTheTextStays() throws Exception {
    String rules = "// 一\n// 二\nrule \"x\" when Nothing() then decision.grant(); end\n";

    ResultActions sent = send(seen(), new RuleTexts(rules, "", ""), "check");

    assertThat(status(sent)).isEqualTo(422);
    Document page = Jsoup.parse(text(sent));
    assertThat(page.select("#findings .finding-wrong").text())
        .startsWith("規則第 3 行")
        .contains("Nothing");
    assertThat(page.select("#findings a[href=#rules]").attr("data-line")).isEqualTo("3");
    assertThat(page.select("form[data-checked]")).hasSize(1);
    assertThat(typed(page).rules()).isEqualTo(rules);
  }

  @Test
  void anExampleThatFailsIsNamedInBothLanguages() throws Exception {
    String examples =
        """
        # 例子
        - name: 七天
          question: Application
          expect: { limits: { validDays: 8 } }
        """;
    RuleTexts texts = new RuleTexts(days(7).rules(), examples, "");

    ResultActions sent = send(seen(), texts, "check");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(Jsoup.parse(text(sent)).select("#findings .finding-wrong").text())
        .startsWith("例子第 2 行")
        .contains("七天");
    assertThat(Jsoup.parse(text(sent)).select("details[open] #examples")).hasSize(1);
    Document english = Jsoup.parse(text(send(seen(), texts, "check", administrator, ENGLISH)));
    assertThat(english.select("#findings .finding-wrong").text()).startsWith("Examples, line 2");
  }

  @Test
  void anAlliancesDraftNamesTheSchoolsThatItDoesNotGoWith() throws Exception {
    Cookie alliance = staff("alliance");
    Document page = Jsoup.parse(page(alliance, "/policy/alliance/edit"));
    RuleTexts live = typed(page);
    RuleTexts texts =
        new RuleTexts(
            live.rules().replace("rule \"使用天數\"", "rule \"使用天數\" @locked"),
            live.examples(),
            live.words());

    ResultActions sent = send(page, texts, "check", alliance);

    assertThat(status(sent)).isEqualTo(200);
    assertThat(text(sent)).contains("NTUT 國立臺北科技大學", "使用天數", "合不起來");
  }

  @ParameterizedTest
  @CsvSource({"64, 302, true", "65, 422, false"})
  void aTextLongerThanAFileMayBeIsAnsweredAndNotLost(int kilobytes, int status, boolean isKept)
      throws Exception {
    String rules = "// 0123456789012345678901234567\n".repeat(kilobytes * 32);

    ResultActions sent = send(seen(), new RuleTexts(rules, "", ""), "save");

    assertThat(status(sent)).isEqualTo(status);
    assertThat(kept().rules().equals(rules)).as("kept").isEqualTo(isKept);
    if (!isKept) {
      assertThat(text(sent)).contains("文字太長，沒有儲存");
      assertThat(typed(Jsoup.parse(text(sent))).rules().equals(rules)).as("shown").isTrue();
    }
  }

  @Test
  void aCharacterThatNoDatabaseKeepsIsAnswered() throws Exception {
    ResultActions sent = send(seen(), new RuleTexts("// \0\n", "", ""), "save");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("U+0000");
  }

  @Test
  void aSecondWindowOverwritesNothingUnseen() throws Exception {
    Document first = seen();
    Document second = seen();
    next(administrator, send(first, days(7), "save"));

    ResultActions sent = send(second, days(8), "save");

    assertThat(status(sent)).isEqualTo(409);
    assertThat(kept()).isEqualTo(days(7));
    Document page = Jsoup.parse(text(sent));
    assertThat(page.text()).contains("另一個視窗改過");
    assertThat(page.select(".diff-removed").text()).contains("limits.validDays(7)");
    assertThat(page.select(".diff-added").text()).contains("limits.validDays(8)");
    assertThat(typed(page)).isEqualTo(days(8));

    next(administrator, send(page, days(8), "save"));
    assertThat(kept()).isEqualTo(days(8));
  }

  @Test
  void aSecondClickIsNoSecondWindow() throws Exception {
    Document page = seen();
    next(administrator, send(page, days(7), "save"));

    assertThat(next(administrator, send(page, days(7), "save"))).contains("草稿儲存好了");
  }

  @Test
  void whatAColleaguePublishedMeanwhileIsShownAndNotOverwritten() throws Exception {
    published(days(5), "五天");
    draft(days(7));
    int base = newest();
    published(days(4), "四天就夠了");

    Document page = seen();

    assertThat(page.text())
        .contains("您開始改以後，有人發布了第 " + newest() + " 版", COLLEAGUE, "四天就夠了", "第 " + base + " 版比");
    assertThat(page.select(".newer .diff-added").text()).contains("limits.validDays(4)");
    assertThat(page.select(".newer a[href=/policy/HSC/history/" + newest() + "]")).hasSize(1);
    assertThat(typed(page)).isEqualTo(days(7));
    assertThat(page.select("input[name=base]").val()).isEqualTo(String.valueOf(base));

    next(administrator, send(page, days(7), "save"));
    assertThat(drafts.of(OWNER, ADMINISTRATOR).base()).isEqualTo(base);

    String moved = next(administrator, send(seen(), days(7), "onto"));
    assertThat(moved).contains("接在第 " + newest() + " 版之後").doesNotContain("有人發布了");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).base()).isEqualTo(newest());
    assertThat(kept()).isEqualTo(days(7));
  }

  @Test
  void aVersionThatWasWithdrawnSaysSo() throws Exception {
    draft(days(7));
    workbench.publish(
        new Proposal(OWNER, days(8), newest(), COLLEAGUE, "寒假", LocalDate.parse("2027-01-18")));
    workbench.withdraw(OWNER, newest(), COLLEAGUE);

    assertThat(page(administrator, PAGE)).contains("第 " + newest() + " 版後來撤回了");
  }

  @Test
  void allOfItIsSaidInEnglishToo() throws Exception {
    draft(days(7));
    published(days(4), "四天");

    ResultActions sent =
        send(seen(), new RuleTexts("rule", "", ""), "check", administrator, ENGLISH);

    assertThat(text(sent))
        .contains("Edit", "Rules, line 1", "was published after")
        .doesNotContain("??");
  }

  @Test
  void takingOnesOwnOntoANewVersionStopsAtTheOneThatWasShown() throws Exception {
    published(days(5), "五天");
    draft(days(7));
    published(days(4), "四天");
    Document page = seen();
    published(days(3), "三天");

    assertThat(next(administrator, send(page, days(7), "onto")))
        .contains("有人發布了第 " + newest() + " 版");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).base()).isEqualTo(newest() - 1);
  }

  @Test
  void aDraftIsGivenUpOnlyWhenAskedAgain() throws Exception {
    draft(days(7));

    ResultActions sent = send(seen(), days(8), "discard");
    Document page = Jsoup.parse(text(sent));
    assertThat(page.text()).contains("真的要放棄草稿嗎？");
    assertThat(typed(page)).isEqualTo(days(8));
    assertThat(kept()).isEqualTo(days(7));

    assertThat(next(administrator, send(page, days(8), "discard-yes"))).contains("草稿已經放棄");
    assertThat(drafts.of(OWNER, ADMINISTRATOR).savedAt()).isNull();
  }

  @Test
  void theEditorIsGivenTheWordsOfThisOwner() throws Exception {
    String words = seen().select("form[data-dialect]").attr("data-dialect");
    String alliance =
        Jsoup.parse(page(staff("alliance"), "/policy/alliance/edit"))
            .select("form[data-dialect]")
            .attr("data-dialect");

    assertThat(names(words, "$.keywords[*]")).contains("rule=規則", "when=當", "null=不明");
    assertThat(names(words, "$.questions[*].name")).contains("Application=申請", "Lending=借書");
    assertThat(names(words, "$.questions[1].facts[*].name")).contains("Reader=讀者");
    assertThat(names(words, "$.questions[2].verbs[*].name"))
        .contains("limits.loanDays=額度.借期天數", "decision.refuse=決定.拒絕")
        .doesNotContain("limits.renewals=額度.續借次數");
    assertThat(names(alliance, "$.questions[2].verbs[*].name")).contains("limits.renewals=額度.續借次數");
    List<String> identities = JsonPath.read(words, "$.questions[1].facts[0].fields[1].values[*]");
    assertThat(identities).contains("專任教師").doesNotContain("教授");

    draft(new RuleTexts("", "", "identities:\n  教授: 專任教師\n"));
    String own = seen().select("form[data-dialect]").attr("data-dialect");
    identities = JsonPath.read(own, "$.questions[1].facts[0].fields[1].values[*]");
    assertThat(identities).contains("專任教師", "教授");
  }

  @Test
  void aLookWhileTypingAnswersInTheLanguageOfThePage() throws Exception {
    String[] texts = {
      "rules", "\nrule \"借期\" when Lending() then limits.loanDays(99); end", "words", ":"
    };
    String found = text(send(administrator, "/policy/HSC/look", texts));

    assertThat((List<String>) JsonPath.read(found, "$.errors[*].place"))
        .contains("規則第 2 行", "用語對照第 1 行");
    assertThat((List<Integer>) JsonPath.read(found, "$.errors[?(@.part=='rules')].line"))
        .containsExactly(2);
    assertThat((List<String>) JsonPath.read(found, "$.errors[?(@.part=='rules')].sentence"))
        .singleElement()
        .asString()
        .contains("60", "99");
    String good = text(send(administrator, "/policy/HSC/look", "rules", days(5).rules()));
    assertThat((List<?>) JsonPath.read(good, "$.errors")).isEmpty();
    assertThat(drafts.of(OWNER, ADMINISTRATOR).savedAt()).isNull();
  }

  @Test
  void aLookWarnsOfWhatMayNotBeMeant() throws Exception {
    String rules =
        days(5).rules()
            + "rule \"週五\" when Application() Today( weekday == 5 ) then limits.validDays(7); end\n"
            + "rule \"月底\" when Application() Today( weekday > 4 ) then limits.validDays(6); end\n";

    String found = text(send(administrator, "/policy/HSC/look", "rules", rules));

    assertThat((List<?>) JsonPath.read(found, "$.errors")).isEmpty();
    assertThat((List<?>) JsonPath.read(found, "$.warnings")).isNotEmpty();
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
    String page = "/policy/" + owner;

    assertThat(status(open(page + "/edit", session))).isEqualTo(status);
    assertThat(status(send(session, page + "/look", "rules", "x"))).isEqualTo(status);
    for (String action : List.of("save", "check", "onto", "discard", "discard-yes")) {
      assertThat(status(send(session, page + "/edit", "action", action, "rules", "x", "onto", "1")))
          .as(action)
          .isEqualTo(status);
    }
    assertThat(drafts.of(RuleOwner.parse(owner).orElseThrow(), account).savedAt()).isNull();
  }

  private RuleTexts kept() {
    return drafts.of(OWNER, ADMINISTRATOR).texts();
  }

  private Document seen() throws Exception {
    return Jsoup.parse(page(administrator, PAGE));
  }

  private static RuleTexts typed(Document page) {
    return new RuleTexts(typed(page, "rules"), typed(page, "examples"), typed(page, "words"));
  }

  /** What a browser shows in a field: it drops the line end after the tag. */
  private static String typed(Document page, String name) {
    return page.select("textarea[name=" + name + "]").get(0).wholeText().replaceFirst("^\n", "");
  }

  /** Presses a button of the page that was seen. */
  private ResultActions send(Document page, RuleTexts texts, String action) throws Exception {
    return send(page, texts, action, administrator);
  }

  private ResultActions send(Document page, RuleTexts texts, String action, Cookie... cookies)
      throws Exception {
    String path = page.select("form[data-rule-editor]").attr("action");
    List<String> fields =
        new ArrayList<>(
            List.of(
                "rules", texts.rules(),
                "examples", texts.examples(),
                "words", texts.words(),
                "action", action));
    page.select("form[data-rule-editor] input[type=hidden]:not([name=_csrf])")
        .forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
    MockHttpServletRequestBuilder request = post(path).cookie(cookies).with(csrf());
    for (int i = 0; i < fields.size(); i += 2) {
      request.param(fields.get(i), fields.get(i + 1));
    }
    return mvc.perform(request);
  }

  private static List<String> names(String json, String path) {
    List<Map<String, String>> names = JsonPath.read(json, path);
    return names.stream().map(name -> name.get("en") + "=" + name.get("zh")).toList();
  }
}
