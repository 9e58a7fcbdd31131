package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.testing.Axe;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;

/** The main visit in a browser, every page pictured as a desk and as a phone show it. */
@InBrowser
class BrowserJourneyTests extends Visit {

  private static final AtomicInteger STUDENTS = new AtomicInteger(1900);
  private static final int PRINTER_DPI = 300;

  @ParameterizedTest
  @MethodSource("languages")
  void fromSignInToReturn(Locale language, Browser browser) throws IOException {
    String folder = "journey-" + language.getLanguage() + "/";
    AtomicInteger step = new AtomicInteger();
    Tour tour =
        new Tour(
            site().toString(),
            words(language),
            browser,
            (page, name) -> {
              String file = "%s%02d-%s".formatted(folder, step.incrementAndGet(), name);
              browser.screenshot(page, file);
              assertThat(Axe.findings(page)).as(file).isEmpty();
              page.setViewportSize(390, 844);
              assertThat(page.evaluate("document.documentElement.scrollWidth"))
                  .as("width of %s on a phone", file)
                  .isEqualTo(390);
              browser.screenshot(page, file + "-phone");
              page.setViewportSize(1280, 900);
            },
            this::shelved);

    tour.asksForActivation("ntut" + STUDENTS.getAndIncrement());
    tour.isActivated();
    String card = tour.getsACard();
    String link = codesSay(card, tour.reader());
    tour.prints();
    isOneSheet(browser.print(tour.reader(), "card-" + language.getLanguage()), card, link);
    tour.isVerified(link.substring(link.indexOf("/verify/")));
    tour.borrows(card);
    tour.returns(card);
    tour.looksAround(card);

    // The reader who ticked nothing was answered with a 422, which Chromium writes down.
    assertThat(browser.complaints()).allMatch(said -> said.contains("status of 422"));
  }

  /** Each of the three codes, read off the screen. */
  private static String codesSay(String card, Page page) {
    assertThat(read(page, ".barcode >> nth=0", BarcodeFormat.CODE_128)).isEqualTo(card);
    assertThat(read(page, ".barcode >> nth=1", BarcodeFormat.CODE_128)).isEqualTo(account(card));
    String link = read(page, ".qr", BarcodeFormat.QR_CODE);
    assertThat(link).matches("http://localhost:\\d+/verify/[\\w-]{110}");
    return link;
  }

  private static String read(Page page, String code, BarcodeFormat kind) {
    return Codes.read(page.locator(code).screenshot(), kind);
  }

  private static void isOneSheet(Path pdf, String card, String link) throws IOException {
    try (PDDocument sheets = Loader.loadPDF(pdf.toFile())) {
      assertThat(sheets.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(sheets)).contains(card, account(card));
      BufferedImage paper = new PDFRenderer(sheets).renderImageWithDPI(0, PRINTER_DPI);
      assertThat(Codes.read(paper, BarcodeFormat.QR_CODE)).isEqualTo(link);
      assertThat(Codes.readAll(paper, BarcodeFormat.CODE_128))
          .containsExactlyInAnyOrder(card, account(card));
    }
  }

  /** The account that lending libraries hold for the card's slot. */
  private static String account(String card) {
    return card.substring(0, card.lastIndexOf('-'));
  }
}
