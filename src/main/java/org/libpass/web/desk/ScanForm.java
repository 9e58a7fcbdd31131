package org.libpass.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.web.security.StaffPrincipal;

/**
 * What came into the desk's one field, by a scanner or by hand: a card, or an item to lend or to
 * take back.
 *
 * @param card the card in hand as its code says it, empty when there is none
 * @param identity {@link #SEEN} when that card's holder has shown a photo identity
 * @param title the item's title where it is lent by hand, empty when not known
 * @param type the kind of item likewise, empty when not known
 * @param agreed whether the librarian was asked by policy and said yes
 * @param byHand whether the librarian lends without the library's system, which is away
 */
record ScanForm(
    @NotBlank(message = "{desk.scan.required}")
        @Size(max = LONGEST, message = "{desk.scan.too-long}")
        String scan,
    String card,
    @Nullable String identity,
    @Size(max = 300, message = "{staff.desk.title.too-long}") String title,
    @Size(max = 60, message = "{staff.desk.type.too-long}") String type,
    Boolean agreed,
    Boolean byHand)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** The longest link of a card is about half of it. */
  static final int LONGEST = 400;

  static final String SEEN = "seen";

  ScanForm(
      @Nullable String scan,
      @Nullable String card,
      @Nullable String identity,
      @Nullable String title,
      @Nullable String type,
      @Nullable Boolean agreed,
      @Nullable Boolean byHand) {
    this.scan = plain(scan);
    this.card = plain(card);
    this.identity = identity;
    this.title = plain(title);
    this.type = plain(type);
    this.agreed = agreed != null && agreed;
    this.byHand = byHand != null && byHand;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** The field with something in it, and no card in hand. */
  static ScanForm of(String scan) {
    return new ScanForm(scan, null, null, null, ItemType.BOOK.word(), false, false);
  }

  boolean identitySeen() {
    return SEEN.equals(identity);
  }

  /** Who lends it, and what they say. */
  Desk.Librarian librarian(StaffPrincipal who) {
    return new Desk.Librarian(who.username(), agreed, byHand);
  }

  Loan.Item item() {
    return new Loan.Item(scan, title.isEmpty() ? null : title, type.isEmpty() ? null : type);
  }
}
