package org.libpass.policy;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.Vocabulary.Type;

/**
 * A field of a fact, as a case may give it.
 *
 * @param fact the name of its fact
 * @param called what it is called in sentences
 * @param mayBeUnknown whether null stands for "unknown" in it
 */
record CaseField(String fact, String name, Name called, Type type, boolean mayBeUnknown) {

  private static final int GREATEST = 9999;
  private static final int LONGEST = 100;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Set<String> UNKNOWN = Set.of("unknown", "null", "不明", "未知");
  private static final Set<String> TRUE = Set.of("true", "yes", "真", "是");
  private static final Set<String> FALSE = Set.of("false", "no", "假", "否");

  static CaseField of(Fact fact, Field field) {
    Name called = new Name(fact.name() + "." + field.name(), fact.zh() + "的" + field.zh());
    return new CaseField(fact.name(), field.name(), called, field.type(), field.mayBeUnknown());
  }

  /** What a person wrote, as the fact holds it; empty for unknown. */
  Optional<Object> read(String written) throws RuleFileException {
    String text = narrow(written);
    if (UNKNOWN.contains(text.toLowerCase(Locale.ROOT))) {
      refuseUnknown();
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case NUMBER -> number(text);
          case TRUTH -> truth(text);
          case DATE -> date(called, text);
          case TEXT -> text(written.strip());
        });
  }

  /** Lets pass a value of the field's own type, such as one that was kept; null for unknown. */
  @Nullable Object take(@Nullable Object value) throws RuleFileException {
    if (value == null) {
      refuseUnknown();
      return null;
    }
    boolean fits =
        switch (type) {
          case NUMBER -> value instanceof Integer;
          case TRUTH -> value instanceof Boolean;
          case DATE -> value instanceof LocalDate;
          case TEXT -> value instanceof String;
        };
    if (!fits) {
      throw new RuleFileException(1, "case-value", called, value);
    }
    return value;
  }

  private void refuseUnknown() throws RuleFileException {
    if (!mayBeUnknown) {
      throw new RuleFileException(1, "case-known", called);
    }
  }

  private Integer number(String text) throws RuleFileException {
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > GREATEST) {
      throw new RuleFileException(1, "case-number", called, shown(text), GREATEST);
    }
    return Integer.valueOf(text);
  }

  private Boolean truth(String text) throws RuleFileException {
    String word = text.toLowerCase(Locale.ROOT);
    if (!TRUE.contains(word) && !FALSE.contains(word)) {
      throw new RuleFileException(1, "case-truth", called, shown(text));
    }
    return TRUE.contains(word);
  }

  /**
   * A date of a case.
   *
   * @param called what it is called in sentences
   */
  static LocalDate date(Object called, String written) throws RuleFileException {
    String text = narrow(written);
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        return date;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new RuleFileException(1, "case-date", called, shown(text));
  }

  private String text(String text) throws RuleFileException {
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new RuleFileException(1, "case-text", called, LONGEST);
    }
    return text;
  }

  /** Full-width letters, digits and signs as plain ones. */
  static String narrow(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
  }

  private static String shown(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
