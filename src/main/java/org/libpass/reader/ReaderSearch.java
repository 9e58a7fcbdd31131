package org.libpass.reader;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Looks for readers of a school, for its own librarians. */
@Service
public class ReaderSearch {

  private static final String WHERE =
      " from reader where school = :school"
          + " and (cast(:status as varchar(20)) is null or status = :status)"
          + " and (:words = '' or lower(name) like :part escape '!' or lower(number) like :part"
          + " escape '!' or lower(email) like :part escape '!'"
          + " or lower(library_email) like :part escape '!')";

  private final JdbcClient jdbc;

  ReaderSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who is looked for.
   *
   * @param words a part of the name, the number or an e-mail address, in any case; empty for all
   * @param status null for all
   */
  public record Wanted(String words, Reader.@Nullable Status status) {

    private String part() {
      String plain = words.toLowerCase(Locale.ROOT);
      return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
  }

  /**
   * One reader in a list, without what only the reader's own page shows.
   *
   * @param identity the school's own word, null when unknown
   * @param expiry null when unknown
   * @param leavingFrom the first day without new cards, null for a reader who stays
   */
  public record Row(
      UUID id,
      String number,
      String name,
      @Nullable String identity,
      @Nullable LocalDate expiry,
      Reader.Status status,
      @Nullable LocalDate leavingFrom) {}

  /** How many readers there are. */
  public long count(SchoolCode school, Wanted wanted) {
    return asked("select count(*)" + WHERE, school, wanted).query(Long.class).single();
  }

  /**
   * Readers by number.
   *
   * @param skipped how many are left out, 0 or more
   * @param most how many at most
   */
  public List<Row> find(SchoolCode school, Wanted wanted, int skipped, int most) {
    return asked(
            "select id, number, name, identity, expiry, status, leaving_from"
                + WHERE
                + " order by number offset :skipped rows fetch next :most rows only",
            school,
            wanted)
        .param("skipped", skipped)
        .param("most", most)
        .query(
            (row, index) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("name"),
                    row.getString("identity"),
                    row.getObject("expiry", LocalDate.class),
                    Reader.Status.valueOf(row.getString("status")),
                    row.getObject("leaving_from", LocalDate.class)))
        .list();
  }

  /** A reader by name. */
  public record Named(UUID id, String name) {

    /** As {@link Reader#maskedName()}. */
    public String maskedName() {
      return Masking.name(name);
    }
  }

  /** The names of these of the school's readers, by id as a text; others are left out. */
  public Map<String, Named> named(SchoolCode school, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql("select id, name from reader where school = :school and id in (:ids)")
            .param("school", school.value())
            .param("ids", ids)
            .query(
                (row, index) -> new Named(row.getObject("id", UUID.class), row.getString("name")))
            .list()
            .stream()
            .collect(Collectors.toMap(named -> named.id().toString(), Function.identity()));
  }

  private JdbcClient.StatementSpec asked(String sql, SchoolCode school, Wanted wanted) {
    Reader.Status status = wanted.status();
    return jdbc.sql(sql)
        .param("school", school.value())
        .param("status", status == null ? null : status.name())
        .param("words", wanted.words())
        .param("part", wanted.part());
  }
}
