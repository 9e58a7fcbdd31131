package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;

/** Draws the pictures that the README shows: {@code mvn -q -Ppictures test}. */
@InBrowser
class PicturesOfTheJourney extends Visit {

  private static final Path PICTURES = Path.of("src", "docs", "pictures");
  private static final Set<String> WANTED =
      Set.of("home", "me-to-do", "apply", "card", "inbox", "desk", "policy");
  private static final int SCREEN_DPI = 96;
  private static final int LARGEST_BYTES = 120 * 1024;

  @Test
  void draw(Browser browser) throws IOException {
    Files.createDirectories(PICTURES);
    Tour tour =
        new Tour(
            site().toString(),
            words(Languages.CHINESE),
            browser,
            (page, name) -> {
              if (WANTED.contains(name)) {
                save(page, name);
              }
            },
            this::shelved);
    tour.asksForActivation("ntut001");
    tour.isActivated();
    String card = tour.getsACard();
    tour.prints();
    try (PDDocument sheet = Loader.loadPDF(browser.print(tour.reader(), "card").toFile())) {
      save(new PDFRenderer(sheet).renderImageWithDPI(0, SCREEN_DPI), "card-printed");
    }
    tour.borrows(card);
    tour.returns(card);
    tour.looksAtPolicy();
  }

  private static void save(Page page, String name) {
    try {
      save(ImageIO.read(new ByteArrayInputStream(page.screenshot())), name);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void save(BufferedImage picture, String name) throws IOException {
    File file = PICTURES.resolve(name + ".png").toFile();
    ImageIO.write(Palette.reduce(picture), "png", file);
    assertThat(file.length()).as(name).isLessThanOrEqualTo(LARGEST_BYTES);
  }
}
