package org.libpass.journey;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.journey.SitePages.Who;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every page: anybody can use it, it fits a phone, and it is light. */
@InBrowser
class EveryPageTests extends Visit {

  private static final long FIRST_VISIT = 150_000;
  private static final long NEXT_VISIT = 15_000;
  private static final long WITH_EDITOR_OR_PICTURES = 220_000;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @ParameterizedTest
  @MethodSource("languages")
  void isGoodForEverybody(Locale language, Browser browser) {
    GoodPage good = new GoodPage(language);
    eachPage(language, browser, (page, path) -> good.at(page, site() + path));
    good.all();
  }

  @Test
  void isLight(Browser browser) {
    SoftAssertions every = new SoftAssertions();
    eachPage(Languages.CHINESE, browser, (page, path) -> weigh(page, path, every));
    every.assertAll();
  }

  /** Weighs what comes over the wire, compressed, with an empty cache and with a full one. */
  private void weigh(Page page, String path, SoftAssertions every) {
    CDPSession network = page.context().newCDPSession(page);
    AtomicLong bytes = new AtomicLong();
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        loaded -> bytes.addAndGet(loaded.get("encodedDataLength").getAsLong()));
    network.send("Network.clearBrowserCache");
    boolean more = path.equals("/guide") || path.endsWith("/edit");
    visit(page, path, more, bytes);
    long first = bytes.getAndSet(0);
    visit(page, path, more, bytes);
    long next = bytes.get();
    network.detach();
    every
        .assertThat(first)
        .as("bytes of %s at a first visit", path)
        .isBetween(1L, more ? WITH_EDITOR_OR_PICTURES : FIRST_VISIT);
    every.assertThat(next).as("bytes of %s at the next visit", path).isBetween(1L, NEXT_VISIT);
  }

  /** Goes there and stays until all has come; with pictures, those further down too. */
  private void visit(Page page, String path, boolean more, AtomicLong bytes) {
    page.navigate(site() + path);
    if (more) {
      page.waitForLoadState(LoadState.NETWORKIDLE);
    }
    page.waitForCondition(() -> bytes.get() > 0);
  }

  /** Does something with a page of a visitor. */
  private interface Look {
    void at(Page page, String path);
  }

  private void eachPage(Locale language, Browser browser, Look look) {
    for (Map.Entry<Who, Set<String>> who : SitePages.all(mappings).entrySet()) {
      Page page = browser.desktop();
      signIn(page, who.getKey(), language);
      for (String path : who.getValue()) {
        look.at(page, path);
      }
    }
  }

  private void signIn(Page page, Who who, Locale language) {
    String tag = "?lang=" + language.toLanguageTag();
    switch (who) {
      case VISITOR -> page.navigate(site() + "/" + tag);
      case READER -> {
        page.navigate(site() + "/" + tag);
        page.locator("#school").selectOption("NTUT");
        page.locator("#account").fill("ntut001");
        page.locator("#password").fill("demo");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
      }
      case LIBRARIAN -> signIn(page, "librarian.ntut", language);
      case LIST_LIBRARIAN -> signIn(page, "librarian.mkc", language);
      case ALLIANCE -> signIn(page, "alliance", language);
    }
  }
}
