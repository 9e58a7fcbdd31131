package org.libpass.ils.sip2;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/**
 * Keeps account of how a school's system answers, and lets it rest after failures in a row: first
 * for about a second, then for longer and longer, up to half a minute, by chance a bit more or less
 * so that nodes don't come back together. After a rest one question is tried; its answer ends the
 * resting or begins a longer one.
 */
final class LineHealth {

  private static final int FAILURES = 3;
  private static final Duration FIRST_REST = Duration.ofSeconds(1);

  /** With half of it added at most it is thirty seconds. */
  private static final Duration LAST_REST = Duration.ofSeconds(20);

  private static final Duration UNWRITTEN = Duration.ofMinutes(1);

  private final SchoolCode school;
  private final TaipeiClock clock;
  private final HealthRecords records;
  private final CircuitBreaker breaker;
  private final ResponseTimes times = new ResponseTimes();
  private final IntervalFunction backoff =
      IntervalFunction.ofExponentialBackoff(FIRST_REST, 2, LAST_REST);
  private final Lock trial = new ReentrantLock(true);
  private ConnectionHealth health;
  private volatile Instant restUntil = Instant.MIN;
  private @Nullable Instant writtenAt;

  /** Something that asks the system. */
  interface Attempt<T> {
    T run() throws Sip2Exception, NotSendable;
  }

  LineHealth(SchoolCode school, TaipeiClock clock, HealthRecords records) {
    this.school = school;
    this.clock = clock;
    this.records = records;
    this.health = records.find(school).orElse(ConnectionHealth.NEVER_ASKED);
    this.breaker =
        CircuitBreaker.of(
            school.value(),
            CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(this::rest)
                .clock(clock)
                .build());
  }

  private long rest(int inARow) {
    long millis = (long) (backoff.apply(inARow) * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
    restUntil = clock.instant().plusMillis(millis);
    return millis;
  }

  /**
   * Runs it unless the system rests, and takes note of what came of it. While one question is tried
   * after a rest, the others wait to see how it ends.
   *
   * @throws Sip2Exception with {@link Problem#RESTING} if it was not run
   */
  <T> T guarded(Attempt<T> attempt) throws Sip2Exception, NotSendable {
    if (breaker.getState() == State.CLOSED) {
      return noted(attempt);
    }
    trial.lock();
    try {
      if (breaker.getState() != State.CLOSED) {
        return noted(attempt);
      }
    } finally {
      trial.unlock();
    }
    return noted(attempt);
  }

  private <T> T noted(Attempt<T> attempt) throws Sip2Exception, NotSendable {
    if (!breaker.tryAcquirePermission()) {
      throw new Sip2Exception(Problem.RESTING, "is not asked for a while after failures in a row");
    }
    boolean noted = false;
    try {
      T answer = attempt.run();
      noted = true;
      answered();
      return answer;
    } catch (Sip2Exception failure) {
      ConnectionTrouble trouble = failure.problem().trouble();
      noted = trouble != null || failure.problem().isAnswer();
      if (trouble != null) {
        failed(trouble);
      } else if (noted) {
        answered();
      }
      throw failure;
    } finally {
      if (!noted) {
        breaker.releasePermission();
      }
    }
  }

  /** Takes note of how long an answer took. */
  synchronized void took(long nanos) {
    times.add(nanos);
  }

  /** Ends the resting, because somebody has seen it answer. */
  void heal() {
    breaker.reset();
    answered();
  }

  /** How it answers, as far as this node knows. */
  synchronized ConnectionHealth now() {
    return health;
  }

  private void answered() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    note(before -> health(clock.instant(), before.lastError(), before.trouble(), null, null));
  }

  private void failed(ConnectionTrouble trouble) {
    breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(trouble.name()));
    seenFailing(trouble);
  }

  /** Takes note of a failure that somebody has come to see; it makes no rest and ends none. */
  void seenFailing(ConnectionTrouble trouble) {
    Instant at = clock.instant();
    Instant rest = breaker.getState() == State.OPEN ? restUntil : null;
    note(
        before ->
            health(
                before.lastGood(),
                at,
                trouble,
                before.failingSince() == null ? at : before.failingSince(),
                rest));
  }

  private ConnectionHealth health(
      @Nullable Instant lastGood,
      @Nullable Instant lastError,
      @Nullable ConnectionTrouble trouble,
      @Nullable Instant failingSince,
      @Nullable Instant restingUntil) {
    boolean asked = !times.isEmpty();
    return new ConnectionHealth(
        lastGood,
        lastError,
        trouble,
        failingSince,
        restingUntil,
        asked ? Integer.valueOf(times.median()) : health.medianMillis(),
        asked ? Integer.valueOf(times.slowest()) : health.slowestMillis());
  }

  /** Every change of state is kept, and else what a minute has brought. */
  private void note(UnaryOperator<ConnectionHealth> change) {
    ConnectionHealth now;
    synchronized (this) {
      ConnectionHealth before = health;
      now = change.apply(before);
      health = now;
      boolean changed =
          (before.failingSince() == null) != (now.failingSince() == null)
              || !Objects.equals(before.restingUntil(), now.restingUntil());
      if (!changed && wasJustWritten()) {
        return;
      }
      writtenAt = clock.instant();
    }
    records.keep(school, now);
  }

  private boolean wasJustWritten() {
    Instant now = clock.instant();
    return writtenAt != null && !now.isBefore(writtenAt) && now.isBefore(writtenAt.plus(UNWRITTEN));
  }
}
