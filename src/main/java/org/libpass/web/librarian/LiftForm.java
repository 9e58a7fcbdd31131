package org.libpass.web.librarian;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Lifting a fine.
 *
 * @param fine its id
 * @param note why, in words that the reader and the home school will read
 */
record LiftForm(
    String fine,
    @NotBlank(message = "{cards.note.required}") @Size(max = 500, message = "{cards.note.too-long}")
        String note) {

  LiftForm(@Nullable String fine, @Nullable String note) {
    this.fine = fine == null ? "" : fine.strip();
    this.note = note == null ? "" : note.strip();
  }
}
