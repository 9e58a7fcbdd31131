package org.libpass.benchmark;

import java.time.Duration;

/**
 * All 39 schools with 50 open cards each. Most library systems are fast and three are not, so that
 * it is their time that is measured and not this machine's.
 */
abstract class WholeSweep extends SweepTime {

  @Override
  int homes() {
    return 39;
  }

  @Override
  int slots() {
    return 50;
  }

  @Override
  Duration responseTime(int place) {
    boolean slow = place % 13 == 0;
    return Duration.ofMillis(slow ? 20 + 10 * (place / 13) : 2 + place % 4);
  }

  @Override
  void over(Sweep sweep) {
    System.out.print(sweep.table());
  }

  @Override
  void show(String report) {
    System.out.print(report);
  }
}
