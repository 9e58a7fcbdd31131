package org.libpass.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.libpass.testing.OnH2;

/** The benchmark's short form, with every count and limit that it checks and no time. */
@OnH2
class SweepTests extends SweepTime {

  @Override
  int homes() {
    return 4;
  }

  @Override
  int slots() {
    return 3;
  }

  @Override
  Duration responseTime(int place) {
    return Duration.ZERO;
  }

  @Override
  String kind() {
    return "short form";
  }

  @Override
  void over(Sweep sweep) {
    assertThat(sweep.table()).contains(sweep.name());
  }

  @Override
  void show(String report) {
    assertThat(report).contains("short form, 12 cards");
  }
}
