package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.TestTime;

/** When a school's system is left alone, and what is remembered of it. */
class LineHealthTests {

  final TaipeiClock clock = new TestTime().clock();
  final KeptHealth records = new KeptHealth();
  final LineHealth health = new LineHealth(Dialects.SCHOOL, clock, records);

  @Test
  void threeFailuresInARowBeginARest() {
    fail(Problem.TIMEOUT);
    fail(Problem.CLOSED);
    assertThat(health.now().restingUntil()).isNull();
    fail(Problem.TIMEOUT);
    assertRests();
    assertThat(rest()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    assertThat(health.now().failingSince()).isEqualTo(TestTime.START);
    assertThat(health.now().trouble()).isEqualTo(ConnectionTrouble.SILENT);
  }

  @Test
  void anAnswerInBetweenForgivesThem() throws Exception {
    for (int time = 0; time < 5; time++) {
      fail(Problem.TIMEOUT);
      fail(Problem.TIMEOUT);
      answer();
    }
    assertThat(health.now().failingSince()).isNull();
    assertThat(health.now().lastGood()).isEqualTo(TestTime.START);
    assertThat(health.now().trouble()).isEqualTo(ConnectionTrouble.SILENT);
  }

  @Test
  void afterTheRestOneQuestionIsTried() throws Exception {
    failUntilItRests();
    awaitEndOfRest();
    answer(
        () -> {
          assertRests(); // nobody else, until the trial is over
          return "";
        });
    assertThat(health.now().restingUntil()).isNull();
    answer();
  }

  @Test
  void whoAsksDuringTheTrialWaitsForItsEnd() throws Exception {
    failUntilItRests();
    awaitEndOfRest();
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    FutureTask<String> trial =
        new FutureTask<>(
            () ->
                health.guarded(
                    () -> {
                      underWay.countDown();
                      await(answered);
                      return "first";
                    }));
    FutureTask<String> other = new FutureTask<>(() -> health.guarded(() -> "second"));
    new Thread(trial).start();
    underWay.await();
    Thread waiting = new Thread(other);
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING && !other.isDone()) {
      Thread.onSpinWait();
    }
    assertThat(other.isDone()).isFalse();

    answered.countDown();

    assertThat(trial.get()).isEqualTo("first");
    assertThat(other.get()).isEqualTo("second");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void thatAllConnectionsAreInUseSaysNothingOfTheSystem() {
    fail(Problem.BUSY);

    assertThat(health.now().lastGood()).isNull();
    assertThat(health.now().failingSince()).isNull();
  }

  @Test
  void eachTrialInVainLetsItRestLongerUpToHalfAMinute() {
    failUntilItRests();
    Duration longest = Duration.ZERO;
    for (int trial = 1; trial < 40; trial++) {
      awaitEndOfRest();
      fail(Problem.CONNECT);
      long expected = Math.min(1000L << Math.min(trial, 10), 20_000);
      assertThat(rest()).isBetween(Duration.ofMillis(expected / 2), Duration.ofSeconds(30));
      longest = rest().compareTo(longest) > 0 ? rest() : longest;
    }
    // By chance more or less: never to see more than the middle in 40 times is as good as certain.
    assertThat(longest).isGreaterThan(Duration.ofSeconds(20));
    assertThat(health.now().failingSince()).isEqualTo(TestTime.START);
  }

  @ParameterizedTest
  @EnumSource
  void onlyFailuresToGetAnAnswerCount(Problem problem) throws Exception {
    boolean answered = problem.trouble() == null;
    for (int time = 0; time < 3; time++) {
      fail(problem);
    }
    if (answered) {
      assertThat(health.now().lastError()).isNull();
      answer();
    } else {
      assertRests();
    }
    assertThat(answered)
        .isEqualTo(
            problem == Problem.NOT_VALID
                || problem == Problem.UNSAID
                || problem == Problem.BUSY
                || problem == Problem.RESTING);
  }

  @Test
  void whatCouldNotBeSentIsNeither() throws Exception {
    failUntilItRests();
    awaitEndOfRest();
    assertThatThrownBy(
            () ->
                health.guarded(
                    () -> {
                      throw new NotSendable("AB", "end of field");
                    }))
        .isInstanceOf(NotSendable.class);
    assertThat(health.now().failingSince()).isNotNull();
    answer(); // the trial was not used up
  }

  @Test
  void whoeverHasSeenItAnswerEndsTheRest() throws Exception {
    failUntilItRests();
    health.heal();
    assertThat(health.now().restingUntil()).isNull();
    fail(Problem.TIMEOUT);
    answer();
  }

  @Test
  void everyChangeIsKeptAndElseOneAMinute() throws Exception {
    answer();
    for (int second = 0; second < 59; second++) {
      clock.advance(Duration.ofSeconds(1));
      answer();
    }
    assertThat(records.kept).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    answer();
    assertThat(records.kept).hasSize(2);
    fail(Problem.CHARSET);
    assertThat(records.kept).hasSize(3);
    fail(Problem.CHARSET);
    assertThat(records.kept).hasSize(3);
    fail(Problem.CHARSET);
    assertThat(records.kept).hasSize(4);
    health.heal();
    assertThat(records.kept).hasSize(5);
  }

  @Test
  void whatWasKeptIsTheBeginningAfterARestart() throws Exception {
    answer();
    fail(Problem.TIMEOUT);
    clock.advance(Duration.ofDays(1));
    LineHealth restarted = new LineHealth(Dialects.SCHOOL, clock, records);
    assertThat(restarted.now().failingSince()).isEqualTo(TestTime.START);
    assertThatThrownBy(() -> restarted.guarded(() -> raise(Problem.TIMEOUT)))
        .isInstanceOf(Sip2Exception.class);
    assertThat(restarted.now().failingSince()).isEqualTo(TestTime.START);
    assertThat(restarted.now().lastGood()).isEqualTo(TestTime.START);
    assertThat(restarted.now().lastError()).isEqualTo(clock.instant());
  }

  @Test
  void theLastHundredResponseTimesCount() throws Exception {
    answer();
    assertThat(health.now().medianMillis()).isNull();
    took(9_000);
    for (int millis = 1; millis <= 100; millis++) {
      took(millis);
    }
    answer();
    assertThat(health.now().medianMillis()).isEqualTo(50);
    assertThat(health.now().slowestMillis()).isEqualTo(100);
  }

  @Test
  void tellsWhenItWasAskedLast() {
    Instant early = TestTime.START;
    Instant late = early.plusSeconds(1);
    assertThat(ConnectionHealth.NEVER_ASKED.lastAsked()).isNull();
    assertThat(asked(early, null).lastAsked()).isEqualTo(early);
    assertThat(asked(null, early).lastAsked()).isEqualTo(early);
    assertThat(asked(late, early).lastAsked()).isEqualTo(late);
    assertThat(asked(early, late).lastAsked()).isEqualTo(late);
  }

  private static ConnectionHealth asked(Instant good, Instant error) {
    return new ConnectionHealth(good, error, null, null, null, null, null);
  }

  private void took(long millis) {
    health.took(Duration.ofMillis(millis).toNanos());
  }

  private void answer() throws Exception {
    answer(() -> "");
  }

  private void answer(LineHealth.Attempt<String> attempt) throws Exception {
    assertThat(health.guarded(attempt)).isEmpty();
  }

  private void fail(Problem problem) {
    assertThatThrownBy(() -> health.guarded(() -> raise(problem)))
        .isInstanceOfSatisfying(
            Sip2Exception.class, failed -> assertThat(failed.problem()).isEqualTo(problem));
  }

  private static String raise(Problem problem) throws Sip2Exception {
    throw new Sip2Exception(problem, "as the test wants it");
  }

  private void failUntilItRests() {
    for (int time = 0; time < 3; time++) {
      fail(Problem.TIMEOUT);
    }
    assertRests();
  }

  private void assertRests() {
    assertThatThrownBy(() -> health.guarded(() -> "asked"))
        .isInstanceOfSatisfying(
            Sip2Exception.class, failed -> assertThat(failed.problem()).isEqualTo(Problem.RESTING));
  }

  private Duration rest() {
    return Duration.between(clock.instant(), Objects.requireNonNull(health.now().restingUntil()));
  }

  private void awaitEndOfRest() {
    clock.advance(rest().plusMillis(1));
  }
}
