package org.libpass.web.librarian;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.libpass.circulation.Disagreement;

/**
 * How a librarian settles a disagreement.
 *
 * @param choice one of those that its kind offers
 * @param note in words, at most 500 characters, empty for none
 */
record SettleForm(
    @NotNull(message = "{disagreement.choice.required}") Disagreement.@Nullable Choice choice,
    @Size(max = 500, message = "{disagreement.note.too-long}") String note) {

  SettleForm(Disagreement.@Nullable Choice choice, @Nullable String note) {
    this.choice = choice;
    this.note = note == null ? "" : note.strip();
  }
}
