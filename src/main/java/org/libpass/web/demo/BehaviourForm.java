package org.libpass.web.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinFault;

/**
 * How a stand-in is to behave.
 *
 * @param milliseconds how long it takes for each answer, 0 to 60,000
 */
record BehaviourForm(
    @NotNull(message = "{demo.behaviour.fault.required}") @Nullable StandinFault fault,
    @NotNull(message = "{demo.behaviour.milliseconds.required}")
        @Min(value = 0, message = "{demo.behaviour.milliseconds.range}")
        @Max(value = BehaviourForm.A_MINUTE, message = "{demo.behaviour.milliseconds.range}")
        @Nullable Integer milliseconds) {

  static final int A_MINUTE = 60_000;
}
