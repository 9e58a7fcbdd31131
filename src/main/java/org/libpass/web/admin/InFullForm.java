package org.libpass.web.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why an alliance administrator has to know who a reader is.
 *
 * @param reason kept in the audit log of the reader's school
 */
record InFullForm(
    @NotBlank(message = "{admin.readers.reason.required}")
        @Size(max = 300, message = "{admin.readers.reason.too-long}")
        String reason) {

  InFullForm(@Nullable String reason) {
    this.reason = reason == null ? "" : reason.strip();
  }
}
