package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;

/**
 * Draws the pictures that the README and the guide show: {@code mvn -q -Ppictures test}. Those of
 * the guide are as a phone shows the pages, in both languages.
 */
@InBrowser
class PicturesOfTheJourney extends Visit {

  private static final Path README = Path.of("src", "docs", "pictures");
  private static final Path GUIDE = Path.of("src", "main", "resources", "static", "img", "guide");
  private static final Set<String> IN_README =
      Set.of("home", "me-to-do", "apply", "card", "inbox", "desk", "policy");

  /** The guide's step that a page shows, and what of the page stands at the picture's top. */
  private static final Map<String, Step> IN_GUIDE =
      Map.of(
          "home", new Step("sign-in", "#sign-in-title"),
          "activation-form", new Step("activate", "main h1"),
          "apply", new Step("apply", "main h1"),
          "card-with-loans", new Step("borrow", "#loans-title"),
          "me-with-loans", new Step("follow", "main h1"),
          "card-returned", new Step("return", "main h1"));

  private static final int SCREEN_DPI = 96;
  private static final int SMALL_DPI = 47;
  private static final int PHONE_WIDTH = 390;
  private static final int PHONE_HEIGHT = 540;
  private static final int LARGEST_BYTES = 120 * 1024;
  private static final int LARGEST_BYTES_OF_GUIDE = 60 * 1024;

  private record Step(String name, String top) {}

  @ParameterizedTest
  @MethodSource("languages")
  void draw(Locale language, Browser browser) throws IOException {
    boolean chinese = language.equals(Languages.CHINESE);
    Files.createDirectories(README);
    Files.createDirectories(GUIDE);
    Tour tour =
        new Tour(
            site().toString(),
            words(language),
            browser,
            (page, name) -> {
              if (chinese && IN_README.contains(name)) {
                save(page, README.resolve(name + ".png"), LARGEST_BYTES);
              }
              if (IN_GUIDE.containsKey(name)) {
                saveAsOnPhone(page, IN_GUIDE.get(name), language);
              }
            },
            this::shelved);
    tour.asksForActivation(chinese ? "ntut001" : "ntut007");
    tour.isActivated();
    String card = tour.getsACard();
    tour.prints();
    try (PDDocument sheet = Loader.loadPDF(browser.print(tour.reader(), "card").toFile())) {
      PDFRenderer renderer = new PDFRenderer(sheet);
      save(
          renderer.renderImageWithDPI(0, SMALL_DPI),
          inGuide("print", language),
          LARGEST_BYTES_OF_GUIDE);
      if (chinese) {
        save(
            renderer.renderImageWithDPI(0, SCREEN_DPI),
            README.resolve("card-printed.png"),
            LARGEST_BYTES);
      }
    }
    tour.borrows(card);
    tour.returns(card);
    if (chinese) {
      tour.looksAtPolicy();
    }
  }

  private static void saveAsOnPhone(Page page, Step step, Locale language) {
    ViewportSize before = page.viewportSize();
    page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    page.locator(step.top()).evaluate("it => scrollBy(0, it.getBoundingClientRect().top - 24)");
    save(page, inGuide(step.name(), language), LARGEST_BYTES_OF_GUIDE);
    page.setViewportSize(before.width, before.height);
  }

  private static Path inGuide(String step, Locale language) {
    return GUIDE.resolve(step + "-" + language.getLanguage() + ".png");
  }

  private static void save(Page page, Path file, int largest) {
    try {
      save(ImageIO.read(new ByteArrayInputStream(page.screenshot())), file, largest);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void save(BufferedImage picture, Path file, int largest) throws IOException {
    ImageIO.write(Palette.reduce(picture), "png", file.toFile());
    assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(largest);
  }
}
