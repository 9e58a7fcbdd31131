package org.libpass.reader;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what reviews have seen, so that the next one sees what is new. Kept decisions can't serve:
 * they name nobody, and stay when a reader is erased; these rows go with the reader's.
 */
@Component
class ReviewedRecords {

  private final JdbcClient jdbc;

  ReviewedRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID activation, UUID reader, Reviewed seen) {
    jdbc.sql(
            "insert into reviewed_record (activation, reader, reviewed_at, name, identity, unit,"
                + " expiry, library_email) values (:activation, :reader, :at, :name, :identity,"
                + " :unit, :expiry, :email)")
        .param("activation", activation)
        .param("reader", reader)
        .param("at", seen.at().atOffset(ZoneOffset.UTC))
        .param("name", seen.name())
        .param("identity", seen.identity())
        .param("unit", seen.unit())
        .param("expiry", seen.expiry())
        .param("email", seen.libraryEmail())
        .update();
  }

  Optional<Reviewed> last(UUID reader) {
    return jdbc.sql(
            "select reviewed_at, name, identity, unit, expiry, library_email from reviewed_record"
                + " where reader = :reader order by reviewed_at desc limit 1")
        .param("reader", reader)
        .query(ReviewedRecords::row)
        .optional();
  }

  private static Reviewed row(ResultSet row, int index) throws SQLException {
    return new Reviewed(
        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
        row.getString("name"),
        row.getString("identity"),
        row.getString("unit"),
        row.getObject("expiry", LocalDate.class),
        row.getString("library_email"));
  }
}
