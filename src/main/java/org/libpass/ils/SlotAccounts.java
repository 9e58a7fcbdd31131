package org.libpass.ils;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * The slots' patron accounts, such as {@code CUTE-1}, in the library systems of the lending
 * schools: what is charged to them, and lending and taking back in their name. Never called in a
 * transaction.
 */
public interface SlotAccounts {

  /**
   * What a lending school's system says is charged to a slot's account.
   *
   * @throws IlsUnavailable if there is no trustworthy answer, or the account is not known there:
   *     never a sign that something came back
   */
  SlotCharges charged(SchoolCode lender, String account) throws IlsUnavailable;

  /**
   * Where an item of the school is.
   *
   * @throws IlsUnavailable if there is no trustworthy answer, or the barcode is none that could be
   *     sent
   */
  ItemWhereabouts item(SchoolCode lender, String barcode) throws IlsUnavailable;

  /**
   * Lends an item to a slot's account. Sent once, never again.
   *
   * @param barcode what was scanned; what no system could take for a barcode is {@link
   *     Written.Refused} without being sent
   * @throws IlsUnavailable if it was not sent: nothing is lent
   */
  Written checkOut(SchoolCode lender, String account, String barcode) throws IlsUnavailable;

  /**
   * Takes an item back. Sent once, never again.
   *
   * @param barcode as for {@link #checkOut}
   * @throws IlsUnavailable if it was not sent: nothing was taken back
   */
  Written checkIn(SchoolCode lender, String barcode) throws IlsUnavailable;

  /** What became of lending or taking back. */
  sealed interface Written {

    /**
     * The system has done it, or it was so already: lent to the same account, and now perhaps
     * renewed.
     *
     * @param title the item's title, null when the system gives none
     * @param dueDate until when it is lent, null when the system gives none or it was taken back
     */
    record Done(@Nullable String title, @Nullable LocalDate dueDate) implements Written {}

    /**
     * The system refuses; nothing has changed there.
     *
     * @param screenMessage what it says to people, in its own words; null when it says nothing
     */
    record Refused(@Nullable String screenMessage) implements Written {}

    /**
     * It was sent, and no trustworthy answer came: done or not. To be found out by asking, never by
     * sending it again.
     */
    record Unknown() implements Written {}
  }
}
