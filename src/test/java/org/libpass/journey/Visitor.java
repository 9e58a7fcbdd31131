package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.libpass.testing.NoTextMissing;

/**
 * Somebody at a browser without scripts: sees one page at a time, follows its links, fills in and
 * sends its forms. Links and buttons are named by the keys of their words, as a visitor of either
 * language would find them.
 */
final class Visitor {

  private final URI site;
  private final Words words;
  private final Runnable betweenSteps;
  private final Consumer<HttpResponse<String>> onlooker;
  private final HttpClient browser;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final Map<String, String> typed = new LinkedHashMap<>();
  private Document page = Document.createShell("");
  private int status;

  /**
   * @param betweenSteps what happens before each page
   */
  Visitor(URI site, Words words, Runnable betweenSteps) {
    this(site, words, betweenSteps, answer -> {});
  }

  /**
   * @param betweenSteps what happens before each page
   * @param onlooker is shown each answer, too
   */
  Visitor(URI site, Words words, Runnable betweenSteps, Consumer<HttpResponse<String>> onlooker) {
    this.betweenSteps = betweenSteps;
    this.onlooker = onlooker;
    this.site = site;
    this.words = words;
    this.browser =
        HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();
  }

  Words words() {
    return words;
  }

  /** The page that is seen now. */
  Document page() {
    return page;
  }

  /** Where that page is, without the site. */
  String path() {
    return URI.create(page.location()).getPath();
  }

  Visitor open(String path) {
    return see(request(path).GET().build());
  }

  /** Follows the link that reads {@code key}. */
  Visitor follow(String key, Object... arguments) {
    return follow(named("a[href]", words.of(key, arguments)));
  }

  Visitor follow(Element link) {
    return see(
        HttpRequest.newBuilder(URI.create(link.absUrl("href"))).headers(asks()).GET().build());
  }

  /** Types into a field, ticks a box or chooses from a list, of the form that is sent next. */
  Visitor fill(String field, String value) {
    typed.put(field, value);
    return this;
  }

  /** Presses the button that reads {@code key}, on the page or aloud. */
  Visitor press(String key, Object... arguments) {
    return see(pressing(key, arguments));
  }

  /** Presses it twice at the same moment, and sees the answer to one of the two. */
  Visitor pressTwice(String key, Object... arguments) {
    HttpRequest request = pressing(key, arguments);
    List<CompletableFuture<HttpResponse<String>>> both =
        List.of(
            browser.sendAsync(request, BodyHandlers.ofString()),
            browser.sendAsync(request, BodyHandlers.ofString()));
    both.forEach(CompletableFuture::join);
    return show(both.get(1).join());
  }

  private HttpRequest pressing(String key, Object... arguments) {
    Element button = named("button", words.of(key, arguments));
    FormElement form = (FormElement) Optional.ofNullable(button.closest("form")).orElseThrow();
    Map<String, String> data = new LinkedHashMap<>();
    for (KeyVal field : form.formData()) {
      data.put(field.key(), field.value());
    }
    typed.forEach(
        (field, value) -> {
          assertThat(form.select("[name=" + field + "]")).as(field).isNotEmpty();
          data.put(field, value);
        });
    typed.clear();
    URI action = URI.create(form.absUrl("action"));
    String sent = encode(data);
    return form.attr("method").equals("post")
        ? post(action, sent)
        : HttpRequest.newBuilder(URI.create(action + "?" + sent)).headers(asks()).GET().build();
  }

  /** Sends what no form of this page would send, with the token that the forms of it carry. */
  Visitor send(String path, Map<String, String> fields) {
    Map<String, String> data = new LinkedHashMap<>(fields);
    Optional.ofNullable(page.selectFirst("input[name=_csrf]"))
        .ifPresent(token -> data.put("_csrf", token.val()));
    return see(post(site.resolve(path), encode(data)));
  }

  /** Loses the cookie of that name, as one who cleans up the browser. */
  Visitor lose(String cookie) {
    for (HttpCookie one : List.copyOf(cookies.getCookieStore().getCookies())) {
      if (one.getName().equals(cookie)) {
        cookies.getCookieStore().remove(site, one);
      }
    }
    return this;
  }

  /** Checks that the page says {@code key}. */
  Visitor sees(String key, Object... arguments) {
    return reads(words.of(key, arguments));
  }

  /** Checks that the page says this, as it stands. */
  Visitor reads(String text) {
    assertThat(text()).contains(text.strip());
    return this;
  }

  Visitor readsNothingOf(String text) {
    assertThat(page.html()).doesNotContain(text);
    return this;
  }

  Visitor isAnswered(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    return this;
  }

  /** Checks that the error stands beside the field, and that its summary leads there. */
  Visitor seesBeside(String field, String key, Object... arguments) {
    Element input = Optional.ofNullable(page.selectFirst("[name=" + field + "]")).orElseThrow();
    assertThat(input.attr("aria-invalid") + input.attr("aria-describedby")).isNotEmpty();
    String beside =
        List.of(input.attr("aria-describedby").split(" ")).stream()
            .filter(id -> !id.isEmpty())
            .map(page::getElementById)
            .map(element -> element == null ? "(no such element)" : element.text())
            .collect(Collectors.joining(" "));
    assertThat(beside).contains(words.of(key, arguments));
    return this;
  }

  /** All that the page says below its head, white space made one blank. */
  String text() {
    Element content = page.getElementById("content");
    return (content == null ? page.body() : content).text();
  }

  private Element named(String selector, String name) {
    return page.select(selector).stream()
        .filter(one -> one.text().equals(name) || one.attr("aria-label").equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No %s “%s” on %s (%d): %s"
                        .formatted(selector, name, page.location(), status, text())));
  }

  /** What a browser says of itself. */
  private String[] asks() {
    return new String[] {
      "Accept", "text/html,*/*;q=0.8", "Accept-Language", words.language().toLanguageTag()
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(site.resolve(path)).headers(asks());
  }

  private HttpRequest post(URI action, String body) {
    return HttpRequest.newBuilder(action)
        .headers(asks())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private Visitor see(HttpRequest request) {
    betweenSteps.run();
    try {
      return show(browser.send(request, BodyHandlers.ofString()));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Visitor show(HttpResponse<String> answer) {
    onlooker.accept(answer);
    status = answer.statusCode();
    page = Jsoup.parse(answer.body(), answer.uri().toString());
    assertThat(status).as("%s %s", answer.uri(), text()).isNotEqualTo(500);
    NoTextMissing.check(answer.uri().toString(), answer.body());
    return this;
  }

  private static String encode(Map<String, String> data) {
    return data.entrySet().stream()
        .map(field -> part(field.getKey()) + "=" + part(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
