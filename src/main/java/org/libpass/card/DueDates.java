package org.libpass.card;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The dates of which readers are told, read lightly: all schools' at once, every morning. */
@Service
public class DueDates {

  private final JdbcClient jdbc;

  DueDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An item that is out.
   *
   * @param number of the card on which it was lent
   * @param title null when not known
   * @param lentAt when it was lent, or first seen as lent
   */
  public record Out(
      UUID card,
      UUID reader,
      String number,
      SchoolCode lender,
      String barcode,
      @Nullable String title,
      Instant lentAt,
      LocalDate returnBy) {}

  /** An open card on which nothing was borrowed. */
  public record Unused(UUID card, UUID reader, String number) {}

  /**
   * What is out and has to be back by {@code latest} or had to be before.
   *
   * @return by reader and return-by date
   */
  public List<Out> outUntil(LocalDate latest) {
    return jdbc.sql(
            "select c.id, c.reader_id, c.number, l.lending_school, l.barcode, l.title, l.lent_at,"
                + " l.return_by from loan l join card c on c.id = l.card"
                + " where l.still_out = true and l.return_by <= :latest"
                + " order by c.reader_id, l.return_by, l.lending_school, l.lent_at, l.barcode")
        .param("latest", latest)
        .query(
            (row, index) ->
                new Out(
                    row.getObject("id", UUID.class),
                    row.getObject("reader_id", UUID.class),
                    row.getString("number"),
                    new SchoolCode(row.getString("lending_school")),
                    row.getString("barcode"),
                    row.getString("title"),
                    row.getObject("lent_at", OffsetDateTime.class).toInstant(),
                    row.getObject("return_by", LocalDate.class)))
        .list();
  }

  /** The cards without a loan that may borrow until the end of {@code day}. */
  public List<Unused> unusedEndingOn(LocalDate day) {
    return jdbc.sql(
            "select id, reader_id, number from card"
                + " where state in ('ISSUED', 'PRINTED') and valid_until = :day order by number")
        .param("day", day)
        .query(
            (row, index) ->
                new Unused(
                    row.getObject("id", UUID.class),
                    row.getObject("reader_id", UUID.class),
                    row.getString("number")))
        .list();
  }
}
