package org.libpass.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.libpass.testing.Axe;
import org.libpass.testing.Keyboard;
import org.libpass.web.layout.Languages;

/**
 * Whether anybody can use a page: in Chinese at a desk, with the keyboard; in English, which has
 * the longer words, on a phone. The pages are the same but for their words.
 */
class GoodPage {

  private static final int DESK = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 900;

  private final Locale language;
  private final SoftAssertions every = new SoftAssertions();

  GoodPage(Locale language) {
    this.language = language;
  }

  /** Goes there and looks; files that are no pages are left alone. */
  void at(Page page, String address) {
    page.setViewportSize(language.equals(Languages.CHINESE) ? DESK : PHONE, HEIGHT);
    Response response = page.navigate(address);
    if (response.headers().getOrDefault("content-type", "").startsWith("text/html")) {
      String path = response.url().replaceFirst("^https?://[^/]+", "");
      every.assertThat(response.status()).as(path).isIn(200, 404, 423);
      look(page, path);
    }
  }

  /**
   * Looks at what is there.
   *
   * @param name what to call it
   */
  void here(Page page, String name) {
    page.setViewportSize(language.equals(Languages.CHINESE) ? DESK : PHONE, HEIGHT);
    look(page, name);
  }

  private void look(Page page, String name) {
    every.assertThat(Axe.findings(page)).as(name).isEmpty();
    if (language.equals(Languages.CHINESE)) {
      every.assertThat(Keyboard.findings(page)).as("%s by keyboard", name).isEmpty();
      page.setViewportSize(PHONE, HEIGHT);
    }
    every
        .assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s on a phone", name)
        .isEqualTo(PHONE);
  }

  void all() {
    every.assertAll();
  }
}
