package org.libpass.reader.list;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one line, and notes what is wrong with each. Names and units are kept as the
 * school writes them; numbers, dates and addresses are made plain first, since a Chinese keyboard
 * gives digits and letters of full width.
 */
final class Values {

  /**
   * Also a sign-in's account: ASCII without spaces, and nothing that a spreadsheet would compute.
   */
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][\\x21-\\x7E&&[^|]]*");

  private static final Pattern ROUNDED = Pattern.compile("\\d(?:\\.\\d+)?E\\+?\\d+");

  /** Plain addresses only: what is let through here is written into a mail's header. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:[.][A-Za-z0-9-]{1,63})+");

  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(?:\\.\\d{1,2})?");
  private static final List<String> FORMULAS = List.of("=", "+", "-", "@");

  private final int line;
  private final Map<Column, String> values;
  private final Consumer<Problem> problems;

  Values(int line, Map<Column, String> values, Consumer<Problem> problems) {
    this.line = line;
    this.values = values;
    this.problems = problems;
  }

  /** The reader of this line; what is wrong stands for unknown in it, and is noted. */
  ListedReader reader() {
    return new ListedReader(
        line,
        needed(Column.NUMBER, number()),
        needed(Column.NAME, text(Column.NAME, 120)),
        text(Column.IDENTITY, 60),
        text(Column.UNIT, 120),
        expiry(),
        email(),
        overdueItems(),
        fines());
  }

  private String needed(Column column, @Nullable String value) {
    if (value == null && raw(column).isEmpty()) {
      note(column, Problem.Kind.MISSING, "", 0);
    }
    return value == null ? "" : value;
  }

  private @Nullable String number() {
    String number = plain(Column.NUMBER, 40);
    if (number == null) {
      return null;
    }
    if (ROUNDED.matcher(number).matches()) {
      return wrong(Column.NUMBER, Problem.Kind.ROUNDED, number);
    }
    return NUMBER.matcher(number).matches()
        ? number
        : wrong(Column.NUMBER, Problem.Kind.NUMBER, number);
  }

  private @Nullable LocalDate expiry() {
    String date = plain(Column.EXPIRY, 20);
    if (date == null) {
      return null;
    }
    Optional<LocalDate> day = LenientDates.parse(date);
    if (day.isEmpty()) {
      boolean roc = LenientDates.isOfTheRepublic(date);
      wrong(Column.EXPIRY, roc ? Problem.Kind.ROC_DATE : Problem.Kind.DATE, date);
    }
    return day.orElse(null);
  }

  private @Nullable String email() {
    String email = plain(Column.EMAIL, 254);
    return email == null || EMAIL.matcher(email).matches()
        ? email
        : wrong(Column.EMAIL, Problem.Kind.EMAIL, email);
  }

  private @Nullable Integer overdueItems() {
    String count = plain(Column.OVERDUE, 20);
    if (count == null || COUNT.matcher(count).matches()) {
      return count == null ? null : Integer.valueOf(count);
    }
    wrong(Column.OVERDUE, Problem.Kind.COUNT, count);
    return null;
  }

  private @Nullable BigDecimal fines() {
    String amount = plain(Column.FINES, 20);
    if (amount == null || AMOUNT.matcher(amount).matches()) {
      return amount == null ? null : new BigDecimal(amount.replace(",", "")).setScale(2);
    }
    wrong(Column.FINES, Problem.Kind.AMOUNT, amount);
    return null;
  }

  private @Nullable String plain(Column column, int longest) {
    String value = checked(column, longest);
    return value == null ? null : Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
  }

  /** Words as they stand, unless a spreadsheet into which they come some day would compute them. */
  private @Nullable String text(Column column, int longest) {
    String value = checked(column, longest);
    if (value == null) {
      return null;
    }
    String begins = Normalizer.normalize(value, Normalizer.Form.NFKC);
    if (FORMULAS.stream().anyMatch(begins::startsWith)) {
      return wrong(column, Problem.Kind.FORMULA, value);
    }
    return value.indexOf('?') >= 0 || value.indexOf('\uFFFD') >= 0
        ? wrong(column, Problem.Kind.LOST, value)
        : value;
  }

  /** The value if it is there, short enough and to be seen; null otherwise. */
  private @Nullable String checked(Column column, int longest) {
    String value = raw(column);
    if (value.isEmpty()) {
      return null;
    }
    if (value.codePoints().anyMatch(Values::isInvisible)) {
      return wrong(column, Problem.Kind.INVISIBLE, value);
    }
    if (value.length() > longest) {
      note(column, Problem.Kind.TOO_LONG, value, longest);
      return null;
    }
    return value;
  }

  private String raw(Column column) {
    return values.getOrDefault(column, "").strip();
  }

  private @Nullable String wrong(Column column, Problem.Kind kind, String value) {
    note(column, kind, value, 0);
    return null;
  }

  private void note(Column column, Problem.Kind kind, String value, int figure) {
    problems.accept(Problem.ofValue(line, column, kind, value, figure));
  }

  /** Control characters, marks that turn the writing direction, halves of a character. */
  static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
