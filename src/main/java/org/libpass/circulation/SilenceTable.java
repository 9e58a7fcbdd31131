package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of silences; one is open for a school at most. */
@Component
class SilenceTable {

  private static final String SELECT = "select id, school, opened_at from silence ";

  private final JdbcClient jdbc;

  SilenceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Silence silence) {
    jdbc.sql(
            "insert into silence (id, school, opened_at, still_open)"
                + " values (:id, :school, :at, true)")
        .param("id", silence.id())
        .param("school", silence.school().value())
        .param("at", Watches.column(silence.openedAt()))
        .update();
  }

  /** Whether it was open until now. */
  boolean end(UUID id, Instant now) {
    return jdbc.sql(
                "update silence set still_open = null, ended_at = :now"
                    + " where id = :id and still_open = true")
            .param("now", Watches.column(now))
            .param("id", id)
            .update()
        == 1;
  }

  Optional<Silence> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(SilenceTable::row).optional();
  }

  List<Silence> open() {
    return jdbc.sql(SELECT + "where still_open = true").query(SilenceTable::row).list();
  }

  private static Silence row(ResultSet row, int index) throws SQLException {
    return new Silence(
        row.getObject("id", UUID.class),
        new SchoolCode(row.getString("school")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }
}
