package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.Vocabulary.Type;

/** A condition of a rule, after reading: nothing of the file's own text is left but literals. */
sealed interface Condition {

  /** All hold. */
  record All(List<Condition> parts) implements Condition {}

  /** One holds at least. */
  record Any(List<Condition> parts) implements Condition {}

  /** It does not hold. */
  record Not(Condition part) implements Condition {}

  /** Two terms compared. */
  record Test(Term left, Comparison comparison, Term right) implements Condition {

    /** Whether the rule asks here if a field is unknown. */
    boolean asksForUnknown() {
      return right instanceof Literal literal && literal.value() == null;
    }
  }

  /** The comparisons, each with its opposite. */
  enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_LEAST(">="),
    MORE(">"),
    AT_MOST("<=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean orders() {
      return this != EQUAL && this != NOT_EQUAL;
    }

    Comparison opposite() {
      return values()[ordinal() ^ 1];
    }

    static @Nullable Comparison bySign(String sign) {
      for (Comparison comparison : values()) {
        if (comparison.sign.equals(sign)) {
          return comparison;
        }
      }
      return null;
    }
  }

  /** A value in a comparison. */
  sealed interface Term {

    /** Its type; null for the literal null, which is of every type. */
    @Nullable Type type();
  }

  /** An Integer, a Boolean, a String, a LocalDate, or null for "unknown". */
  record Literal(@Nullable Object value) implements Term {
    @Override
    public @Nullable Type type() {
      if (value == null) {
        return null;
      }
      if (value instanceof Integer) {
        return Type.NUMBER;
      }
      if (value instanceof LocalDate) {
        return Type.DATE;
      }
      return value instanceof Boolean ? Type.TRUTH : Type.TEXT;
    }
  }

  /**
   * A field of a fact.
   *
   * @param pattern which of the rule's facts, from 0
   */
  record Ref(int pattern, Field field) implements Term {
    @Override
    public Type type() {
      return field.type();
    }
  }

  /**
   * A sum, difference or product.
   *
   * @param type a number; or the date so many days before or after another
   */
  record Calculation(Term left, char sign, Term right, Type type) implements Term {}
}
