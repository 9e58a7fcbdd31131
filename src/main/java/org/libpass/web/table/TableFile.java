package org.libpass.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is being written as a file. A cell is a text, a number, a {@link
 * java.time.LocalDate}, a {@link java.time.LocalDateTime} or null for nothing. What a text says is
 * text in every program that opens the file, never a formula.
 */
public interface TableFile extends AutoCloseable {

  /** How the file is written. */
  enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
      this.ending = ending;
      this.mediaType = mediaType;
    }

    /** What its files' names end with, without the dot. */
    public String ending() {
      return ending;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** So many rows fit on a sheet, besides its head; a program opens no more than 48,576 further. */
  int ROWS_OF_A_SHEET = 1_000_000;

  /**
   * Begins a file with its head.
   *
   * @param to is closed with the file
   * @param name what the sheets are called, at most 25 characters
   * @throws UncheckedIOException if it can't be written, as all methods
   */
  static TableFile begin(Format format, OutputStream to, String name, List<String> head) {
    return switch (format) {
      case CSV -> new CsvFile(to, head);
      case XLSX -> new XlsxFile(to, name, head, ROWS_OF_A_SHEET);
    };
  }

  /** Writes a row, whose cells stand in the order of the head. */
  void row(List<? extends @Nullable Object> cells);

  /** Ends the file. */
  @Override
  void close();

  /** Writing to a file, which can fail. */
  interface Writing {
    void run() throws IOException;
  }

  /** Does it. */
  static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
