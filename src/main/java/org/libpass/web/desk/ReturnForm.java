package org.libpass.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.libpass.circulation.Desk;
import org.libpass.web.security.StaffPrincipal;

/**
 * An item that is brought back.
 *
 * @param barcode the item's barcode
 * @param card the number of the card in hand, null when the item came without
 * @param identity whether that card's holder has shown a photo identity, to be kept for the page
 * @param byHand whether the librarian takes it back without the library's system, which is away
 */
record ReturnForm(
    @NotBlank(message = "{staff.desk.barcode.required}")
        @Size(max = LONGEST, message = "{staff.desk.barcode.too-long}")
        String barcode,
    @Nullable String card,
    @Nullable String identity,
    Boolean byHand)
    implements Serializable {

  /** The longest barcode of an item. */
  static final int LONGEST = 60;

  @Serial private static final long serialVersionUID = 1L;

  ReturnForm(
      @Nullable String barcode,
      @Nullable String card,
      @Nullable String identity,
      @Nullable Boolean byHand) {
    this.barcode = barcode == null ? "" : barcode.strip();
    this.card = card;
    this.identity = identity;
    this.byHand = byHand != null && byHand;
  }

  /** Who takes it back, and what they say. */
  Desk.Librarian librarian(StaffPrincipal who) {
    return new Desk.Librarian(who.username(), false, byHand);
  }
}
