package org.libpass.reader.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a list of readers: comma, semicolon or tab between values, heads in the first line. */
final class Parser {

  /** More than any member has. */
  static final int MOST_READERS = 30_000;

  private final List<ListedReader> readers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<@Nullable Column> columns = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private Parser() {}

  /**
   * @param text without a byte order mark
   */
  static Parsed parse(String text) {
    Parser parser = new Parser();
    if (text.isBlank()) {
      parser.problems.add(Problem.ofList(Problem.Kind.EMPTY, 0));
    } else {
      parser.read(text);
    }
    return new Parsed(parser.readers, parser.problems, parser.ignored);
  }

  private void read(String text) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(false) // they count as lines
            .setIgnoreSurroundingSpaces(true)
            .get();
    int line = 1;
    try (CSVParser records = CSVParser.parse(text, format)) {
      var rows = records.iterator();
      while (rows.hasNext() && (readers.size() > 0 || problems.isEmpty())) {
        CSVRecord row = rows.next();
        take(line, row.values());
        if (readers.size() > MOST_READERS) {
          problems.add(Problem.ofList(Problem.Kind.TOO_MANY, MOST_READERS));
          return;
        }
        line = Math.toIntExact(records.getCurrentLineNumber()) + 1;
      }
      if (!columns.isEmpty() && readers.isEmpty() && problems.isEmpty()) {
        problems.add(Problem.ofList(Problem.Kind.NO_READERS, 0));
      }
    } catch (UncheckedIOException | IOException brokenQuotes) {
      problems.add(Problem.ofLine(line, Problem.Kind.QUOTES));
    }
  }

  /**
   * A spreadsheet's cells are pasted with tabs between; some countries' spreadsheets save with ;.
   */
  private static char delimiter(String text) {
    String heads = text.strip().lines().findFirst().orElse("");
    char best = ',';
    for (char other : new char[] {'\t', ';'}) {
      if (count(heads, other) > count(heads, best)) {
        best = other;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(one -> one == wanted).count();
  }

  private void take(int line, String[] cells) {
    if (List.of(cells).stream().allMatch(String::isBlank)) {
      return;
    }
    if (columns.isEmpty()) {
      heads(cells);
    } else if (List.of(cells).stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
      problems.add(Problem.ofLine(line, Problem.Kind.TOO_MANY_VALUES));
    } else {
      reader(line, cells);
    }
  }

  private void heads(String[] cells) {
    Set<Column> seen = EnumSet.noneOf(Column.class);
    for (String head : cells) {
      Optional<Column> column = Column.of(head);
      columns.add(column.orElse(null));
      if (column.isEmpty() && !head.isBlank()) {
        ignored.add(head.strip());
      } else if (column.isPresent() && !seen.add(column.get())) {
        problems.add(Problem.ofColumn(Problem.Kind.COLUMN_TWICE, column.get()));
      }
    }
    for (Column column : Column.values()) {
      if (column.isNeeded() && !seen.contains(column)) {
        problems.add(Problem.ofColumn(Problem.Kind.COLUMN_MISSING, column));
      }
    }
  }

  private void reader(int line, String[] cells) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
      Column column = columns.get(i);
      if (column != null) {
        values.put(column, cells[i]);
      }
    }
    ListedReader reader = new Values(line, values, problems::add).reader();
    Integer before = lines.putIfAbsent(reader.number(), line);
    if (before != null && !reader.number().isEmpty()) {
      problems.add(
          Problem.ofValue(line, Column.NUMBER, Problem.Kind.TWICE, reader.number(), before));
    }
    readers.add(reader);
  }
}
