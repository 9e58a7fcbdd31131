package org.libpass.web.librarian;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An item that is brought back.
 *
 * @param barcode the item's barcode
 * @param card the number of the card in hand, null when the item came without
 * @param identity whether that card's holder has shown a photo identity, to be kept for the page
 */
record ReturnForm(
    @NotBlank(message = "{staff.desk.barcode.required}")
        @Size(max = 60, message = "{staff.desk.barcode.too-long}")
        String barcode,
    @Nullable String card,
    @Nullable String identity) {

  ReturnForm(@Nullable String barcode, @Nullable String card, @Nullable String identity) {
    this.barcode = barcode == null ? "" : barcode.strip();
    this.card = card;
    this.identity = identity;
  }
}
