package org.libpass.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing rules in a browser that has a script, a keyboard, and now and then no server. */
@InBrowser
class RuleEditorTests extends Visit {

  private static final RuleOwner OWNER = new RuleOwner("JENTE");
  private static final String ADMINISTRATOR = "policy.jente";
  private static final String EDITOR = ".policy-editor-rules .CodeMirror-code";
  private static final String FINDINGS = "#findings";
  private static final int MOST_TABS = 40;
  private static final long MOST_BYTES = 220 * 1024;

  @Autowired RuleDrafts drafts;

  @AfterEach
  void noDraft() {
    drafts.discard(OWNER, ADMINISTRATOR);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aRuleIsWrittenWithTheKeyboardAlone(Locale language, Browser browser) {
    Words words = words(language);
    Page page = editor(browser.desktop(), language);

    tabTo(page, EDITOR);
    type(page, "rule \"loans\"\nwhen  Lending()\nthen  limits.loanDays(99);\nend");

    assertThat(page.locator(FINDINGS)).containsText("99");
    assertThat(page.locator(".policy-sign-wrong")).hasCount(1);
    assertThat(page.locator(".policy-mark-wrong.cm-number")).hasText("99");
    picture(browser, page, language, "wrong");

    tabTo(page, ".finding-place");
    press(page, "Enter");
    assertThat(focused(page, EDITOR)).isTrue();
    press(page, "Shift+End", "Delete");
    assertThat(page.locator(FINDINGS)).not().containsText("99");
    type(page, "then  limits.lo");
    press(page, "Control+Space");
    type(page, "14");
    assertThat(page.locator(".look-good")).isVisible();
    assertThat(page.locator(".policy-sign-wrong")).hasCount(0);

    tabTo(page, "button[value=save]");
    press(page, "Enter");
    assertThat(page.locator(".answer-done")).hasText(words.of("policy.edit.saved"));
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts().rules())
        .isEqualTo("rule \"loans\"\nwhen  Lending()\nthen  limits.loanDays(14);\nend");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatFitsIsOfferedInTheLanguageOfThePageFirst(Locale language, Browser browser) {
    boolean chinese = language.equals(Locale.TAIWAN);
    Page page = editor(browser.desktop(), language);
    tabTo(page, EDITOR);

    offers(page, chinese ? "規則" : "rule");
    press(page, "Enter");
    typeInChinese(page, "不收校友");
    press(page, "ArrowDown", "End");
    offers(page, chinese ? "開通" : "Activation");
    type(page, "Len");
    assertThat(page.locator(".CodeMirror-hint")).hasCount(1);
    press(page, "Enter");
    type(page, " ");
    offers(page, chinese ? "讀者" : "Reader");
    press(page, "Enter");
    type(page, "id");
    press(page, "Control+Space");
    type(page, " == ");
    offers(page, "大學部學生");
  }

  private void offers(Page page, String first) {
    press(page, "Control+Space");
    assertThat(page.locator(".CodeMirror-hint-active")).containsText(first);
  }

  @Test
  void anAnswerAboutAnOlderTextIsIgnored(Browser browser) {
    Page page = browser.desktop();
    Deque<Route> asked = new ConcurrentLinkedDeque<>();
    page.route("**/look", asked::add);
    editor(page, Locale.TAIWAN);
    page.waitForCondition(() -> asked.size() == 1);
    page.evaluate(
        """
        window.said = [];
        new MutationObserver(() => said.push(document.getElementById('findings').textContent))
            .observe(document.getElementById('findings'), { childList: true });
        """);
    tabTo(page, EDITOR);

    type(page, "a");
    page.waitForCondition(() -> asked.size() == 2);
    Route first = asked.pop();
    answer(asked.pop(), "second");
    assertThat(page.locator(FINDINGS)).containsText("second");
    page.waitForResponse("**/look", () -> answer(first, "first"));
    type(page, "b");
    page.waitForCondition(() -> asked.size() == 1);
    answer(asked.pop(), "third");

    assertThat(page.locator(FINDINGS)).containsText("third");
    assertThat(page.evaluate("said.join()").toString()).doesNotContain("first");
    page.unroute("**/look");
  }

  private static void answer(Route route, String sentence) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(
                "{\"errors\": [{\"part\": \"rules\", \"line\": 1, \"place\": \"1\", \"sentence\": \"%s\"}], \"warnings\": []}"
                    .formatted(sentence)));
  }

  @Test
  void withoutTheServerTheTextStays(Browser browser) {
    Words words = words(Locale.TAIWAN);
    Page page = editor(browser.desktop(), Locale.TAIWAN);
    assertThat(page.locator(".look-good")).isVisible();
    tabTo(page, EDITOR);

    page.route("**/look", Route::abort);
    type(page, "rule");
    assertThat(page.locator("#look-state")).hasText(words.of("policy.edit.look.away"));
    assertThat(page.locator(EDITOR)).containsText("rule");
    page.unroute("**/look");
    type(page, " x");
    assertThat(page.locator(FINDINGS + " li")).hasCount(1);

    page.context().clearCookies();
    type(page, "y");
    assertThat(page.locator("#look-state")).hasText(words.of("policy.edit.look.signed-out"));
    assertThat(page.locator(EDITOR)).containsText("rule xy");
  }

  @Test
  void aFirstVisitIsLight(Browser browser) {
    Page page = editor(browser.desktop(), Locale.TAIWAN);
    AtomicLong bytes = new AtomicLong();
    CDPSession network = page.context().newCDPSession(page);
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        loaded -> bytes.addAndGet(loaded.get("encodedDataLength").getAsLong()));
    network.send("Network.clearBrowserCache");

    page.navigate(site() + "/policy/" + OWNER + "/edit");
    assertThat(page.locator(".look-good")).isVisible();

    System.out.println("The editor's page at a first visit: " + bytes + " bytes");
    assertThat(bytes.get()).isBetween(100_000L, MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void numbersAreSetWithoutAMouse(Locale language, Browser browser) {
    Words words = words(language);
    Page page = signIn(browser.desktop(), language);
    page.navigate(site() + "/policy/" + OWNER + "/figures");

    tabTo(page, "#figure-VALID_DAYS");
    type(page, "99");
    press(page, "Enter");
    assertThat(page.locator("#figure-VALID_DAYS-error"))
        .hasText(words.of("policy.figures.wrong", 1, 14));
    picture(browser, page, language, "figures-wrong");
    page.locator("#figure-VALID_DAYS").fill("9");
    press(page, "Enter");

    assertThat(page.locator(".answer-done")).hasText(words.of("policy.figures.saved"));
    assertThat(drafts.of(OWNER, ADMINISTRATOR).texts().rules()).contains("9");
    picture(browser, page, language, "figures");
    // The number that can't be was answered with a 422, which Chromium writes down.
    assertThat(browser.complaints()).allMatch(said -> said.contains("status of 422"));
  }

  private Page editor(Page page, Locale language) {
    signIn(page, language).navigate(site() + "/policy/" + OWNER + "/edit");
    assertThat(page.locator(".policy-editor-rules")).isVisible();
    return page;
  }

  private Page signIn(Page page, Locale language) {
    page.navigate(site() + "/staff/sign-in?lang=" + language.toLanguageTag());
    page.locator("#username").fill(ADMINISTRATOR);
    page.locator("#password").fill("demo");
    press(page, "Enter");
    page.waitForURL("**/policy");
    return page;
  }

  /** Presses Tab until the element has the focus. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < MOST_TABS && !focused(page, selector); i++) {
      press(page, "Tab");
    }
    assertThat(focused(page, selector)).as(selector + " is reached with Tab").isTrue();
  }

  private static boolean focused(Page page, String selector) {
    return (boolean)
        page.evaluate("selector => document.activeElement.matches(selector)", selector);
  }

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private static void type(Page page, String text) {
    page.keyboard().type(text);
  }

  /** As an input method does it, which composes a word before it gives it. */
  private static void typeInChinese(Page page, String text) {
    CDPSession keyboard = page.context().newCDPSession(page);
    var composing = new com.google.gson.JsonObject();
    composing.addProperty("text", text);
    composing.addProperty("selectionStart", text.length());
    composing.addProperty("selectionEnd", text.length());
    keyboard.send("Input.imeSetComposition", composing);
    var given = new com.google.gson.JsonObject();
    given.addProperty("text", text);
    keyboard.send("Input.insertText", given);
    keyboard.detach();
  }

  private static void picture(Browser browser, Page page, Locale language, String name) {
    String file = "editor-" + language.getLanguage() + "/" + name;
    browser.screenshot(page, file);
    page.setViewportSize(390, 844);
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s on a phone", file)
        .isEqualTo(390);
    browser.screenshot(page, file + "-phone");
    page.setViewportSize(1280, 900);
  }
}
