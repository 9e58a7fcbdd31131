package org.libpass.web.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A step of one's own choice.
 *
 * @param hours how many hours forward, 1 to 8784
 */
record ClockForm(
    @NotNull(message = "{demo.clock.hours.required}")
        @Min(value = 1, message = "{demo.clock.hours.range}")
        @Max(value = ClockForm.A_YEAR, message = "{demo.clock.hours.range}")
        @Nullable Integer hours) {

  static final int A_YEAR = 8784;
}
