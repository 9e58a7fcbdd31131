package org.libpass.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every day at nine in the morning in Taipei, on one node, readers are told of the dates that come
 * and of those that are over.
 *
 * <p>The round looks at the product's clock and at a note of what is done, not at an alarm: so it
 * is made up for when no node was there at nine, follows a demo's clock, and goes on through the
 * day for the schools whose systems were silent in the morning.
 */
@Component
class MorningRound {

  private static final Duration LEASE = Duration.ofMinutes(30);
  private static final int KEPT_DAYS = 2 * NoticeDays.EARLIEST;

  private final Reminders reminders;
  private final Told told;
  private final Lease lease;
  private final TaipeiClock clock;

  MorningRound(Reminders reminders, Told told, Lease lease, TaipeiClock clock) {
    this.reminders = reminders;
    this.told = told;
    this.lease = lease;
    this.clock = clock;
  }

  /** Does today's round, or goes on with it, unless it is too early, over, or another node's. */
  @Scheduled(
      initialDelayString = "${libpass.notices.every:1m}",
      fixedDelayString = "${libpass.notices.every:1m}")
  void goOn() {
    LocalDate today = clock.today();
    if (LocalTime.now(clock).isBefore(NoticeDays.MORNING) || told.isOver(today)) {
      return;
    }
    lease.runAlone("notices", LEASE, () -> round(today));
  }

  private void round(LocalDate today) {
    if (reminders.tell(today)) {
      told.forget(today.minusDays(KEPT_DAYS));
      told.over(today);
    }
  }
}
