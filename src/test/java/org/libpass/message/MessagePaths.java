package org.libpass.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardApplications;
import org.libpass.card.Cards;
import org.libpass.process.Inbox;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;

/** A message from one school to another, through the process and the database. */
@LibpassTest
abstract class MessagePaths {

  private static final SchoolCode HOME = new SchoolCode("CHIHLEE");
  private static final SchoolCode LENDER = new SchoolCode("UCH");
  private static final String AT_HOME = "librarian.chihlee";
  private static final String AT_LENDER = "librarian.uch";
  private static final String COLLEAGUE = "librarian2.chihlee";

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Messages messages;
  @Autowired Inbox inbox;

  private UUID card;

  @BeforeEach
  void applyForACard() {
    var answer = applications.apply(people.activeStudent(HOME));
    assertThat(answer).isInstanceOf(CardApplications.Answer.Issued.class);
    card = ((CardApplications.Answer.Issued) answer).card().id();
  }

  @AfterEach
  void leaveNothingThatWaits() {
    cards.cancel(card);
    for (SchoolCode school : List.of(HOME, LENDER)) {
      waiting(school).forEach(task -> messages.read(task.subject(), AT_HOME));
      assertThat(waiting(school)).isEmpty();
    }
  }

  @Test
  void sentAndRead() {
    UUID id = messages.send(LENDER, HOME, card, "B-100", " 這本有人在等。\n", AT_LENDER);

    assertThat(waiting(HOME)).extracting(Inbox.Task::subject).containsExactly(id);
    assertThat(waiting(LENDER)).isEmpty();
    assertThat(messages.get(id).text()).isEqualTo("這本有人在等。");

    assertThat(messages.read(id, AT_HOME)).isTrue();

    assertThat(waiting(HOME)).isEmpty();
    assertThat(messages.get(id).doneBy()).isEqualTo(AT_HOME);
    assertThat(messages.about(card, HOME)).hasSize(1);
  }

  @Test
  void anAnswerIsAMessageTheOtherWay() {
    UUID id = messages.send(LENDER, HOME, card, null, "請聯絡讀者。", AT_LENDER);

    assertThat(messages.answer(id, AT_HOME, "已經打過電話。")).isTrue();

    assertThat(waiting(HOME)).isEmpty();
    assertThat(waiting(LENDER)).hasSize(1);
    Message answer = messages.get(waiting(LENDER).get(0).subject());
    assertThat(answer.answers()).isEqualTo(id);
    assertThat(answer.from()).isEqualTo(HOME);
    assertThat(answer.text()).isEqualTo("已經打過電話。");
    assertThat(messages.about(card, LENDER)).extracting(Message::id).contains(id, answer.id());
  }

  @Test
  void ofTwoLibrariansOneIsDoneWithIt() {
    UUID id = messages.send(LENDER, HOME, card, null, "請聯絡讀者。", AT_LENDER);

    assertThat(messages.read(id, AT_HOME)).isTrue();

    assertThat(messages.read(id, COLLEAGUE)).isFalse();
    assertThat(messages.answer(id, COLLEAGUE, "晚了一步。")).isFalse();
    assertThat(waiting(LENDER)).as("no answer is sent").isEmpty();
    assertThat(messages.get(id).doneBy()).isEqualTo(AT_HOME);
  }

  @Test
  void nonsenseIsRefusedAndSendsNothing() {
    assertThatThrownBy(() -> messages.send(LENDER, HOME, card, null, " \n", AT_LENDER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> messages.send(LENDER, HOME, card, null, "長".repeat(1001), AT_LENDER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> messages.send(HOME, HOME, card, null, "給自己", AT_HOME))
        .isInstanceOf(IllegalArgumentException.class);
    UUID id = messages.send(LENDER, HOME, card, null, "長".repeat(1000), AT_LENDER);
    assertThatThrownBy(() -> messages.answer(id, AT_HOME, ""))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(waiting(HOME)).extracting(Inbox.Task::subject).containsExactly(id);
    assertThat(messages.get(id).toString()).doesNotContain("長");
  }

  private List<Inbox.Task> waiting(SchoolCode school) {
    return inbox.open(school).stream().filter(it -> it.kind() == Inbox.Kind.MESSAGE).toList();
  }
}
