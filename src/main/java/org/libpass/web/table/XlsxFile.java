package org.libpass.web.table;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as a workbook; when a sheet is full, a further one begins with the same head. */
final class XlsxFile implements TableFile {

  /** So many rows are kept until they are written. */
  private static final int KEPT = 500;

  private static final double WIDTH = 18;

  private final Workbook book;
  private final String name;
  private final List<String> head;
  private final int rowsOfSheet;
  private Worksheet sheet;
  private int sheets;
  private int rows;

  /**
   * @param rowsOfSheet so many on a sheet besides the head, 1 or more
   */
  XlsxFile(OutputStream to, String name, List<String> head, int rowsOfSheet) {
    this.book = new Workbook(to, "Libpass", "1.0");
    this.name = name;
    this.head = List.copyOf(head);
    this.rowsOfSheet = rowsOfSheet;
    this.sheet = next();
  }

  private Worksheet next() {
    sheets++;
    rows = 0;
    Worksheet begun = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    begun.freezePane(0, 1);
    for (int column = 0; column < head.size(); column++) {
      begun.width(column, WIDTH);
      begun.inlineString(0, column, head.get(column));
      begun.style(0, column).bold().set();
    }
    return begun;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    if (rows == rowsOfSheet) {
      TableFile.write(sheet::finish);
      sheet = next();
    }
    rows++;
    for (int column = 0; column < cells.size(); column++) {
      write(column, cells.get(column));
    }
    if (rows % KEPT == 0) {
      TableFile.write(sheet::flush);
    }
  }

  private void write(int column, @Nullable Object value) {
    if (value instanceof LocalDate day) {
      sheet.value(rows, column, day);
      sheet.style(rows, column).format("yyyy-mm-dd").set();
    } else if (value instanceof LocalDateTime moment) {
      sheet.value(rows, column, moment);
      sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
    } else if (value instanceof Number number) {
      sheet.value(rows, column, number);
    } else if (value != null) {
      // Written in its place: a table of all texts at the end would keep every one of them.
      sheet.inlineString(rows, column, value.toString());
    }
  }

  @Override
  public void close() {
    TableFile.write(
        () -> {
          sheet.finish();
          book.finish();
        });
  }
}
