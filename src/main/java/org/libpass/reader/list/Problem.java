package org.libpass.reader.list;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a list.
 *
 * @param line where, from 1; 0 for the list as a whole
 * @param column which value, null where it is not one
 * @param value what stands there, shortened; empty where it is of no use
 * @param figure a limit, or another line; 0 where there is none
 */
public record Problem(int line, @Nullable Column column, Kind kind, String value, int figure) {

  private static final int SHOWN = 40;

  /** What is wrong; each has its sentence. */
  public enum Kind {
    /** Neither UTF-8 nor Big5. */
    CHARSET,
    /** There is nothing in it. */
    EMPTY,
    /** More than {@code figure} kilobytes. */
    TOO_LARGE,
    /** More than {@code figure} readers. */
    TOO_MANY,
    /** The first line has no head for a column that is needed. */
    COLUMN_MISSING,
    /** Two columns with the same meaning. */
    COLUMN_TWICE,
    /** Heads, but no reader. */
    NO_READERS,
    /** A quotation mark without its other half. */
    QUOTES,
    /**
     * More values than there are columns: most often a comma in a value without quotation marks.
     */
    TOO_MANY_VALUES,
    /** Needed, and not there. */
    MISSING,
    /** More than {@code figure} characters. */
    TOO_LONG,
    /** Invisible characters. */
    INVISIBLE,
    /** A character was lost when the file was saved in a charset that does not have it. */
    LOST,
    /** Begins as a spreadsheet's formula does. */
    FORMULA,
    /** Not Latin letters, digits and common signs. */
    NUMBER,
    /** A spreadsheet has made 1.09E+11 of it. */
    ROUNDED,
    /** Stands in line {@code figure} already. */
    TWICE,
    /** No mail can be sent there. */
    EMAIL,
    /** Not a date. */
    DATE,
    /** A date in the years of the Republic. */
    ROC_DATE,
    /** Not a number of items. */
    COUNT,
    /** Not an amount of money. */
    AMOUNT
  }

  static Problem ofList(Kind kind, int figure) {
    return new Problem(0, null, kind, "", figure);
  }

  static Problem ofColumn(Kind kind, Column column) {
    return new Problem(1, column, kind, "", 0);
  }

  static Problem ofLine(int line, Kind kind) {
    return new Problem(line, null, kind, "", 0);
  }

  static Problem ofValue(int line, Column column, Kind kind, String value, int figure) {
    return new Problem(line, column, kind, shortened(value), figure);
  }

  /** Also what a page can't show: a control character becomes a visible sign. */
  private static String shortened(String value) {
    StringBuilder shown = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .map(point -> Values.isInvisible(point) ? '\u2423' : point)
        .forEach(shown::appendCodePoint);
    return value.codePointCount(0, value.length()) > SHOWN ? shown + "…" : shown.toString();
  }
}
