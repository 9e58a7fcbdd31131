package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a reader does on the pages, in a reader's words. */
final class ReaderVisit {

  private static final Pattern CARD = Pattern.compile("/me/cards/([A-Z]+-\\d+-\\d{14})");

  private static final Pattern LINK = Pattern.compile("/sign-in/link/[\\w-]+");

  private final Visitor visitor;
  private final String school;
  private final String account;
  private String name = "";

  ReaderVisit(Visitor visitor, String school, String account) {
    this.visitor = visitor;
    this.school = school;
    this.account = account;
  }

  ReaderVisit signsIn() {
    visitor
        .open("/")
        .fill("school", school)
        .fill("account", account)
        .fill("password", "demo")
        .press("sign-in.submit")
        .isAnswered(200);
    assertThat(visitor.path()).isEqualTo("/me");
    name = visitor.page().select(".who").text();
    return this;
  }

  /** Signs in by the link that comes by mail, at a school without a connection. */
  ReaderVisit signsInByLink() {
    visitor
        .open("/")
        .fill("school", school)
        .fill("account", account)
        .press("sign-in.submit")
        .isAnswered(200)
        .sees("link.sent.title");
    at("/demo");
    String mail =
        visitor.page().select("#mails li").stream()
            .filter(line -> line.text().contains(email()))
            .map(line -> line.select("a").attr("href"))
            .findFirst()
            .orElseThrow();
    Matcher link = LINK.matcher(at(mail).sees("mail.sign-in-link.subject").text());
    assertThat(link.find()).as(visitor.text()).isTrue();
    at(link.group()).isAnswered(200).press("link.press").isAnswered(200);
    assertThat(visitor.path()).isEqualTo("/me");
    name = visitor.page().select(".who").text();
    return this;
  }

  /** The name in the library system. */
  String name() {
    return name;
  }

  /** The address in the library system, which the form offers as the usual one. */
  String email() {
    return account + "@mail." + school.toLowerCase(java.util.Locale.ROOT) + ".example.org";
  }

  Visitor at(String page) {
    return visitor.open(page);
  }

  Visitor sees(String key, Object... arguments) {
    return visitor.sees(key, arguments);
  }

  void mayDoNothingBeforeActivation() {
    at("/me").sees("todo.ACTIVATE");
    at("/me").sees("me.card.not-active");
    at("/me/cards/new").sees("apply.refused").sees("reason.not-activated");
    assertThat(visitor.page().select("main form")).isEmpty();
    at("/rules").isAnswered(200);
    at("/me/profile").isAnswered(200);
  }

  void asksForActivation() {
    at("/me").follow("me.activate");
    visitor.press("consent.agree").isAnswered(422).sees("consent.privacy.missing");
    visitor.fill("privacy", "true").fill("rules", "true").press("consent.agree").isAnswered(200);
    visitor.fill("phone", "0912-345-678").press("activation.send");
  }

  /** Confirms the application page, whatever comes of it. */
  Visitor applies() {
    return at("/me").follow("me.apply").press("apply.send");
  }

  /** Applies for a card and has one. */
  String getsACard() {
    applies().isAnswered(200);
    Matcher card = CARD.matcher(visitor.path());
    assertThat(card.matches()).as(visitor.path() + " " + visitor.text()).isTrue();
    return card.group(1);
  }

  void prints(String card) {
    at("/me/cards/" + card).press("card.print").isAnswered(200);
    assertThat(visitor.path()).isEqualTo("/me/cards/" + card + "/print");
    visitor.reads(card);
  }

  void seesOnCard(String card, String key, Object... arguments) {
    at("/me/cards/" + card).sees(key, arguments);
  }

  void seesOut(String card, String... titles) {
    at("/me/cards/" + card);
    List<String> out =
        visitor.page().select("section[aria-labelledby=loans-title] li").stream()
            .filter(loan -> !loan.text().contains(visitor.words().of("loan.back")))
            .map(loan -> loan.select("strong").get(0).text())
            .toList();
    assertThat(out).containsExactlyInAnyOrder(titles);
  }

  /** What happened to a card, in the page's words. */
  List<String> timeline(String card) {
    at("/me/cards/" + card);
    return visitor.page().select(".timeline li p").eachText();
  }

  void seesInTimeline(String card, String... sentences) {
    assertThat(timeline(card)).containsExactly(sentences);
  }

  /** A mail to this reader; the mail lies open then. */
  Visitor hasMail(String subject, Object... arguments) {
    at("/demo");
    String expected = visitor.words().of(subject, arguments);
    Element mail =
        visitor.page().select("#mails li").stream()
            .filter(line -> line.text().contains(email()))
            .map(line -> line.select("a").get(0))
            .filter(link -> link.text().equals(expected))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("No “" + expected + "” for " + email() + visitor.text()));
    return visitor.follow(mail).reads(expected).reads(name);
  }
}
