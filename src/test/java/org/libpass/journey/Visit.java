package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.Cards;
import org.libpass.circulation.Desk;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Reconciliation;
import org.libpass.process.Timers;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.TestTime;
import org.libpass.web.layout.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

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
  @Autowired Reconciliation reconciliation;
  @Autowired MessageSource messages;
  @LocalServerPort int port;

  static Stream<Locale> languages() {
    return Stream.of(Languages.CHINESE, Languages.ENGLISH);
  }

  @AfterEach
  void cardsAndEngineAgree() {
    assertThat(reconciliation.check()).isEmpty();
    for (Card card : cards.waiting()) {
      card.loansOut()
          .forEach(
              loan ->
                  desk.takeBack(
                      loan.school(),
                      loan.barcode(),
                      Desk.Librarian.of("desk.test").withoutSystem()));
      cards.revoke(card.id(), "desk.test", "end of the test");
      applications.withdraw(card.id());
    }
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
