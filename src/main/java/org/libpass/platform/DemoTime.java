package org.libpass.platform;

import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the demo has moved its clock ahead: kept, so that a restart doesn't take days back. */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
public class DemoTime {

  private final JdbcClient jdbc;

  DemoTime(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The offset that was kept last, zero on a new database. */
  Duration offset() {
    return jdbc.sql("select seconds_ahead from demo_time")
        .query(Long.class)
        .optional()
        .map(Duration::ofSeconds)
        .orElse(Duration.ZERO);
  }

  /**
   * Moves the clock forward and keeps the new offset.
   *
   * @param step how far, not negative
   */
  public void advance(TaipeiClock clock, Duration step) {
    clock.advance(step);
    int kept =
        jdbc.sql("update demo_time set seconds_ahead = :seconds")
            .param("seconds", clock.offset().toSeconds())
            .update();
    if (kept == 0) {
      jdbc.sql("insert into demo_time (seconds_ahead) values (:seconds)")
          .param("seconds", clock.offset().toSeconds())
          .update();
    }
  }
}
