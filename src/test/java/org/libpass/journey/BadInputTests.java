package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;

/**
 * What can't be done is answered with a sentence in the visitor's language, and changes nothing.
 */
class BadInputTests extends Visit {

  private static final String HTML = "<script>alert('書')</script><b id=\"evil\">&amp;";
  private static final String RARE = "𠮷田與📚";

  @ParameterizedTest
  @MethodSource("languages")
  void aCardThatIsNotThere(Locale language) {
    ReaderVisit reader = activated("NTCB", language);
    String anothers = activated("NTCB", language).getsACard();
    for (String card : new String[] {"NTCB-1-20200101000000", "nonsense", anothers}) {
      reader.at("/me/cards/" + card).isAnswered(404).sees("card.none.title").sees("card.none.text");
    }
    LibrarianVisit desk = librarian("CUTE", language);
    desk.takesInHand("NTCB-1-20200101000000").sees("staff.desk.unknown");
    desk.takesInHand("9789571234567").sees("staff.desk.back.not-out");
    desk.at("/cards/" + anothers).isAnswered(404).sees("staff.card.not-here");
    desk.at("/cards/application/" + anothers).isAnswered(404).sees("staff.card.not-here");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aCardOfAnotherState(Locale language) {
    ReaderVisit reader = activated("NTCB", language);
    String card = reader.getsACard();
    Visitor stale = reader.at("/me/cards/" + card);
    String page = "/me/cards/" + card;
    stale.send(page + "/done", Map.of()).sees("card.done.refused");
    stale.press("card.cancel").sees("card.cancel.done");
    stale.send(page + "/cancel", Map.of()).sees("card.cancel.refused");
    stale.send(page + "/print", Map.of()).sees("card.print.closed");
    LibrarianVisit desk = librarian("NTUT", language);
    Visitor answer = desk.takesInHand(card).sees("staff.desk.cannot.CANCELLED");
    answer
        .send("/desk/scan", Map.of("card", card, "scan", "B1", "identity", "seen"))
        .sees("staff.desk.lend.refused", "B1");
    librarian("NTCB", language)
        .at("/cards/" + card)
        .send("/cards/" + card + "/revoke", Map.of("reason", "x", "confirmed", "true"))
        .sees("staff.revoke.not-open");
    assertThat(cards.find(new CardNumber(card)).orElseThrow().state())
        .isEqualTo(CardState.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void anotherSchoolsTaskAndAnotherLibrariansTask(Locale language) {
    ReaderVisit reader = student("NTCB", language);
    reader.asksForActivation();
    LibrarianVisit home = librarian("NTCB", language);
    String task = home.opensTheTaskOf(reader).path();
    LibrarianVisit stranger = librarian("CUTE", language);
    stranger.at(task).isAnswered(404).sees("staff.task.gone").readsNothingOf(reader.name());
    stranger.at("/inbox").send(task + "/claim", Map.of()).sees("staff.inbox.gone");
    stranger.at("/inbox").send(task + "/approve", Map.of()).sees("staff.inbox.gone");
    home.at(task).press("staff.inbox.claim.of", reader.name());
    LibrarianVisit colleague = staff("librarian2.ntcb", language);
    colleague.at("/inbox").send(task + "/approve", Map.of()).sees("staff.inbox.somebody-elses");
    colleague.at("/inbox").send(task + "/claim", Map.of()).sees("staff.inbox.somebody-elses");
    reader.at("/me").sees("reader.status.PENDING");
    home.at(task)
        .press("staff.activation.approve")
        .sees("staff.activation.approved", reader.name());
    home.at("/inbox").send(task + "/approve", Map.of()).sees("staff.inbox.gone");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aPageOfAnotherRoleLeaksNothing(Locale language) {
    ReaderVisit reader = activated("NTCB", language);
    String card = reader.getsACard();
    for (String page : new String[] {"/inbox", "/desk?card=" + card, "/cards/" + card, "/policy"}) {
      reader.at(page).isAnswered(403).sees("error.403.title").readsNothingOf(card);
    }
    staff("policy.ntcb", language)
        .at("/cards/" + card)
        .isAnswered(403)
        .readsNothingOf(card)
        .readsNothingOf(reader.name());
    librarian("NTCB", language).at("/me/cards/" + card).isAnswered(403).readsNothingOf(card);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aFormThatIsOutOfDate(Locale language) {
    ReaderVisit reader = activated("NTCB", language);
    Visitor page = reader.at("/me/cards/new");
    page.fill("seen", "what stood here yesterday").press("apply.send");
    page.isAnswered(409).sees("apply.changed");
    page.lose("libpass-form").press("apply.send").isAnswered(403).sees("error.stale.title");
    reader.at("/me").sees("me.card.empty");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void twoClicksAtOnce(Locale language) {
    ReaderVisit reader = student("NTCB", language);
    reader.asksForActivation();
    reader.at("/me/activation").sees("reader.status.PENDING");
    librarian("NTCB", language).approvesTheRequestOf(reader);
    reader.at("/me/cards/new").pressTwice("apply.send");
    String card = reader.at("/me").follow("me.card.open").path().replace("/me/cards/", "");
    Visitor page = reader.at("/me/cards");
    assertThat(page.page().select("tbody tr")).hasSize(1);
    page.send("/me/cards/new", Map.of()).sees("apply.already-holds", card);
    reader.prints(card);

    LibrarianVisit desk = librarian("NTUT", language);
    desk.takesInHand(card)
        .press("staff.desk.check.go-on")
        .fill("scan", shelved("NTUT", "紅樓夢校注"))
        .pressTwice("desk.scan.submit");
    assertThat(cards.find(new CardNumber(card)).orElseThrow().loans()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void fieldsLeftEmptyOrFilledTooFull(Locale language) {
    ReaderVisit reader = student("NTCB", language);
    reader.asksForActivation();
    Visitor profile = reader.at("/me/profile");
    profile.fill("email", "").fill("phone", "").press("profile.save").isAnswered(422);
    profile
        .seesBeside("email", "contact.email.missing")
        .seesBeside("phone", "contact.phone.missing");
    profile.fill("email", "a@" + "b".repeat(400)).fill("phone", RARE).press("profile.save");
    profile.seesBeside("email", "contact.email.long").seesBeside("phone", "contact.phone.form");
    assertThat(profile.page().select("[name=phone]").val()).as("what was typed").isEqualTo(RARE);

    LibrarianVisit home = librarian("NTCB", language);
    Visitor task = home.opensTheTaskOf(reader);
    task.press("staff.task.refuse").isAnswered(422).seesBeside("words", "staff.refusal.required");
    task.fill("words", "長".repeat(501)).press("staff.task.refuse").isAnswered(422);
    task.sees("staff.refusal.too-long");
    home.approvesTheRequestOf(reader);

    String card = reader.getsACard();
    reader.prints(card);
    LibrarianVisit desk = librarian("LANYANG", language); // lends by hand, so a title may be typed
    Visitor lending = desk.takesInHand(card).press("desk.scan.submit").isAnswered(422);
    lending.seesBeside("scan", "desk.scan.required");
    lending.fill("scan", "B-1").press("desk.scan.submit").sees("staff.desk.identity.required");
    lending.press("staff.desk.check.go-on").fill("title", "長".repeat(301));
    lending.fill("scan", "9".repeat(61)).press("desk.scan.submit").isAnswered(422);
    lending.seesBeside("scan", "staff.desk.barcode.too-long");
    lending.seesBeside("title", "staff.desk.title.too-long");
    assertThat(cards.find(new CardNumber(card)).orElseThrow().loans()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void htmlAndRareCharactersAreShownAsTheyWereTyped(Locale language) {
    String words = RARE + HTML;
    ReaderVisit refused = student("NTCB", language);
    refused.asksForActivation();
    LibrarianVisit home = librarian("NTCB", language);
    home.opensTheTaskOf(refused).fill("words", words).press("staff.task.refuse");
    isPlain(refused.at("/me/activation"), words);
    isPlain(refused.hasMail("mail.activation-refused.subject"), words);

    ReaderVisit reader = activated("NTCB", language);
    String card = reader.getsACard();
    reader.prints(card);
    LibrarianVisit desk = librarian("LANYANG", language); // keeps the title as it is typed
    desk.takesInHand(card);
    isPlain(desk.lends(words, "B3-" + card), words);
    isPlain(reader.at("/me/cards/" + card), words);
    isPlain(home.at("/cards/" + card), words);
    isPlain(desk.at("/desk?card=" + card).press("staff.desk.take-back.of", words), words);
    home.at("/cards/" + card)
        .fill("reason", words)
        .fill("confirmed", "true")
        .press("staff.revoke.submit")
        .sees("staff.revoke.done", card);
    isPlain(home.at("/cards/" + card), words);
    isPlain(reader.at("/me/cards/" + card), words);
    isPlain(desk.at("/desk").fill("scan", HTML).press("desk.scan.submit"), "");
  }

  /** The page shows the words as words: nothing in them became an element. */
  private static void isPlain(Visitor visitor, String words) {
    visitor.reads(words);
    assertThat(visitor.page().getElementById("evil")).isNull();
    assertThat(visitor.page().select("script:not([src])")).isEmpty();
  }
}
