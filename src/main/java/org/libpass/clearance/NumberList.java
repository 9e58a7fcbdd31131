package org.libpass.clearance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.list.Column;

/**
 * Reads reader numbers, one a line: the first value of each, so that a table saved as a file, or
 * pasted from a spreadsheet, will do if its first column holds them. A head is left out.
 */
final class NumberList {

  /** The longest reader number that is kept of anybody. */
  static final int LONGEST = 40;

  private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

  private NumberList() {}

  static List<ListedNumber> read(String text) {
    List<String> lines = new ArrayList<>(text.lines().map(NumberList::number).toList());
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    List<ListedNumber> read = new ArrayList<>();
    Map<String, Integer> before = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String number = lines.get(i);
      if (i > 0 || !isHead(number)) {
        Integer other =
            number.isEmpty() ? null : before.putIfAbsent(number.toLowerCase(Locale.ROOT), i + 1);
        read.add(listed(i + 1, number, other));
      }
    }
    return read;
  }

  private static ListedNumber listed(int line, String number, @Nullable Integer other) {
    if (number.isEmpty()) {
      return new ListedNumber(line, "", ListedNumber.Problem.EMPTY, null);
    }
    if (number.length() > LONGEST) {
      String beginning = number.substring(0, LONGEST - 1) + "…";
      return new ListedNumber(line, beginning, ListedNumber.Problem.TOO_LONG, null);
    }
    return new ListedNumber(line, number, other == null ? null : ListedNumber.Problem.TWICE, other);
  }

  /** Of full width or not, with quotation marks or not. */
  private static String number(String line) {
    String first = SEPARATOR.split(line, 2)[0];
    String plain = Normalizer.normalize(first, Normalizer.Form.NFKC);
    return INVISIBLE.matcher(plain.replace("\"", "")).replaceAll("").strip();
  }

  private static boolean isHead(String value) {
    return Column.of(value).filter(Column.NUMBER::equals).isPresent();
  }
}
