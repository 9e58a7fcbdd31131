package org.libpass.web.readers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Marking readers as leaving.
 *
 * @param from the first day without new cards, as 2027-06-30
 */
record LeavingForm(String from) {

  /** So far ahead at most; whoever leaves later will be in a later list. */
  private static final int YEARS = 2;

  LeavingForm(@Nullable String from) {
    this.from = from == null ? "" : from.strip();
  }

  /** The day; empty, with an error beside the field, if it will not do. */
  Optional<LocalDate> day(LocalDate today, BindingResult errors) {
    Optional<LocalDate> day = parsed();
    if (day.isEmpty()) {
      errors.rejectValue("from", "leaving.from.wrong");
    } else if (day.get().isBefore(today)) {
      errors.rejectValue("from", "leaving.from.past");
    } else if (day.get().isAfter(today.plusYears(YEARS))) {
      errors.rejectValue("from", "leaving.from.far");
    }
    return errors.hasErrors() ? Optional.empty() : day;
  }

  private Optional<LocalDate> parsed() {
    try {
      return Optional.of(LocalDate.parse(from));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
