package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.testing.Databases;
import org.libpass.testing.Databases.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What was decided before there were versions")
class KeptBeforeVersionsTest {

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("H2", Databases.h2()), Arguments.of("PostgreSQL", Databases.postgres()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void namesTheVersionsThatItsTextsHaveBecome(String kind, Database database) {
    migrate(database, "13");
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    texts(jdbc, "a".repeat(64), "alliance", "// first", null, 1);
    texts(jdbc, "b".repeat(64), "NTUT", "// first", "// ours", 2);
    texts(jdbc, "c".repeat(64), "NTUT", "// second", "// ours", 3);
    texts(jdbc, "d".repeat(64), "NTUT", "// second", "// ours, new", 4);
    UUID byAlliance = decision(jdbc, "a".repeat(64));
    UUID bySchool = decision(jdbc, "c".repeat(64));
    UUID latest = decision(jdbc, "d".repeat(64));

    migrate(database, "14");

    assertThat(versions(jdbc, byAlliance)).isEqualTo("1 null");
    assertThat(versions(jdbc, bySchool)).isEqualTo("2 1");
    assertThat(versions(jdbc, latest)).isEqualTo("2 2");
    RuleVersions versions = new RuleVersions(jdbc, JsonMapper.builder().build());
    assertThat(versions.of(RuleOwner.ALLIANCE))
        .extracting(version -> version.texts().rules())
        .containsExactly("// second", "// first");
    assertThat(versions.of(new RuleOwner("NTUT")).get(0).report().flagged()).isEmpty();
  }

  private static void migrate(Database database, String to) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .target(to)
        .load()
        .migrate();
  }

  private static void texts(
      JdbcClient jdbc, String hash, String school, String alliance, @Nullable String own, int day) {
    jdbc.sql(
            "insert into rules_text (hash, school, alliance_body, school_body, first_seen) values"
                + " (?, ?, ?, ?, timestamp with time zone '2026-11-0"
                + day
                + " 08:00:00+08:00')")
        .params(hash, school, alliance, own)
        .update();
  }

  private static UUID decision(JdbcClient jdbc, String hash) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into decision (id, made_at, school, question, subject_kind, subject, outcome,"
                + " inputs, reasons, limits, rules_hash) values (?, current_timestamp, 'NTUT',"
                + " 'Application', 'card', ?, 'GRANTED', '{}', '[]', '{}', ?)")
        .params(id, id, hash)
        .update();
    return id;
  }

  private static String versions(JdbcClient jdbc, UUID decision) {
    return jdbc.sql("select alliance_version, school_version from decision where id = ?")
        .param(decision)
        .query((row, number) -> row.getObject(1) + " " + row.getObject(2))
        .single();
  }
}
