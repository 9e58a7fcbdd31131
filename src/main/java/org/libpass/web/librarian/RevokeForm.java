package org.libpass.web.librarian;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Taking a card away.
 *
 * @param reason why, in words that the reader will read
 * @param confirmed whether the librarian has confirmed that it can't be undone
 */
record RevokeForm(
    @NotBlank(message = "{staff.revoke.reason.required}")
        @Size(max = 500, message = "{staff.revoke.reason.too-long}")
        String reason,
    @AssertTrue(message = "{staff.revoke.confirm.required}") Boolean confirmed) {

  RevokeForm(@Nullable String reason, @Nullable Boolean confirmed) {
    this.reason = reason == null ? "" : reason.strip();
    this.confirmed = confirmed != null && confirmed;
  }
}
