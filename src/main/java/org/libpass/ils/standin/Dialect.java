package org.libpass.ils.standin;

import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a library system speaks SIP2.
 *
 * @param expiryField the field of a patron's expiry, null for none
 * @param dates how expiry and due dates are written
 * @param identityField the field of the kind of patron
 * @param unitField the field of department or office
 * @param counts which of the six counts are filled in
 */
record Dialect(
    Charset charset,
    @Nullable String expiryField,
    Dates dates,
    String identityField,
    String unitField,
    Counts counts,
    Set<Habit> habits) {

  Dialect {
    habits = Set.copyOf(habits);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /** This dialect with further habits. */
  Dialect with(Habit... more) {
    EnumSet<Habit> all = EnumSet.noneOf(Habit.class);
    all.addAll(habits);
    all.addAll(List.of(more));
    return new Dialect(charset, expiryField, dates, identityField, unitField, counts, all);
  }

  /** This dialect in another charset. */
  Dialect in(Charset other) {
    return new Dialect(other, expiryField, dates, identityField, unitField, counts, habits);
  }

  /** This dialect with other counts. */
  Dialect counting(Counts other) {
    return new Dialect(charset, expiryField, dates, identityField, unitField, other, habits);
  }

  /** This dialect with another field map. */
  Dialect fields(@Nullable String expiry, Dates written, String identity, String unit) {
    return new Dialect(charset, expiry, written, identity, unit, counts, habits);
  }

  /** How a date within a field is written. */
  enum Dates {
    /** {@code 20261123 235900}. */
    STANDARD,
    /** {@code 20261123}. */
    COMPACT,
    /** {@code 2026-11-23}. */
    DASHED
  }

  /** Which of the six counts of a patron's items are filled in. */
  enum Counts {
    FILLED,
    /** Holds, recalls and unavailable holds are left blank. */
    PARTLY,
    BLANK
  }
}
