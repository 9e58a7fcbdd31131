package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.school.SchoolCode;
import org.libpass.testing.Axe;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;

/** The desk while the platform or the network is away. */
@InBrowser
class PaperBrowserTests extends Visit {

  private static final SchoolCode HOME = new SchoolCode("CGUST");

  private Page desk(Browser browser) {
    Page page = browser.desktop();
    signIn(page, "librarian.vnu", Languages.CHINESE);
    page.navigate(site() + "/desk");
    return page;
  }

  private static Locator away(Page page) {
    return page.locator("#desk-away");
  }

  private static void scan(Page page, String... codes) {
    for (String code : codes) {
      page.keyboard().type(code);
      page.keyboard().press("Enter");
    }
  }

  @Test
  void saysAtOnceThatTheNetworkIsGoneKeepsThePageAndGoesOnAfterwards(Browser browser) {
    Card card = printedCard(HOME);
    Page page = desk(browser);
    scan(page, card.number().value());
    page.getByText("證件核對過了，繼續").click();
    page.getByText("證件已核對").waitFor();
    assertThat(away(page).isHidden()).isTrue();

    page.context().setOffline(true);
    away(page).waitFor();
    assertThat(Axe.findings(page)).isEmpty();
    scan(page, "Q1-" + card.slot());
    page.locator("[data-next]").first().click();
    page.getByText("離開這一頁會看不到剛才掃的").waitFor();
    assertThat(page.locator("#desk-waiting").textContent()).contains("Q1-" + card.slot());
    assertThat(cards.get(card.id()).loans()).isEmpty();

    page.context().setOffline(false);
    page.getByText("已借出：Q1-" + card.slot()).first().waitFor();
    away(page).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    page.locator("#scan").focus();
    page.locator("[data-next]").first().click();
    page.waitForURL("**/desk");
  }

  @Test
  void opensAnewWithTheSameWordsWhileTheDatabaseIsAway(Browser browser) {
    Page page = desk(browser);
    page.route(
        "**/actuator/health/desk",
        asked -> asked.fulfill(new Route.FulfillOptions().setStatus(503)));

    page.reload();

    away(page).waitFor();
    page.unroute("**/actuator/health/desk");
    page.getByText("再試一次").click();
    away(page).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  @Test
  void printsTheFormWithWhatIsInHandAndNothingElse(Browser browser) throws IOException {
    Card card = printedCard(HOME);
    Page page = desk(browser);
    scan(page, card.number().value());
    page.getByText("證件核對過了，繼續").waitFor();
    String name = page.locator(".desk-name").textContent();
    page.context().setOffline(true);
    away(page).waitFor();
    scan(page, "Q2-" + card.slot(), "Q3-" + card.slot());
    page.getByText("等著的：").waitFor();

    String printed = text(page, browser, "paper-from-the-desk");

    assertThat(printed)
        .contains("館際借還紙本紀錄", card.number().value(), "Q2-" + card.slot(), "Q3-" + card.slot(), "✓")
        .doesNotContain(name, "完成，下一位");
  }

  @Test
  void theEmptyFormIsOneSheet(Browser browser) throws IOException {
    Page page = desk(browser);
    for (String language : List.of("zh-TW", "en")) {
      page.navigate(site() + "/desk/paper/form?lang=" + language);
      assertThat(text(page, browser, "paper-form-" + language)).doesNotContain("/desk/paper");
    }
  }

  @Test
  void aScannerGoesFromBarcodeToBarcode(Browser browser) {
    Page page = desk(browser);
    page.navigate(site() + "/desk/paper");
    page.locator("#barcode0").focus();

    scan(page, "S1", "S2");

    assertThat(page.locator("#barcode0").inputValue()).isEqualTo("S1");
    assertThat(page.locator("#barcode1").inputValue()).isEqualTo("S2");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("barcode2");
    assertThat(page.url()).endsWith("/desk/paper");
  }

  /** What one sheet of paper says. */
  private static String text(Page page, Browser browser, String name) throws IOException {
    try (PDDocument sheet = Loader.loadPDF(browser.print(page, name).toFile())) {
      assertThat(sheet.getNumberOfPages()).isEqualTo(1);
      return new PDFTextStripper().getText(sheet);
    }
  }
}
