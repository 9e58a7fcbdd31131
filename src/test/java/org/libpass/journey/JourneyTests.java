package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's main visits from beginning to end, over HTTP, in both languages. */
class JourneyTests extends Visit {

  private static final String ALGORITHMS = "Introduction to Algorithms";
  private static final String COFFEE = "咖啡烘焙的科學";

  @ParameterizedTest
  @MethodSource("languages")
  void aReaderBorrowsTwoBooksElsewhereAndBringsThemBack(Locale language) {
    ReaderVisit reader = student("NTCB", language);
    reader.mayDoNothingBeforeActivation();
    reader.asksForActivation();
    reader.sees("activation.sent");
    LibrarianVisit home = librarian("NTCB", language);
    home.approvesTheRequestOf(reader).sees("staff.activation.approved", reader.name());
    home.hasNoTaskOf(reader);
    reader.hasMail("mail.activation-granted.subject");

    String card = reader.getsACard();
    reader.sees("apply.issued", words(language).either("2026-11-26（四）", "2026-11-26 (Thu)"));
    reader.prints(card);

    LibrarianVisit desk = librarian("NTUT", language);
    desk.takesInHand(card).reads(reader.name());
    desk.lends(ALGORITHMS, shelved("NTUT", ALGORITHMS)).sees("staff.desk.lend.in-system");
    desk.lends(COFFEE, shelved("NTUT", COFFEE)).sees("staff.desk.lend.left", 3);
    reader.seesOut(card, ALGORITHMS, COFFEE);

    desk.takesBack(ALGORITHMS).sees("staff.desk.back.still-out", 1);
    reader.seesOut(card, COFFEE);
    desk.undoes();
    reader.seesOut(card, ALGORITHMS, COFFEE);
    desk.takesBack(ALGORITHMS);
    desk.takesBack(COFFEE).sees("staff.desk.back.all");
    reader.seesOut(card);

    reader.at("/me/cards/" + card).press("card.done").sees("card.done.done");
    reader.seesOnCard(card, "card.state.RETURNED");
    reader.hasMail("mail.card-closed.subject", card);
    reader.seesInTimeline(card, told(language));
  }

