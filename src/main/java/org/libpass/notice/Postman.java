package org.libpass.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, on one node at a time.
 *
 * <p>A mail server that is down delays mails and loses none: each is tried again after 1, 2, 4 …
 * minutes, then every hour, for a week. An attempt is counted before it is made and its result kept
 * after it, each at once and for itself, so a node that is killed costs at most one mail sent
 * twice, with the same Message-ID.
 */
@Component
class Postman {

  static final int BATCH = 50;
  static final Duration PATIENCE = Duration.ofDays(7);
  private static final int LONGEST_PAUSE_MINUTES = 60;

  /**
   * In real time. A mail that hangs may take a minute beyond the round, and the lease outlasts it.
   */
  private static final Duration ROUND = Duration.ofMinutes(2);

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Logger log = LoggerFactory.getLogger(Postman.class);

  private final Outbox outbox;
  private final MailCarrier carrier;
  private final Lease lease;
  private final TaipeiClock clock;

  Postman(Outbox outbox, MailCarrier carrier, Lease lease, TaipeiClock clock) {
    this.outbox = outbox;
    this.carrier = carrier;
    this.lease = lease;
    this.clock = clock;
  }

  /** Tries the mails that are due, at most a batch; does nothing while another node does so. */
  @Scheduled(
      initialDelayString = "${libpass.mail.interval:10s}",
      fixedDelayString = "${libpass.mail.interval:10s}")
  void deliver() {
    // Looking costs less than the lease, which is two writes.
    if (outbox.anyDue(clock.instant())) {
      lease.runAlone("mail", LEASE, this::round);
    }
  }

  private void round() {
    long began = System.nanoTime();
    List<Letter> due = outbox.due(clock.instant(), BATCH);
    for (Letter letter : due) {
      if (System.nanoTime() - began > ROUND.toNanos()) {
        return;
      }
      attempt(letter);
    }
  }

  private void attempt(Letter letter) {
    Instant now = clock.instant();
    if (!outbox.begin(letter, now.plus(pauseAfter(letter.attempts() + 1)))) {
      return;
    }
    try {
      carrier.carry(letter);
    } catch (Exception notTaken) {
      fail(letter, now, notTaken);
      return;
    }
    outbox.sent(letter.id(), clock.instant());
  }

  private void fail(Letter letter, Instant now, Exception why) {
    boolean patient = now.isBefore(letter.createdAt().plus(PATIENCE));
    Mail.State state = patient ? Mail.State.WAITING : Mail.State.GIVEN_UP;
    String error = MailErrors.describe(why, letter.recipient());
    outbox.failed(letter.id(), state, error);
    log.warn("Mail {} not sent, now {}: {}", letter.id(), state, error);
  }

  /**
   * @param attempts how many were made, from 1
   */
  static Duration pauseAfter(int attempts) {
    int doublings = Math.min(attempts - 1, 6);
    return Duration.ofMinutes(Math.min(1 << doublings, LONGEST_PAUSE_MINUTES));
  }
}
