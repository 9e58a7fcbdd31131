package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.Loan;
import org.libpass.school.SchoolCode;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;

/** The desk in a browser: a scanner types faster than anybody answers. */
@InBrowser
class DeskBrowserTests extends Visit {

  private static final SchoolCode HOME = new SchoolCode("NTCB");

  /** Writes down what a page would sound. */
  private static final String HEAR =
      """
      () => {
        window.heard = [];
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (when) {
          window.heard.push(this.type + ' ' + this.frequency.value);
          start.call(this, when);
        };
      }
      """;

  private Page desk(Browser browser) {
    Page page = browser.desktop();
    signIn(page, "librarian.vnu", Languages.CHINESE);
    page.navigate(site() + "/desk");
    return page;
  }

  private static void scan(Page page, List<String> codes) {
    codes.forEach(
        code -> {
          page.keyboard().type(code);
          page.keyboard().press("Enter");
        });
  }

  /** What the desk has answered, the first first. */
  private static List<String> answers(Page page, int count) {
    Locator answered = page.locator("#desk-log li");
    page.waitForCondition(() -> answered.count() == count);
    List<String> said = new ArrayList<>(answered.allTextContents());
    Collections.reverse(said);
    return said;
  }

  @Test
  void losesNoScanOfTwoHundredAndMixesNoneUp(Browser browser) {
    Card card = printedCard(HOME);
    Page page = desk(browser);
    scan(page, List.of(card.number().value()));
    page.getByText("證件核對過了，繼續").click();
    page.getByText("證件已核對").waitFor();
    List<String> codes =
        IntStream.range(0, 200).mapToObj(n -> "T%03d-%s".formatted(n, card.slot())).toList();

    scan(page, codes);

    List<String> said = answers(page, 200);
    for (int n = 0; n < 200; n++) {
      assertThat(said.get(n)).contains(codes.get(n), n < card.totalItems() ? "已借出" : "沒有借出");
    }
    assertThat(cards.find(new CardNumber(card.number().value())).orElseThrow().loans())
        .extracting(Loan::barcode)
        .containsExactlyElementsOf(codes.subList(0, card.totalItems()));
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("scan");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void keepsItemsUntilThePersonWasLookedAt(Browser browser) {
    Card card = printedCard(HOME);
    Page page = desk(browser);

    scan(page, List.of(card.number().value(), "W1-" + card.slot(), "W2-" + card.slot()));
    page.getByText("等著的：W1-" + card.slot() + ", W2-" + card.slot()).waitFor();
    assertThat(cards.get(card.id()).loans()).isEmpty();
    page.getByText("證件核對過了，繼續").click();

    assertThat(answers(page, 2)).allMatch(said -> said.contains("已借出"));
    assertThat(cards.get(card.id()).loans()).hasSize(2);
  }

  @Test
  void doesNothingWithItemsOfACardThatWasNotRead(Browser browser) {
    Card card = printedCard(HOME);
    Page page = desk(browser);

    scan(page, List.of("NTCB-1-20200101000000", "X1", "X2", card.number().value()));
    page.getByText("證件核對過了，繼續").waitFor();

    List<String> said = answers(page, 3);
    assertThat(said.get(0)).contains("NTCB-1-20200101000000", "沒有這個證號");
    assertThat(said.get(1)).contains("X1", "沒有做");
    assertThat(said.get(2)).contains("X2", "沒有做");
  }

  @Test
  void keepsWhatWasScannedWhileThePlatformIsAway(Browser browser) {
    Card card = printedCard(HOME);
    Page page = desk(browser);
    scan(page, List.of(card.number().value()));
    page.getByText("證件核對過了，繼續").click();
    page.getByText("證件已核對").waitFor();
    page.route("**/desk/scan", Route::abort);

    scan(page, List.of("N1-" + card.slot(), "N2-" + card.slot()));
    page.getByText("現在連不上平台").waitFor();
    assertThat(cards.get(card.id()).loans()).isEmpty();
    page.unroute("**/desk/scan");

    assertThat(answers(page, 2)).allMatch(said -> said.contains("已借出"));
    assertThat(cards.get(card.id()).loans()).hasSize(2);
  }

  @Test
  void answersWithSoundsThatAreToldApartOnlyWhenWanted(Browser browser) {
    Card card = printedCard(HOME);
    Page page = desk(browser);
    page.evaluate(HEAR);
    scan(page, List.of("NTCB-1-20200101000000"));
    page.getByText("沒有這個證號").first().waitFor();
    assertThat(page.evaluate("window.heard.join()")).isEqualTo("");

    page.getByLabel("用聲音回答").check();
    assertThat(page.evaluate("window.heard.splice(0).join()")).isEqualTo("sine 660,sine 990");
    scan(page, List.of(card.number().value()));
    page.getByText("證件核對過了，繼續").waitFor();
    assertThat(page.evaluate("window.heard.splice(0).join()"))
        .as("the scan reaches the field although the box has the focus; the person is to be seen")
        .isEqualTo("triangle 523,triangle 523,triangle 784");
    page.getByText("證件核對過了，繼續").click();
    page.getByText("證件已核對").waitFor();
    page.evaluate(HEAR);
    scan(page, List.of("S1-" + card.slot(), "S1-" + card.slot()));
    answers(page, 2);
    assertThat(page.evaluate("window.heard.join()"))
        .as("one lent, one refused: wanted also after another page")
        .isEqualTo("sine 660,sine 990,sawtooth 185,sawtooth 147");
  }
}
