package org.libpass.journey;


import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.testing.Axe;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page that has an address of its own, found by asking the application, so that a new one is
 * not forgotten: axe finds nothing on it at a desk nor on a phone, and nothing is wider than the
 * phone.
 */
@InBrowser
class EveryPageTests extends Visit {

  /** Pages of one thing, by who opens them. */
  private static final Map<Who, List<String>> ONE_OF_MANY =
      Map.of(
          Who.VISITOR,
          List.of("/rules?school=CUTE", "/verify/nothing", "/no-such-page"),
          Who.LIBRARIAN,
          List.of("/cards/NTUT-1-20200101000000"),
          Who.ALLIANCE,
          Stream.of("", "/edit", "/figures", "/examples", "/try", "/replay", "/publish", "/history")
              .map(page -> "/policy/alliance" + page)
              .toList());

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** Who opens a page. */
  enum Who {
    VISITOR,
    READER,
    LIBRARIAN,
    LIST_LIBRARIAN,
    ALLIANCE;

    static Who of(String path) {
      if (path.equals("/me") || path.startsWith("/me/")) {
        return READER;
      }
      if (path.startsWith("/readers/import")) {
        return LIST_LIBRARIAN;
      }
      if (path.matches("/(inbox|desk|cards|readers|content)(/.*)?")) {
        return LIBRARIAN;
      }
      return path.matches("/(policy|admin)(/.*)?") ? ALLIANCE : VISITOR;
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void isGoodForEverybody(Locale language, Browser browser) {
    SoftAssertions every = new SoftAssertions();
    for (Map.Entry<Who, Set<String>> who : pages().entrySet()) {
      Page page = browser.desktop();
      signIn(page, who.getKey(), language);
      for (String path : who.getValue()) {
        look(page, path, every);
      }
    }
    every.assertAll();
  }

  private void look(Page page, String path, SoftAssertions every) {
    Response response = page.navigate(site() + path);
    if (!response.headers().getOrDefault("content-type", "").startsWith("text/html")) {
      return;
    }
    every.assertThat(response.status()).as(path).isIn(200, 404);
    every.assertThat(Axe.findings(page)).as(path).isEmpty();
    page.setViewportSize(390, 844);
    every.assertThat(Axe.findings(page)).as("%s on a phone", path).isEmpty();
    every
        .assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s on a phone", path)
        .isEqualTo(390);
    page.setViewportSize(1280, 900);
  }

  private Map<Who, Set<String>> pages() {
    Map<Who, Set<String>> pages = new TreeMap<>();
    for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
        Set<String> paths = new TreeSet<>(mapping.getDirectPaths());
        paths.remove("/error"); // the container's way to the error pages, not a page
        for (String path : paths) {
          pages.computeIfAbsent(Who.of(path), none -> new TreeSet<>()).add(path);
        }
      }
    }
    ONE_OF_MANY.forEach(
        (who, more) -> pages.computeIfAbsent(who, none -> new TreeSet<>()).addAll(more));
    return pages;
  }

  private void signIn(Page page, Who who, Locale language) {
    String tag = "?lang=" + language.toLanguageTag();
    switch (who) {
      case VISITOR -> page.navigate(site() + "/" + tag);
      case READER -> {
        page.navigate(site() + "/" + tag);
        page.locator("#school").selectOption("NTUT");
        page.locator("#account").fill("ntut001");
        submit(page, "#password");
      }
      case LIBRARIAN -> staff(page, "librarian.ntut", tag);
      case LIST_LIBRARIAN -> staff(page, "librarian.mkc", tag);
      case ALLIANCE -> staff(page, "alliance", tag);
    }
  }

  private void staff(Page page, String username, String tag) {
    page.navigate(site() + "/staff/sign-in" + tag);
    page.locator("#username").fill(username);
    submit(page, "#password");
  }

  private static void submit(Page page, String password) {
    page.locator(password).fill("demo");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }
}
