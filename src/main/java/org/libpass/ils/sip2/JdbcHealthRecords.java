package org.libpass.ils.sip2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.school.SchoolCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row per school, in which the node that writes last is right. */
@Component
class JdbcHealthRecords implements HealthRecords {

  private static final String UPDATE =
      """
      update library_system set last_good = :lastGood, last_error = :lastError, trouble = :trouble,
        failing_since = :failingSince, resting_until = :restingUntil,
        median_millis = :median, slowest_millis = :slowest
      where school = :school
      """;
  private static final String INSERT =
      """
      insert into library_system (school, last_good, last_error, trouble, failing_since,
        resting_until, median_millis, slowest_millis)
      values (:school, :lastGood, :lastError, :trouble, :failingSince, :restingUntil, :median,
        :slowest)
      """;

  private final JdbcClient jdbc;

  JdbcHealthRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ConnectionHealth> find(SchoolCode school) {
    return jdbc.sql("select * from library_system where school = :school")
        .param("school", school.value())
        .query((row, at) -> health(row))
        .optional();
  }

  @Override
  public void keep(SchoolCode school, ConnectionHealth health) {
    if (run(UPDATE, school, health) == 1) {
      return;
    }
    try {
      run(INSERT, school, health);
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      run(UPDATE, school, health);
    }
  }

  private int run(String sql, SchoolCode school, ConnectionHealth health) {
    ConnectionTrouble trouble = health.trouble();
    return jdbc.sql(sql)
        .param("school", school.value())
        .param("lastGood", column(health.lastGood()))
        .param("lastError", column(health.lastError()))
        .param("trouble", trouble == null ? null : trouble.name())
        .param("failingSince", column(health.failingSince()))
        .param("restingUntil", column(health.restingUntil()))
        .param("median", health.medianMillis())
        .param("slowest", health.slowestMillis())
        .update();
  }

  private static @Nullable OffsetDateTime column(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static ConnectionHealth health(ResultSet row) throws SQLException {
    String trouble = row.getString("trouble");
    return new ConnectionHealth(
        moment(row, "last_good"),
        moment(row, "last_error"),
        trouble == null ? null : ConnectionTrouble.valueOf(trouble),
        moment(row, "failing_since"),
        moment(row, "resting_until"),
        row.getObject("median_millis", Integer.class),
        row.getObject("slowest_millis", Integer.class));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
