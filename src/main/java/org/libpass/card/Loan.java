package org.libpass.card;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * One item lent on a card at one lending school. Its identity is (lending school, barcode): the
 * same barcode at two schools is two items.
 *
 * @param lendingSchool the code of the school that lent it
 * @param barcode the item's barcode, at most 60 characters
 * @param title null when not known
 * @param itemType the lending school's word for the kind of item, null when not known
 * @param lentBy the account of the librarian who lent it
 * @param dueDate what the lending system or the policy says
 * @param returnBy the due date, or the lender's next open day; overdue counts from the day after
 * @param returnedAt null while it is out
 * @param returnedBy the account of the librarian who took it back, null while it is out
 * @param stillOut true while it is out, null afterwards; the database keeps an item from being out
 *     twice by it
 */
public record Loan(
    String lendingSchool,
    String barcode,
    @Nullable String title,
    @Nullable String itemType,
    Instant lentAt,
    String lentBy,
    LocalDate dueDate,
    LocalDate returnBy,
    @Nullable Instant returnedAt,
    @Nullable String returnedBy,
    @Nullable Boolean stillOut) {

  /** A new loan. */
  static Loan of(Item item, SchoolCode school, Instant now, String by, Due due) {
    return new Loan(
        school.value(),
        item.barcode(),
        item.title(),
        item.type(),
        now,
        by,
        due.dueDate(),
        due.returnBy(),
        null,
        null,
        true);
  }

  /**
   * What is lent.
   *
   * @param barcode at most 60 characters
   * @param title at most 300 characters, null when not known
   * @param type the school's word for its kind, at most 60 characters, null when not known
   */
  public record Item(String barcode, @Nullable String title, @Nullable String type) {}

  /**
   * When it has to be back.
   *
   * @param dueDate what was granted
   * @param returnBy the same day or a later one on which the lender is open
   */
  public record Due(LocalDate dueDate, LocalDate returnBy) {}

  Loan returned(Instant now, String by) {
    return new Loan(
        lendingSchool, barcode, title, itemType, lentAt, lentBy, dueDate, returnBy, now, by, null);
  }

  Loan outAgain() {
    return new Loan(
        lendingSchool,
        barcode,
        title,
        itemType,
        lentAt,
        lentBy,
        dueDate,
        returnBy,
        null,
        null,
        true);
  }

  /** The school that lent it and takes it back. */
  public SchoolCode school() {
    return new SchoolCode(lendingSchool);
  }

  public boolean isOut() {
    return returnedAt == null;
  }

  /** Whether it is out after its return-by date. */
  public boolean isOverdue(LocalDate today) {
    return isOut() && today.isAfter(returnBy);
  }

  /** What a page or a timeline calls it: its title, or else its barcode. */
  public String label() {
    return title == null || title.isBlank() ? barcode : title;
  }

  boolean is(SchoolCode school, String itemBarcode) {
    return lendingSchool.equals(school.value()) && barcode.equals(itemBarcode);
  }

  /** The moment of the last desk step on it. */
  Instant lastStepAt() {
    return returnedAt == null ? lentAt : returnedAt;
  }
}
