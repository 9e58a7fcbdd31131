package org.libpass.web.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as comma-separated values in UTF-8, with the mark by which Excel knows it. */
final class CsvFile implements TableFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n|%";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final CSVPrinter out;

  CsvFile(OutputStream to, List<String> head) {
    try {
      BufferedWriter writer =
          new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
      writer.write(BYTE_ORDER_MARK);
      out = new CSVPrinter(writer, CSVFormat.RFC4180);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    row(head);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    TableFile.write(() -> out.printRecord(cells.stream().map(CsvFile::cell)));
  }

  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof LocalDateTime moment) {
      return MOMENT.format(moment);
    }
    return value instanceof String text ? harmless(text) : value;
  }

  /**
   * A spreadsheet takes a text that begins so, in signs of full width too, for a formula, and shows
   * the quote before it not.
   */
  private static String harmless(String text) {
    if (text.isEmpty()) {
      return text;
    }
    String first = Normalizer.normalize(text.substring(0, 1), Normalizer.Form.NFKC);
    return BEGINNINGS_OF_FORMULAS.contains(first) ? "'" + text : text;
  }

  @Override
  public void close() {
    TableFile.write(() -> out.close(true));
  }
}
