package org.libpass.web.librarian;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.web.security.StaffPrincipal;

/**
 * An item to be lent.
 *
 * @param card the number of the card in hand
 * @param barcode the item's barcode
 * @param title its title, empty when not known
 * @param type the kind of item, empty when not known
 * @param identitySeen whether the librarian has seen a photo identity
 * @param agreed whether the librarian was asked by policy and said yes
 * @param byHand whether the librarian lends without the library's system, which is away
 */
record LendForm(
    @Nullable String card,
    @NotBlank(message = "{staff.desk.barcode.required}")
        @Size(max = 60, message = "{staff.desk.barcode.too-long}")
        String barcode,
    @Size(max = 300, message = "{staff.desk.title.too-long}") String title,
    @Size(max = 60, message = "{staff.desk.type.too-long}") String type,
    @AssertTrue(message = "{staff.desk.identity.required}") Boolean identitySeen,
    Boolean agreed,
    Boolean byHand)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  LendForm(
      @Nullable String card,
      @Nullable String barcode,
      @Nullable String title,
      @Nullable String type,
      @Nullable Boolean identitySeen,
      @Nullable Boolean agreed,
      @Nullable Boolean byHand) {
    this.card = card;
    this.barcode = barcode == null ? "" : barcode.strip();
    this.title = title == null ? "" : title.strip();
    this.type = type == null ? "" : type.strip();
    this.identitySeen = identitySeen != null && identitySeen;
    this.agreed = agreed != null && agreed;
    this.byHand = byHand != null && byHand;
  }

  /** The next item's form, with nothing typed yet. */
  static LendForm empty(boolean identitySeen) {
    return new LendForm(null, null, null, ItemType.BOOK.word(), identitySeen, false, false);
  }

  /** Who lends it, and what they say. */
  Desk.Librarian librarian(StaffPrincipal who) {
    return new Desk.Librarian(who.username(), agreed, byHand);
  }

  Loan.Item item() {
    return new Loan.Item(barcode, title.isEmpty() ? null : title, type.isEmpty() ? null : type);
  }
}
