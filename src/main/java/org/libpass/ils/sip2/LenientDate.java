package org.libpass.ils.sip2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;

/**
 * Dates as library systems write them: the protocol's own form, a bare day, with separators, or a
 * month alone, which means its last day. What can be read in two ways is not read.
 */
final class LenientDate {

  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(\\d\\d)(?:(\\d\\d)(?:(.{4}| ?)(\\d\\d)(\\d\\d)(\\d\\d))?)?");
  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2})(?:[ T].*)?)?");

  private LenientDate() {}

  /** The day, in Taipei, or null if there is none that is clear. */
  static @Nullable LocalDate of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Matcher digits = DIGITS.matcher(text.strip());
      if (digits.matches()) {
        return digits.group(5) == null ? day(digits) : inTaipei(day(digits), digits);
      }
      Matcher separated = SEPARATED.matcher(text.strip());
      return separated.matches() ? day(separated) : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static @Nullable LocalDate day(Matcher date) {
    YearMonth month = YearMonth.of(number(date, 1), number(date, 2));
    if (month.getYear() < 1900) {
      return null; // 120113 is no month, but a day with the century left out
    }
    return date.group(3) == null ? month.atEndOfMonth() : month.atDay(number(date, 3));
  }

  /** {@code Z} in the protocol's zone is UTC; anything else is the system's local time. */
  private static @Nullable LocalDate inTaipei(@Nullable LocalDate day, Matcher date) {
    if (day == null || !"Z".equals(date.group(4).strip())) {
      return day;
    }
    LocalTime time = LocalTime.of(number(date, 5), number(date, 6), number(date, 7));
    return TaipeiClock.dateOf(LocalDateTime.of(day, time).toInstant(ZoneOffset.UTC));
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
