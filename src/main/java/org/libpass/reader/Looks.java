package org.libpass.reader;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.libpass.platform.TaipeiClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which of the staff looked at a reader's data, for the reader to see.
 *
 * <p>A look is a page that shows how a reader is reached. A list with names and numbers only is
 * none: every search would add a line to everybody whom it passes by, and nobody would find in them
 * who really read about a person. The same person on the same kind of page is kept once an hour,
 * since pages are loaded again and again while one task is done.
 */
@Service
public class Looks {

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  Looks(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps that the page is shown. In no transaction: two tabs opened at once may both try, and the
   * one that comes second must not undo what else its request does.
   *
   * @param by the account of the member of staff
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void looked(UUID reader, String by, Look.Place place) {
    Instant now = clock.instant();
    try {
      jdbc.sql(
              "insert into reader_look (reader, looked_by, place, looked_hour, looked_at)"
                  + " select id, cast(:by as varchar(64)), cast(:place as varchar(20)),"
                  + " cast(:hour as timestamp(6) with time zone),"
                  + " cast(:now as timestamp(6) with time zone) from reader where id = :reader"
                  + " and not exists (select 1 from reader_look where reader = :reader"
                  + " and looked_by = :by and place = :place and looked_hour = :hour)")
          .param("reader", reader)
          .param("by", by)
          .param("place", place.name())
          .param("hour", column(now.truncatedTo(ChronoUnit.HOURS)))
          .param("now", column(now))
          .update();
    } catch (DuplicateKeyException keptByAnotherTab) {
      // It is kept, which is all that was wanted.
    }
  }

  /**
   * Who looked at a reader, the last first.
   *
   * @param skipped how many of the last are left out, 0 or more
   * @param most how many at most
   */
  public List<Look> of(UUID reader, int skipped, int most) {
    return jdbc.sql(
            "select looked_by, place, looked_at from reader_look where reader = :reader"
                + " order by looked_at desc, looked_by, place"
                + " offset :skipped rows fetch next :most rows only")
        .param("reader", reader)
        .param("skipped", skipped)
        .param("most", most)
        .query(
            (row, index) ->
                new Look(
                    row.getString("looked_by"),
                    Look.Place.valueOf(row.getString("place")),
                    row.getObject("looked_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
