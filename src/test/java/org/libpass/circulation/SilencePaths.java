package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.ils.StandinFault;
import org.libpass.process.Inbox;
import org.springframework.beans.factory.annotation.Autowired;

/** When librarians are asked to see to their own library system, and when that is over. */
abstract class SilencePaths extends CirculationPaths {

  @Autowired Silences silences;

  /** Before the parent's, which expects that nothing waits any more. */
  @AfterEach
  void theLenderAnswersAgain() {
    standin.setFault(LENDER, StandinFault.NONE);
    sweep();
    silences.review();
  }

  @Test
  void aDayOfSilenceIsOneTaskForTheSchoolItself() {
    printedCard();
    fallSilent();
    silences.review();
    assertThat(tasks()).as("not before a day is over").isEmpty();

    later(Duration.ofHours(23));
    detection.sweep();
    silences.review();
    assertThat(tasks()).as("still within the day").isEmpty();
    later(Duration.ofHours(1));
    detection.sweep();
    silences.review();
    silences.review();

    assertThat(tasks()).hasSize(1);
    assertThat(silences.get(tasks().get(0).subject()).school()).isEqualTo(LENDER);
    assertThat(inbox.open(HOME)).noneMatch(task -> task.kind() == Inbox.Kind.CONNECTION);
  }

  @Test
  void theNextGoodAnswerEndsIt() {
    printedCard();
    silentForADay();
    assertThat(tasks()).hasSize(1);
    standin.setFault(LENDER, StandinFault.NONE);

    sweep();
    silences.review();

    assertThat(tasks()).isEmpty();
  }

  @Test
  void noiseIsNoAnswer() {
    printedCard();
    silentForADay();
    standin.setFault(LENDER, StandinFault.GARBLED);

    sweep();
    silences.review();

    assertThat(tasks()).hasSize(1);
  }

  @Test
  void aCheckAsksAtOnce() {
    printedCard();
    silentForADay();
    UUID silence = tasks().get(0).subject();

    later(Duration.ofMinutes(1));
    assertThat(silences.check(silence)).isFalse();
    assertThat(tasks()).hasSize(1);

    standin.setFault(LENDER, StandinFault.NONE);
    later(Duration.ofMinutes(1));
    assertThat(silences.check(silence)).isTrue();
    assertThat(tasks()).isEmpty();
    assertThat(silences.check(silence)).as("a second click").isTrue();
  }

  @Test
  void aSystemThatNobodyAsksIsNotSilent() {
    printedCard();
    fallSilent();

    later(Duration.ofDays(3));
    silences.review();

    assertThat(tasks()).isEmpty();
  }

  private void fallSilent() {
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    sweep();
  }

  private void silentForADay() {
    fallSilent();
    later(Duration.ofDays(1));
    detection.sweep();
    silences.review();
  }

  private List<Inbox.Task> tasks() {
    return inbox.open(LENDER).stream()
        .filter(task -> task.kind() == Inbox.Kind.CONNECTION)
        .toList();
  }
}
