package org.libpass.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.libpass.message.Message;

/**
 * What a lending school writes to a home school about a loan.
 *
 * @param item the barcode of the item that is lent
 * @param text not blank
 */
record LoanMessageForm(
    String item,
    @NotBlank(message = "{loans.message.text.required}")
        @Size(max = Message.LONGEST, message = "{loans.message.text.too-long}")
        String text) {

  LoanMessageForm(@Nullable String item, @Nullable String text) {
    this.item = item == null ? "" : item.strip();
    // A browser sends a line's end as two characters, and counts it as one.
    this.text = text == null ? "" : text.strip().replace("\r\n", "\n");
  }
}
