package org.libpass.web.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alliance administrator looks for.
 *
 * @param number a whole card number, or a whole reader number
 * @param school the code of the reader's school; a card number needs none
 */
record LookUpForm(
    @NotBlank(message = "{admin.readers.number.required}")
        @Size(max = 60, message = "{admin.readers.number.too-long}")
        String number,
    String school) {

  LookUpForm(@Nullable String number, @Nullable String school) {
    this.number = number == null ? "" : number.strip();
    this.school = school == null ? "" : school;
  }
}
