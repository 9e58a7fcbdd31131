package org.libpass.web.librarian;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Fines;

/**
 * Recording a fine.
 *
 * @param barcode of the loan that it is for
 * @param amount whole New Taiwan dollars, 1 to {@link Fines#HIGHEST}
 * @param note why, in words that the reader and the home school will read
 */
record FineForm(
    @NotBlank(message = "{cards.loan.required}") String barcode,
    @Pattern(regexp = "[1-9][0-9]{0,4}|100000", message = "{cards.fine.amount.wrong}")
        String amount,
    @NotBlank(message = "{cards.note.required}") @Size(max = 500, message = "{cards.note.too-long}")
        String note) {

  FineForm(@Nullable String barcode, @Nullable String amount, @Nullable String note) {
    this.barcode = barcode == null ? "" : barcode.strip();
    this.amount = amount == null ? "" : amount.strip();
    this.note = note == null ? "" : note.strip();
  }

  Fines.Reasons reasons() {
    return new Fines.Reasons(barcode, Integer.parseInt(amount), note);
  }
}
