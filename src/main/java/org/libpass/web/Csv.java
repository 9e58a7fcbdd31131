package org.libpass.web;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes tables as files that spreadsheets open: in UTF-8 with the mark that tells them so, every
 * value in quotation marks, and none that they would compute.
 */
public final class Csv {

  /** Goes before the first line. */
  public static final String MARK = "\uFEFF";

  private static final String FORMULAS = "=+-@\t\r\n|%";

  private Csv() {}

  /** One line with its end. */
  public static String line(List<String> values) {
    return values.stream().map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String value(String value) {
    return '"' + harmless(value).replace("\"", "\"\"") + '"';
  }

  /** What begins as a formula does, in signs of full width too, is made a text. */
  private static String harmless(String value) {
    if (value.isEmpty()) {
      return value;
    }
    String first = Normalizer.normalize(value.substring(0, 1), Normalizer.Form.NFKC);
    return FORMULAS.contains(first) ? "'" + value : value;
  }
}