  private String[] told(Locale language) {
    if (words(language).isEnglish()) {
      String school = "National Taipei University of Technology";
      return new String[] {
        "The card was issued.",
        "You printed the card.",
        "Borrowed “" + ALGORITHMS + "” at " + school + ".",
        "Borrowed “" + COFFEE + "” at " + school + ".",
        "“" + ALGORITHMS + "” returned to " + school + ".",
        school + " corrected: “" + ALGORITHMS + "” is not back yet.",
        "“" + ALGORITHMS + "” returned to " + school + ".",
        "“" + COFFEE + "” returned to " + school + ".",
        "You said that you will borrow no more.",
        "All books are back or settled; the card closed."
      };
    }
    String school = "國立臺北科技大學";
    return new String[] {
      "借書證發出。",
      "您列印了借書證。",
      "在" + school + "借了「" + ALGORITHMS + "」。",
      "在" + school + "借了「" + COFFEE + "」。",
      "「" + ALGORITHMS + "」還給了" + school + "。",
      school + "更正：「" + ALGORITHMS + "」還沒有歸還。",
      "「" + ALGORITHMS + "」還給了" + school + "。",
      "「" + COFFEE + "」還給了" + school + "。",
      "您表示不再借新書。",
      "借的書都還了或結案了，借書證結束。"
    };
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aCardLeftUnusedIsTakenBackWhenItsThreeDaysEnd(Locale language) {
    ReaderVisit reader = activated("NTCB", language);
    String card = reader.getsACard();
    reader.at("/me").sees("me.card.open").reads(card);

    time.set(LocalDate.of(2026, 11, 26).atTime(23, 59));
    timePasses();
    reader.seesOnCard(card, "card.state.ISSUED");

    time.set(LocalDate.of(2026, 11, 27).atStartOfDay());
    timePasses();
    reader.seesOnCard(card, "card.state.EXPIRED");
    reader.sees("timeline.EXPIRED");
    reader.hasMail("mail.card-expired.subject", card);
    librarian("NTUT", language).takesInHand(card).sees("staff.desk.cannot.EXPIRED");

    reader.getsACard(); // and may apply again
  }

  @ParameterizedTest
  @MethodSource("languages")
  void anOverdueBookIsFollowedUpAndBlocksUntilItIsBack(Locale language) {
    ReaderVisit reader = activated("NTCB", language);
    String card = reader.getsACard();
    reader.prints(card);
    LibrarianVisit desk = librarian("NTUT", language);
    desk.takesInHand(card);
    String barcode = shelved("NTUT", ALGORITHMS);
    desk.lends(ALGORITHMS, barcode);

    time.set(LocalDate.of(2026, 12, 16)); // lent for 21 days, until 12-14
    timePasses();
    LibrarianVisit home = librarian("NTCB", language);
    home.opensTheTaskOf(reader).sees("staff.overdue.closes-itself").reads(ALGORITHMS);
    reader.at("/me");
    reader.sees(
        "todo.OVERDUE_ON_CARD",
        ALGORITHMS,
        barcode,
        words(language).either("國立臺北科技大學", "National Taipei University of Technology"),
        words(language).either("2026-12-14（一）", "2026-12-14 (Mon)"),
        2);
    reader.at("/me/cards/new").sees("reason.overdue").sees("reason.overdue.next");

    desk.takesInHand(card);
    desk.takesBack(ALGORITHMS).sees("staff.desk.back.closed");
    home.hasNoTaskOf(reader);
    reader.seesOnCard(card, "card.state.RETURNED");
    reader.getsACard(); // and may apply again
  }

  @ParameterizedTest
  @MethodSource("languages")
  void anApplicationThatTheRulesCannotDecideIsDecidedByALibrarian(Locale language) {
    String school = words(language).either("NTCB", "CUTE");
    ReaderVisit reader = reader(school, 11, language); // whose library tells no expiry, no fines
    reader.asksForActivation();
    LibrarianVisit home = librarian(school, language);
    home.approvesTheRequestOf(reader);

    reader.applies().sees("apply.referred").sees("reason.unknown-expired");
    String application =
        reader.at("/me").sees("me.application").follow("me.application.open").path();
    reader.at("/me/cards/new").sees("apply.held.application");
    home.approvesTheRequestOf(reader);

    reader.at(application).sees("card.state.ISSUED").sees("timeline.REFERRED");
    String card = reader.at("/me").follow("me.card.open").path().replace("/me/cards/", "");
    reader.hasMail("mail.card-issued.subject", card);
    reader.prints(card);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aReaderWhomALibrarianImportedSignsInByMailAndBorrows(Locale language) {
    String account = words(language).either("lanyang701", "lanyang702");
    String name = words(language).either("王小明", "Wang Ming");
    LibrarianVisit home = librarian("LANYANG", language);
    home.importsReaders(
            "Reader number,Name,Expiry,E-mail\n%s,%s,203506,%s@mail.lanyang.example.org"
                .formatted(account, name, account))
        .sees("readers.taken", 1, 0, 0);

    ReaderVisit reader = new ReaderVisit(visitor(language), "LANYANG", account).signsInByLink();
    assertThat(reader.name()).isEqualTo(name);
    reader.at("/me").sees("me.listed");
    reader.asksForActivation();
    home.approvesTheRequestOf(reader).sees("staff.activation.approved", name);

    reader.applies().sees("apply.referred").sees("reason.unknown-overdueItems");
    reader.sees("reason.unknown-owesFine");
    home.approvesTheRequestOf(reader);
    String card = reader.at("/me").follow("me.card.open").path().replace("/me/cards/", "");
    reader.prints(card);

    LibrarianVisit desk = librarian("MKC", language);
    desk.takesInHand(card).reads(name);
    desk.lends(ALGORITHMS, "B-" + card);
    reader.seesOut(card, ALGORITHMS);
    desk.takesBack(ALGORITHMS).sees("staff.desk.back.done", ALGORITHMS);
  }
}
