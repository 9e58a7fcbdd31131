package org.libpass.web.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lending school as a form carries it.
 *
 * @param phone whether a card on a phone will do there
 * @param openOn the days on which a reader could go, and whether it is open
 */
record ShownLender(int loanDays, boolean phone, Map<LocalDate, Boolean> openOn) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,3})([pn])([01]{0,31})");

  /**
   * The value of its fact.
   *
   * @param open for each day from the fact {@code from} on
   */
  static String write(int loanDays, boolean phone, List<Boolean> open) {
    StringBuilder text = new StringBuilder().append(loanDays).append(phone ? 'p' : 'n');
    open.forEach(day -> text.append(Boolean.TRUE.equals(day) ? '1' : '0'));
    return text.toString();
  }

  /**
   * Reads it back.
   *
   * @param name of its fact
   * @return null if the page did not show the school
   */
  static @Nullable ShownLender read(Shown shown, String name) {
    String value = shown.get(name);
    String from = shown.get("from");
    LocalDate first = from == null ? null : date(from);
    Matcher form = FORM.matcher(value == null ? "" : value);
    if (first == null || !form.matches()) {
      return null;
    }
    Map<LocalDate, Boolean> open = new LinkedHashMap<>();
    String days = form.group(3);
    for (int i = 0; i < days.length(); i++) {
      open.put(first.plusDays(i), days.charAt(i) == '1');
    }
    return new ShownLender(Integer.parseInt(form.group(1)), form.group(2).equals("p"), open);
  }

  /** The date that a form carried, null if it is none. */
  static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException nonsense) {
      return null;
    }
  }
}
