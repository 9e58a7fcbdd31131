package org.libpass.school;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on PostgreSQL: dates, times of the day and codes are bound and read alike. */
class DemoSchoolsOnPostgresTests extends DemoSchoolsTests {

  private static @Nullable EmbeddedPostgres postgres;

  @DynamicPropertySource
  static void usePostgres(DynamicPropertyRegistry registry) throws IOException {
    EmbeddedPostgres started = EmbeddedPostgres.start();
    postgres = started;
    registry.add("spring.datasource.url", () -> started.getJdbcUrl("postgres", "postgres"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }
}
