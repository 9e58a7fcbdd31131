package org.libpass.school;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A member school's code, such as {@code NTUT}: two to eight upper-case Latin letters. It stays for
 * life, also when the school changes its name.
 */
public record SchoolCode(String value) implements Comparable<SchoolCode>, Serializable {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2,8}");

  /**
   * @throws IllegalArgumentException if {@code value} is not of the form
   */
  public SchoolCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a school code: " + value);
    }
  }

  /** The code that {@code text} names in any case, or empty when it is none. */
  public static Optional<SchoolCode> parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(code).matches() ? Optional.of(new SchoolCode(code)) : Optional.empty();
  }

  @Override
  public int compareTo(SchoolCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
