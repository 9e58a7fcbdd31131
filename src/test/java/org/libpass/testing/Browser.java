package org.libpass.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One test's browser: each page that it opens is a visitor of their own, with no cookie from
 * another. All is closed after the test; a test that fails leaves pictures of its pages in {@code
 * target/screenshots}.
 */
public final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Path PRINTS = Path.of("target", "prints");
  private static final double PATIENCE_MILLISECONDS = 30_000;

  private final com.microsoft.playwright.Browser chromium;
  private final List<Page> pages = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  /** A new visitor at a desk: 1280 × 900. */
  public Page desktop() {
    return visitor(visitorAt(1280, 900));
  }

  /** A new visitor with a phone: 390 × 844, touched, not pointed at. */
  public Page phone() {
    return visitor(visitorAt(390, 844).setIsMobile(true).setHasTouch(true).setDeviceScaleFactor(2));
  }

  /** A picture of the whole page, at {@code target/screenshots/<name>.png}. */
  public Path screenshot(Page page, String name) {
    Path file = SCREENSHOTS.resolve(name + ".png");
    page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }

  /** The page as it comes out of a printer on A4, at {@code target/prints/<name>.pdf}. */
  public Path print(Page page, String name) {
    Path file = PRINTS.resolve(name + ".pdf");
    page.pdf(
        new PdfOptions()
            .setPath(file)
            .setFormat("A4")
            .setPrintBackground(true)
            .setPreferCSSPageSize(true));
    return file;
  }

  /**
   * What the pages' scripts threw and what Chromium wrote as an error on the console, such as
   * something that the content security policy stopped, or an answer of 400 and above.
   */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  void pictureAll(String name) {
    for (int i = 0; i < pages.size(); i++) {
      screenshot(pages.get(i), name + "-" + (i + 1));
    }
  }

  @Override
  public void close() {
    pages.forEach(page -> page.context().close());
  }

  private static NewContextOptions visitorAt(int width, int height) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("zh-TW")
        .setTimezoneId("Asia/Taipei");
  }

  private Page visitor(NewContextOptions options) {
    BrowserContext visitor = chromium.newContext(options);
    visitor.setDefaultTimeout(PATIENCE_MILLISECONDS);
    visitor.onWebError(error -> complaints.add(error.error()));
    visitor.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            complaints.add(message.text());
          }
        });
    Page page = visitor.newPage();
    pages.add(page);
    return page;
  }
}
