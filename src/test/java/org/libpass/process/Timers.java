package org.libpass.process;

import java.util.Date;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.libpass.platform.TaipeiClock;

/** Fires the engine's due timers in a test, in the order in which they are due. */
public final class Timers {

  private final ManagementService management;
  private final TaipeiClock clock;

  public Timers(ManagementService management, TaipeiClock clock) {
    this.management = management;
    this.clock = clock;
  }

  /**
   * Fires every timer that is due by the clock, and those that become due by it.
   *
   * @return how many
   */
  public int fireDue() {
    int fired = 0;
    List<Job> due = due();
    while (!due.isEmpty()) {
      for (Job timer : due) {
        // An earlier one of them may have ended what this one waits on.
        if (management.createTimerJobQuery().jobId(timer.getId()).count() == 1) {
          management.moveTimerToExecutableJob(timer.getId());
          management.executeJob(timer.getId());
          fired++;
        }
      }
      due = due();
    }
    return fired;
  }

  private List<Job> due() {
    return management
        .createTimerJobQuery()
        .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
        .orderByJobDuedate()
        .asc()
        .list();
  }
}
