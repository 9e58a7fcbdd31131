package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.circulation.LoanDetection;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** It is the process file that takes unused cards back: without its timers nothing else does. */
@LibpassTest
@OnH2
class WithoutItsTimerTests {

  private static final SchoolCode HOME = new SchoolCode("TUST");

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired LoanDetection detection;
  @Autowired Timers timers;
  @Autowired TestTime time;
  @Autowired TaipeiClock clock;
  @Autowired RepositoryService repository;
  @Autowired Reconciliation reconciliation;

  private final List<String> deployments = new ArrayList<>();

  @AfterEach
  void endTheCardsAndTakeTheTextAway() {
    cards.waiting().forEach(card -> cards.revoke(card.id(), "librarian.test", "end of the test"));
    time.set(clock.instant().plus(Duration.ofMinutes(10)));
    detection.sweep();
    timers.fireDue();
    deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    assertThat(reconciliation.check()).isEmpty();
  }

  @Test
  void theShippedTextTakesUnusedCardsBack() {
    UUID issued = issued();
    UUID printed = printed();

    pastTheValidDays(issued);

    assertThat(state(issued)).isEqualTo(CardState.EXPIRED);
    assertThat(state(printed)).isEqualTo(CardState.EXPIRED);
  }

  @Test
  void withoutItsTimersCardsStayForEver() throws IOException {
    deployWithout("issuedDaysOver", "printedDaysOver");
    UUID issued = issued();
    UUID printed = printed();

    pastTheValidDays(issued);

    assertThat(state(issued)).isEqualTo(CardState.ISSUED);
    assertThat(state(printed)).isEqualTo(CardState.PRINTED);
  }

  @Test
  void eachTimerIsForItsOwnActivity() throws IOException {
    deployWithout("issuedDaysOver");
    UUID issued = issued();
    UUID printed = printed();

    pastTheValidDays(issued);

    assertThat(state(issued)).isEqualTo(CardState.ISSUED);
    assertThat(state(printed)).isEqualTo(CardState.EXPIRED);
  }

  private void deployWithout(String... timersByName) throws IOException {
    String file = "processes/card-lifecycle.bpmn20.xml";
    String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    for (String timer : timersByName) {
      text = Mutant.withoutBoundaryEvent(text, timer);
    }
    deployments.add(
        repository
            .createDeployment()
            .addString("card-lifecycle.bpmn20.xml", text)
            .deploy()
            .getId());
  }

  private UUID issued() {
    Answer answer = applications.apply(people.activeStudent(HOME));
    assertThat(answer).isInstanceOf(Answer.Issued.class);
    return ((Answer.Issued) answer).card().id();
  }

  private UUID printed() {
    UUID card = issued();
    assertThat(cards.print(card)).isTrue();
    return card;
  }

  private void pastTheValidDays(UUID card) {
    time.set(cards.get(card).validUntil().plusDays(1).atTime(0, 1));
    timers.fireDue();
  }

  private CardState state(UUID card) {
    return cards.get(card).state();
  }
}
