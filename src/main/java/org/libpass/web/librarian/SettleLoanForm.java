package org.libpass.web.librarian;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Loan;

/**
 * Ending a loan whose item does not come back.
 *
 * @param barcode of the item
 * @param as how it ends
 * @param note why, in words that the reader and the home school will read
 * @param confirmed whether the librarian has confirmed that it can't be undone
 */
record SettleLoanForm(
    @NotBlank(message = "{cards.loan.required}") String barcode,
    @NotNull(message = "{cards.settle.as.required}") Loan.@Nullable As as,
    @NotBlank(message = "{cards.note.required}") @Size(max = 500, message = "{cards.note.too-long}")
        String note,
    @AssertTrue(message = "{cards.settle.confirm.required}") Boolean confirmed) {

  SettleLoanForm(
      @Nullable String barcode,
      Loan.@Nullable As as,
      @Nullable String note,
      @Nullable Boolean confirmed) {
    this.barcode = barcode == null ? "" : barcode.strip();
    this.as = as;
    this.note = note == null ? "" : note.strip();
    this.confirmed = confirmed != null && confirmed;
  }
}
