package org.libpass.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libpass.card.CardApplications.Answer;
import org.libpass.circulation.LoanDetection;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Reconciliation;
import org.libpass.process.Timers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** A school never has more open cards than its quota, nor a reader than one. */
@LibpassTest
@Timeout(300)
abstract class QuotaUnderLoad {

  private static final SchoolCode HOME = new SchoolCode("DAHAN");
  private static final int QUOTA = 50;
  private static final int SLOTS = 60;
  private static final int CROWD = 200;
  private static final int CLICKS = 20;

  @Autowired People people;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired Slots slots;
  @Autowired LoanDetection detection;
  @Autowired Timers timers;
  @Autowired TestTime time;
  @Autowired TaipeiClock clock;
  @Autowired Reconciliation reconciliation;

  @AfterEach
  void endTheCards() {
    assertThat(reconciliation.check()).isEmpty();
    cards.waiting().forEach(card -> cards.cancel(card.id()));
    time.set(clock.instant().plus(Duration.ofMinutes(10)));
    detection.sweep();
    timers.fireDue();
    assertThat(slots.standing(HOME)).isEqualTo(new Slots.Standing(0, SLOTS));
  }

  @Test
  void aCrowdGetsTheQuotaAndNoCardMore() throws Exception {
    List<UUID> readers = atOnce(8, Collections.nCopies(CROWD, () -> people.activeStudent(HOME)));

    List<Answer> answers = atOnce(CROWD, readers.stream().map(this::application).toList());

    List<Card> issued = issued(answers);
    assertThat(issued).hasSize(QUOTA);
    assertThat(issued).extracting(Card::slot).doesNotHaveDuplicates();
    assertThat(issued).extracting(Card::number).doesNotHaveDuplicates();
    assertThat(issued).extracting(Card::reader).doesNotHaveDuplicates();
    assertThat(refusals(answers)).hasSize(CROWD - QUOTA).containsOnly(List.of("quota-full"));
    assertThat(slots.standing(HOME)).isEqualTo(new Slots.Standing(QUOTA, SLOTS - QUOTA));
  }

  @Test
  void oneReaderWhoClicksAgainAndAgainGetsOneCard() throws Exception {
    UUID reader = people.activeStudent(HOME);

    List<Answer> answers = atOnce(CLICKS, Collections.nCopies(CLICKS, application(reader)));

    assertThat(issued(answers)).hasSize(1);
    assertThat(refusals(answers)).hasSize(CLICKS - 1).containsOnly(List.of("already-holds"));
    assertThat(cards.ofReader(reader)).hasSize(1);
    assertThat(slots.standing(HOME)).isEqualTo(new Slots.Standing(1, SLOTS - 1));
  }

  private Callable<Answer> application(UUID reader) {
    return () -> applications.apply(reader);
  }

  /** Does it all from so many threads, which start together. */
  private static <T> List<T> atOnce(int threads, List<Callable<T>> all) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<T>> answers = new ArrayList<>();
      for (Callable<T> one : all) {
        answers.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return one.call();
                }));
      }
      List<T> found = new ArrayList<>();
      for (Future<T> answer : answers) {
        found.add(answer.get());
      }
      return found;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Card> issued(List<Answer> answers) {
    return only(Answer.Issued.class, answers).map(Answer.Issued::card).toList();
  }

  private static List<List<String>> refusals(List<Answer> answers) {
    return only(Answer.Refused.class, answers)
        .map(refused -> refused.reasons().stream().map(reason -> reason.key()).toList())
        .toList();
  }

  private static <T> Stream<T> only(Class<T> kind, List<Answer> answers) {
    return answers.stream().filter(kind::isInstance).map(kind::cast);
  }
}
