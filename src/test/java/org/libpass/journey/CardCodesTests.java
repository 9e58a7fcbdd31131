package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.card.CardApplications.Answer;
import org.libpass.school.SchoolCode;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.testing.People;
import org.libpass.web.layout.Languages;
import org.springframework.beans.factory.annotation.Autowired;

/** What scanners read off a card: on the smallest phone, on paper, and after it was lost. */
@InBrowser
class CardCodesTests extends Visit {

  private static final int PRINTER_DPI = 300;

  @Autowired People people;

  @ParameterizedTest
  @CsvSource({
    "CUTE, 10, 王喆, false",
    "NTCB, 10, 陳文堃, false",
    "TUST, 10, 吳峯銘, false",
    "NTUT, 10, 林𠮷祥, true",
    // 葉𪚥, whose second character the font may lack: then the number alone says who it is.
    "NTUT, 1010, 葉, true"
  })
  void aRareNameIsPrintedAsItIs(
      String school, int number, String name, boolean noted, Browser browser) throws IOException {
    Page page = browser.desktop();
    String card = getsACard(page, school, number);
    press(page, "card.print");
    try (PDDocument sheets =
        Loader.loadPDF(browser.print(page, "rare-" + school + number).toFile())) {
      assertThat(sheets.getNumberOfPages()).isEqualTo(1);
      String text = new PDFTextStripper().getText(sheets).replaceAll("\\s", "");
      assertThat(text).contains(name, card);
      assertThat(text.contains(account(school, number))).as("reader number").isEqualTo(noted);
      assertThat(text.contains(words(Languages.CHINESE).of("card.rare-name"))).isEqualTo(noted);
    }
  }

  @Test
  void theSmallestPhoneShowsAllCodes(Browser browser) {
    Page phone = browser.phone();
    phone.setViewportSize(320, 568);
    String card = getsACard(phone, "NTUT", 1800);
    phone.navigate(phone.url() + "/phone");
    assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    assertThat(read(phone, ".qr", BarcodeFormat.QR_CODE)).contains("/verify/");
    assertThat(read(phone, ".barcode >> nth=0", BarcodeFormat.CODE_128)).isEqualTo(card);
    assertThat(read(phone, ".barcode >> nth=1", BarcodeFormat.CODE_128))
        .isEqualTo(card.substring(0, card.lastIndexOf('-')));
    browser.screenshot(phone, "phone-320");
  }

  @Test
  void afterALossOnlyTheNewCodesAreTaken(Browser browser) throws IOException {
    Page page = browser.desktop();
    String card = getsACard(page, "NTUT", 1801);
    press(page, "card.print");
    page.goBack();
    final String oldLink = read(page, ".qr", BarcodeFormat.QR_CODE);
    page.locator("summary").getByText(words(Languages.CHINESE).of("card.lost")).click();
    press(page, "card.lost.sure");
    String newLink = read(page, ".qr", BarcodeFormat.QR_CODE);
    assertThat(newLink).isNotEqualTo(oldLink);
    assertThat(read(page, ".barcode >> nth=0", BarcodeFormat.CODE_128)).isEqualTo(card + "-2");
    press(page, "card.print.again");
    try (PDDocument sheets = Loader.loadPDF(browser.print(page, "card-lost").toFile())) {
      BufferedImage paper = new PDFRenderer(sheets).renderImageWithDPI(0, PRINTER_DPI);
      assertThat(Codes.read(paper, BarcodeFormat.QR_CODE)).isEqualTo(newLink);
      assertThat(Codes.readAll(paper, BarcodeFormat.CODE_128)).contains(card + "-2");
    }

    LibrarianVisit desk = librarian("CUTE", Languages.CHINESE);
    desk.takesInHand(oldLink).sees("staff.desk.replaced");
    desk.takesInHand(card).sees("staff.desk.check.title");
    desk.takesInHand(newLink).sees("desk.identity");
    desk.takesInHand(card + "-2").sees("desk.identity");
    desk.at(path(oldLink)).sees("verify.replaced.text");
    desk.at(path(newLink)).sees("verify.valid.text");
  }

  private String getsACard(Page page, String school, int number) {
    var reader = people.activated(people.signedIn(new SchoolCode(school), number));
    assertThat(applications.apply(reader)).isInstanceOf(Answer.Issued.class);
    page.navigate(site() + "/");
    page.locator("#school").selectOption(school);
    page.locator("#account").fill(account(school, number));
    page.locator("#password").fill("demo");
    press(page, "sign-in.submit");
    String card = cards.ofReader(reader).get(0).number().value();
    page.navigate(site() + "/me/cards/" + card);
    return card;
  }

  private void press(Page page, String key) {
    page.locator("main button")
        .getByText(words(Languages.CHINESE).of(key), new GetByTextOptions().setExact(true))
        .first()
        .click();
    page.waitForLoadState();
  }

  private static String read(Page page, String code, BarcodeFormat kind) {
    return Codes.read(page.locator(code).screenshot(), kind);
  }

  private static String account(String school, int number) {
    return "%s%03d".formatted(school.toLowerCase(Locale.ROOT), number);
  }

  private static String path(String link) {
    return link.substring(link.indexOf("/verify/"));
  }
}
