package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.school.SchoolCode;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** How the systems answered, as it survives a restart, on both databases. */
class HealthRecordsTests {

  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  @SpringBootTest(classes = JdbcHealthRecords.class, webEnvironment = WebEnvironment.NONE)
  abstract static class OnADatabase {

    @Autowired HealthRecords records;

    @Test
    void keepsAllOfIt() {
      SchoolCode school = new SchoolCode("NTUT");
      Instant now = TestTime.START;
      ConnectionHealth health =
          new ConnectionHealth(
              now.minusSeconds(60),
              now,
              ConnectionTrouble.OTHER_ANSWER,
              now.minusMillis(1234),
              now.plusSeconds(30),
              12,
              3456);
      assertThat(records.find(school)).isEmpty();
      records.keep(school, health);
      assertThat(records.find(school)).contains(health);
      records.keep(school, ConnectionHealth.NEVER_ASKED);
      assertThat(records.find(school)).contains(ConnectionHealth.NEVER_ASKED);
      assertThat(records.find(new SchoolCode("CUTE"))).isEmpty();
    }
  }

  @Nested
  @OnH2
  class OnOne extends OnADatabase {}

  @Nested
  @OnPostgres
  class OnTheOther extends OnADatabase {}
}
