package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Reconciliation;
import org.libpass.process.Timers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.libpass.web.layout.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product behind a port of this machine, and people who come to visit it. */
@LibpassTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
abstract class Visit {

  /** No two visits are by the same reader, even if they end badly. */
  private static final AtomicInteger STUDENTS = new AtomicInteger(1500);

  @Autowired TestTime time;
  @Autowired TaipeiClock clock;
  @Autowired Timers timers;
  @Autowired Cards cards;
  @Autowired CardApplications applications;
  @Autowired Desk desk;
  @Autowired Standin standin;
  @Autowired People people;
  @Autowired Reconciliation reconciliation;
  @Autowired MessageSource messages;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  static Stream<Locale> languages() {
    return Stream.of(Languages.CHINESE, Languages.ENGLISH);
  }

  /** The demo's mailbox shows the newest: those of earlier visits may be of a later time. */
  @BeforeEach
  void emptyTheMailbox() {
    jdbc.sql("delete from mail").update();
  }

  @AfterEach
  void cardsAndEngineAgree() {
    assertThat(reconciliation.check()).isEmpty();
    for (Card card : cards.waiting()) {
      for (Loan loan : card.loansOut()) {
        standin.discharge(loan.school(), loan.barcode());
        desk.takeBack(
            loan.school(), loan.barcode(), Desk.Librarian.of("desk.test").withoutSystem());
      }
      cards.revoke(card.id(), "desk.test", "end of the test");
      applications.withdraw(card.id());
    }
  }

  /** The barcode of a book of that title that stands on a school's shelf. */
  String shelved(String school, String title) {
    return standin.items(new SchoolCode(school)).stream()
        .filter(item -> item.title().equals(title))
        .filter(item -> item.status() == StandinItem.Status.AVAILABLE && item.heldFor() == null)
        .findFirst()
        .orElseThrow()
        .barcode();
  }

  /** A printed card of a new student of that school. */
  Card printedCard(SchoolCode home) {
    UUID reader = people.activeStudent(home);
    assertThat(applications.apply(reader)).isInstanceOf(CardApplications.Answer.Issued.class);
    Card card = cards.ofReader(reader).get(0);
    cards.print(card.id());
    return cards.get(card.id());
  }

  /** Signs a member of staff in with a browser. */
  void signIn(Page page, String username, Locale language) {
    page.navigate(site() + "/staff/sign-in?lang=" + language.toLanguageTag());
    page.locator("#username").fill(username);
    page.locator("#password").fill("demo");
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  URI site() {
    return URI.create("http://localhost:" + port);
  }

  Words words(Locale language) {
    return new Words(messages, language);
  }

  /** Somebody who does one thing a second. */
  Visitor visitor(Locale language) {
    return new Visitor(site(), words(language), () -> clock.advance(Duration.ofSeconds(1)));
  }

  /** A student of a school whom nobody has seen before, signed in. */
  ReaderVisit student(String school, Locale language) {
    return reader(school, STUDENTS.getAndIncrement(), language);
  }

  /** A reader of the demo, such as 11 for {@code ntut011}, signed in. */
  ReaderVisit reader(String school, int number, Locale language) {
    String account = "%s%03d".formatted(school.toLowerCase(Locale.ROOT), number);
    return new ReaderVisit(visitor(language), school, account).signsIn();
  }

  /** A student of a school who has been activated, by a librarian where needed. */
  ReaderVisit activated(String school, Locale language) {
    ReaderVisit reader = student(school, language);
    reader.asksForActivation();
    librarian(school, language).approvesTheRequestOf(reader);
    return reader;
  }

  /** A librarian of a school, signed in. */
  LibrarianVisit librarian(String school, Locale language) {
    return staff("librarian." + school.toLowerCase(Locale.ROOT), language);
  }

  LibrarianVisit staff(String username, Locale language) {
    return new LibrarianVisit(visitor(language), username).signsIn();
  }

  /** Lets what is due by now happen. */
  void timePasses() {
    timers.fireDue();
  }
}
