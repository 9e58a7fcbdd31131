package org.libpass.card;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/**
 * A card's number for life, {@code SCHOOL-SLOT-yyyyMMddHHmmss} in Taipei time, such as {@code
 * CUTE-1-20131107112934}; never used twice.
 */
public record CardNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2,8}-[1-9][0-9]{0,4}-[0-9]{14}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  /**
   * @throws IllegalArgumentException if {@code value} is not of the form
   */
  public CardNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a card number: " + value);
    }
  }

  /**
   * @param slot the slot within the home school, from 1
   * @param issued the second of issue
   */
  static CardNumber of(SchoolCode school, int slot, Instant issued) {
    String time = LocalDateTime.ofInstant(issued, TaipeiClock.ZONE).format(TIME);
    return new CardNumber(school + "-" + slot + "-" + time);
  }

  /** The number that a scanner or a hand wrote, in any case, or empty when it is none. */
  public static Optional<CardNumber> parse(String text) {
    String number = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(number).matches() ? Optional.of(new CardNumber(number)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
