package org.libpass.reader;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Many readers of a school by their numbers, with what the home library said of each last. */
@Service
public class ReadersByNumber {

  private final JdbcClient jdbc;

  ReadersByNumber(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One reader.
   *
   * @param leavingFrom the first day without new cards, null for a reader who stays
   * @param overdueItems at home, null when unknown
   * @param finesOwed at home in New Taiwan dollars, null when unknown
   * @param askedAt when the home library said so
   */
  public record Row(
      UUID id,
      String number,
      String name,
      @Nullable LocalDate leavingFrom,
      @Nullable Integer overdueItems,
      @Nullable BigDecimal finesOwed,
      Instant askedAt) {}

  /**
   * The readers of these numbers, each by the number that was asked for. A number in other letters,
   * all small or all capital, will do where no reader has it as it was asked for.
   */
  public Map<String, Row> find(SchoolCode school, Collection<String> numbers) {
    Set<String> ways = new TreeSet<>(numbers);
    for (String number : numbers) {
      ways.add(number.toLowerCase(Locale.ROOT));
      ways.add(number.toUpperCase(Locale.ROOT));
    }
    Map<String, Row> known = new HashMap<>();
    if (!ways.isEmpty()) {
      rows(school, ways).forEach(row -> known.put(row.number(), row));
    }
    Map<String, Row> found = new HashMap<>();
    for (String number : numbers) {
      for (String way :
          List.of(number, number.toLowerCase(Locale.ROOT), number.toUpperCase(Locale.ROOT))) {
        Row row = known.get(way);
        if (row != null) {
          found.putIfAbsent(number, row);
        }
      }
    }
    return found;
  }

  private List<Row> rows(SchoolCode school, Collection<String> numbers) {
    return jdbc.sql(
            "select id, number, name, leaving_from, overdue_items, fines_owed, asked_at"
                + " from reader where school = :school and number in (:numbers)")
        .param("school", school.value())
        .param("numbers", numbers)
        .query(
            (row, index) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("name"),
                    row.getObject("leaving_from", LocalDate.class),
                    row.getObject("overdue_items", Integer.class),
                    row.getBigDecimal("fines_owed"),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
