package org.libpass.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

@InBrowser
class BrowserTests {

  private static final String PAGE =
      """
      <!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>館際通</title><h1>館際借書卡</h1>
      <button onclick="this.textContent = '已按'">請按</button></html>
      """;

  @Test
  void seesAPageAndClicksOnIt(Browser browser) throws IOException {
    Page page = browser.desktop();
    page.setContent(PAGE);
    page.getByText("請按").click();

    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).textContent())
        .isEqualTo("已按");
    Path picture = browser.screenshot(page, "harness-desktop");
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1280);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void seesAServerOnThisMachineAndNothingElse(Browser browser) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      Page page = browser.phone();
      page.navigate("http://localhost:" + server.getAddress().getPort());

      assertThat(page.title()).isEqualTo("館際通");
      assertThat(page.evaluate("innerWidth")).isEqualTo(390);
      browser.screenshot(page, "harness-phone");
      assertThatThrownBy(() -> page.navigate("http://libpass.example"))
          .hasMessageContaining("ERR_NAME_NOT_RESOLVED");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void printsOnOneSheet(Browser browser) throws IOException {
    Page page = browser.desktop();
    page.setContent(PAGE);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    try (PDDocument sheets = Loader.loadPDF(browser.print(page, "harness").toFile())) {
      assertThat(sheets.getNumberOfPages()).isEqualTo(1);
      assertThat(sheets.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
      assertThat(new PDFTextStripper().getText(sheets)).contains("館際借書卡");
    }
  }

  @Test
  void hearsWhatAPageComplainsOf(Browser browser) {
    Page page = browser.desktop();
    page.setContent(
        """
        <meta http-equiv="Content-Security-Policy" content="script-src 'self'">
        <script>alert(1)</script>
        """);

    assertThat(browser.complaints()).singleElement().asString().contains("script-src 'self'");
  }

  @Test
  void picturesEveryPageOfAFailedTest(Browser browser) throws IOException {
    browser.desktop().setContent(PAGE);
    browser.phone().setContent(PAGE);
    Path second = Path.of("target", "screenshots", "harness-failed-2.png");
    Files.deleteIfExists(second);

    browser.pictureAll("harness-failed");

    assertThat(second).exists();
  }

  @Test
  void isSkippedOnAMachineWithoutABrowserAndFailsInCi() {
    assertThatThrownBy(() -> BrowserExtension.stop("(harness test) no browser", null))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> BrowserExtension.stop("(harness test) no browser", "true"))
        .isInstanceOf(IllegalStateException.class);
  }
}
