package org.libpass.web.readers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Suspending a reader, or lifting it.
 *
 * @param reason why, in words that the reader will read
 */
record StandingForm(
    @NotBlank(message = "{school-reader.reason.required}")
        @Size(max = 500, message = "{school-reader.reason.too-long}")
        String reason) {

  StandingForm(@Nullable String reason) {
    this.reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
  }
}
