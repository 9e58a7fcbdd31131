package org.libpass.reader.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as schools write them: {@code 2026-06-30}, {@code 2026/6/30}, {@code 20260630}; {@code
 * 202606} and {@code 2026/6} mean the month's last day. Years of four digits only: 115 may be a
 * year of the Republic, or a mistake.
 */
final class LenientDates {

  private static final Pattern WITH_SIGNS =
      Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?");
  private static final Pattern DIGITS = Pattern.compile("([12]\\d{3})(\\d{2})(\\d{2})?");
  private static final Pattern ROC =
      Pattern.compile(
          "(?:民國)?\\d{2,3}[-/.年]\\d{1,2}(?:月|[-/.月]\\d{1,2}日?)?|[01]?\\d{2}[01]\\d[0-3]\\d");

  private LenientDates() {}

  /** The day that the text names, or empty if it names none. */
  static Optional<LocalDate> parse(String text) {
    Matcher signs = WITH_SIGNS.matcher(text);
    if (signs.matches()) {
      return day(signs.group(1), signs.group(3), signs.group(4));
    }
    Matcher digits = DIGITS.matcher(text);
    return digits.matches()
        ? day(digits.group(1), digits.group(2), digits.group(3))
        : Optional.empty();
  }

  /** Whether the text looks like a date in the years of the Republic. */
  static boolean isOfTheRepublic(String text) {
    return ROC.matcher(text).matches();
  }

  private static Optional<LocalDate> day(String year, String month, @Nullable String day) {
    try {
      YearMonth of = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
      return Optional.of(day == null ? of.atEndOfMonth() : of.atDay(Integer.parseInt(day)));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }
}
