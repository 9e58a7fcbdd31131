package org.libpass.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads every column of every table of an H2 database that holds text or bytes; sessions keep their
 * values in bytes.
 */
final class WrittenDown {

  private final JdbcClient jdbc;

  WrittenDown(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Column(String table, String name) {}

  /** What of the secrets stands somewhere, each with where. */
  List<String> of(Secrets secrets) {
    List<String> found = new ArrayList<>();
    for (Column column : columns()) {
      jdbc.sql("select \"%s\" from \"%s\"".formatted(column.name(), column.table()))
          .query((row, index) -> text(row.getBytes(1), row.getString(1)))
          .list()
          .forEach(
              text ->
                  secrets
                      .in(text)
                      .forEach(it -> found.add(column.table() + "." + column.name() + ": " + it)));
    }
    return found;
  }

  /** The tables that are read. */
  List<String> tables() {
    return columns().stream().map(Column::table).distinct().toList();
  }

  private List<Column> columns() {
    return jdbc.sql(
            "select c.table_name, c.column_name from information_schema.columns c"
                + " join information_schema.tables t on t.table_schema = c.table_schema"
                + " and t.table_name = c.table_name"
                + " where t.table_type = 'BASE TABLE' and c.table_schema = 'PUBLIC'"
                + " and (c.data_type like 'CHARACTER%' or c.data_type like 'BINARY%'"
                + " or c.data_type = 'JSON') order by 1, 2")
        .query((row, index) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }

  private static String text(byte[] bytes, String text) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8) + "\n" + text;
  }
}
