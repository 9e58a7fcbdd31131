package org.libpass.web.demo;

import jakarta.validation.constraints.NotBlank;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item to be charged at a library's own counter.
 *
 * @param account a reader's account, or a slot account such as {@code CUTE-1}
 * @param due the due date as typed, empty for the library's own loan period
 */
record ChargeForm(
    @NotBlank(message = "{demo.counter.barcode.required}") String barcode,
    @NotBlank(message = "{demo.counter.account.required}") String account,
    String due) {

  private static final long A_YEAR = 366;

  ChargeForm(@Nullable String barcode, @Nullable String account, @Nullable String due) {
    this.barcode = barcode == null ? "" : barcode.strip();
    this.account = account == null ? "" : account.strip();
    this.due = due == null ? "" : due.strip();
  }

  /** The due date, if it is one within a year of today; empty also where none was typed. */
  Optional<LocalDate> day(LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(due);
      return Optional.of(day).filter(it -> Math.abs(ChronoUnit.DAYS.between(today, it)) <= A_YEAR);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
