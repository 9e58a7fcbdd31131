package org.libpass.clearance;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list.
 *
 * @param line from 1
 * @param number the reader number as it stands there, shortened where it is too long for one
 * @param problem what is wrong with the line by itself, null for nothing
 * @param other the line in which the number stands already, at {@link Problem#TWICE} only
 */
record ListedNumber(int line, String number, @Nullable Problem problem, @Nullable Integer other) {

  /** What can be wrong with a line. */
  enum Problem {
    /** Nothing stands there, but below something does. */
    EMPTY,
    /** Longer than any reader number. */
    TOO_LONG,
    /** Stands in the list already. */
    TWICE
  }
}
