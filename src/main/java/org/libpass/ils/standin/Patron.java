package org.libpass.ils.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a library holds of somebody who may borrow; a null is what it does not know.
 *
 * @param number what the library knows the patron by
 * @param password null when there is none, so that no password is right
 * @param fines unpaid fines in New Taiwan dollars
 * @param requests what has come from other libraries for the patron: barcodes or words
 */
record Patron(
    String number,
    String name,
    String identity,
    String unit,
    @Nullable LocalDate expiry,
    @Nullable String email,
    @Nullable String password,
    @Nullable BigDecimal fines,
    List<String> requests,
    boolean blocked,
    boolean slot) {

  boolean accepts(@Nullable String typed) {
    return password != null && password.equals(typed);
  }

  /** Whether the library tells about the patron's items, and lends, with that password. */
  boolean opensWith(@Nullable String typed, Dialect dialect) {
    return !slot || !dialect.has(Habit.SLOT_PASSWORD) || accepts(typed);
  }

  boolean expired(LocalDate today) {
    return expiry != null && expiry.isBefore(today);
  }
}
