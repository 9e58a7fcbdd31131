package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.Cards;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Activations;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is decided about a reader, the home library's system is asked for the record first. */
@LibpassTest
@OnH2
class AskedBeforeDecisionsTests {

  private static final SchoolCode SCHOOL = new SchoolCode("CTCN");

  @Autowired People people;
  @Autowired Readers readers;
  @Autowired Activations activations;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Standin standins;
  @Autowired TaipeiClock clock;

  @Test
  void atEachSignInActivationApprovalAndApplication() {
    UUID reader = people.student(SCHOOL);
    String number = readers.get(reader).number();
    asked(reader, () -> people.signedIn(SCHOOL, Integer.parseInt(number.replaceAll("\\D", ""))));
    asked(reader, () -> people.submit(reader));
    UUID activation = people.activation(reader).id();
    assertThat(asked(reader, () -> activations.approve(activation, People.LIBRARIAN)))
        .isEqualTo(Activations.Approved.DONE);
    Answer answer = asked(reader, () -> applications.apply(reader));
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    cards.cancel(((Answer.Issued) answer).card().id());
  }

  @Test
  void whenALibrarianApprovesAReferredApplication() {
    UUID reader = people.activated(people.signedIn(SCHOOL, 11));
    UUID application = ((Answer.Referred) applications.apply(reader)).application();
    Answer answer =
        asked(reader, () -> applications.approve(application, reader, People.LIBRARIAN));
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    cards.cancel(application);
  }

  @Test
  void whatTheSystemSaysThenCountsNotWhatItSaidBefore() {
    UUID reader = people.activeStudent(SCHOOL);
    String item = "CTCN00050";
    standins.charge(SCHOOL, item, readers.get(reader).number(), clock.today().minusDays(1));
    try {
      assertThat(applications.apply(reader))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> assertThat(refused.reasons()).extracting("key").contains("overdue"));
    } finally {
      standins.discharge(SCHOOL, item);
    }
  }

  /** Decides a minute later, and makes sure that what is known of the reader is of that minute. */
  private <T> T asked(UUID reader, Supplier<T> decision) {
    clock.advance(Duration.ofMinutes(1));
    long before = standins.traffic(SCHOOL).requests("63");
    T answer = decision.get();
    assertThat(standins.traffic(SCHOOL).requests("63")).isGreaterThan(before);
    assertThat(readers.get(reader).homeRecord().askedAt()).isEqualTo(clock.instant());
    return answer;
  }
}
