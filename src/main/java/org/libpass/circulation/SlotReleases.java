package org.libpass.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of releases; one is open for a school and a lender at most. */
@Component
class SlotReleases {

  private static final String SELECT = "select id, school, lender, opened_at from slot_release ";

  private final JdbcClient jdbc;

  SlotReleases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(SlotRelease release) {
    jdbc.sql(
            "insert into slot_release (id, school, lender, opened_at, still_open)"
                + " values (:id, :school, :lender, :at, true)")
        .param("id", release.id())
        .param("school", release.school().value())
        .param("lender", release.lender().value())
        .param("at", Watches.column(release.openedAt()))
        .update();
  }

  /** Ends one; {@code by} is null when it ended by itself. */
  void end(UUID id, @Nullable String by, Instant now) {
    jdbc.sql(
            "update slot_release set still_open = null, settled_at = :now, settled_by = :by"
                + " where id = :id")
        .param("now", Watches.column(now))
        .param("by", by)
        .param("id", id)
        .update();
  }

  SlotRelease get(UUID id) {
    return one("where id = :id", id);
  }

  SlotRelease lock(UUID id) {
    return one("where id = :id for update", id);
  }

  private SlotRelease one(String which, UUID id) {
    return jdbc.sql(SELECT + which)
        .param("id", id)
        .query(SlotReleases::release)
        .optional()
        .orElseThrow();
  }

  List<SlotRelease> open() {
    return jdbc.sql(SELECT + "where still_open = true").query(SlotReleases::release).list();
  }

  Optional<SlotRelease> findOpen(SchoolCode school, SchoolCode lender) {
    return jdbc.sql(SELECT + "where school = :school and lender = :lender and still_open = true")
        .param("school", school.value())
        .param("lender", lender.value())
        .query(SlotReleases::release)
        .optional();
  }

  private static SlotRelease release(ResultSet row, int index) throws SQLException {
    return new SlotRelease(
        row.getObject("id", UUID.class),
        new SchoolCode(row.getString("school")),
        new SchoolCode(row.getString("lender")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }
}
