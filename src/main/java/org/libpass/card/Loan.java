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
 * @param lentAt when it was lent, or first seen as lent
 * @param lentBy the account of the librarian who lent it, null when it was only seen
 * @param lentVia how the loan came to be known
 * @param dueDate what the lending system or the policy says
 * @param returnBy the due date, or the lender's next open day; overdue counts from the day after
 * @param returnedAt when it came back or was settled, null while it is out
 * @param returnedBy the account of the librarian who took it back or settled it, null while it is
 *     out or when it was only seen to be back
 * @param returnedVia how the return came to be known, null while it is out
 * @param settledAs how the lending school ended it without its return, null for all others
 * @param inSystem whether the lender's library system is known to have it charged to the slot's
 *     account: only then can it be seen to come back. A settled item counts as charged until the
 *     system has been seen without it
 * @param stillOut true while it is out, null afterwards; the database keeps an item from being out
 *     twice by it
 */
public record Loan(
    String lendingSchool,
    String barcode,
    @Nullable String title,
    @Nullable String itemType,
    Instant lentAt,
    @Nullable String lentBy,
    Via lentVia,
    LocalDate dueDate,
    LocalDate returnBy,
    @Nullable Instant returnedAt,
    @Nullable String returnedBy,
    @Nullable Via returnedVia,
    @Nullable As settledAs,
    boolean inSystem,
    @Nullable Boolean stillOut) {

  /** How the platform came to know that an item was lent, or is back. */
  public enum Via {
    /** A desk, by hand: the lender's library system had no part in it. */
    HAND,
    /** A desk, through the lender's library system. */
    SYSTEM,
    /** It was seen in the lender's library system. */
    SEEN
  }

  /** How a loan ends without the item's return. */
  public enum As {
    /** The item is lost; the lending school follows it no more. */
    LOST,
    /** The reader has paid for the item. */
    PAID
  }

  /**
   * The end of a loan whose item does not come back.
   *
   * @param by the account of the lending school's librarian
   * @param note why, in words, 1 to 500 characters
   */
  public record Settlement(As as, String by, Instant at, String note) {}

  /**
   * Lending or taking back.
   *
   * @param by the librarian's account, null for what was only seen
   * @param at when it was done, or seen
   */
  public record Step(Via via, @Nullable String by, Instant at) {

    /** What was seen in a library system. */
    public static Step seen(Instant at) {
      return new Step(Via.SEEN, null, at);
    }
  }

  /** A new loan. */
  static Loan of(Item item, SchoolCode school, Step lent, Due due) {
    return new Loan(
        school.value(),
        item.barcode(),
        item.title(),
        item.type(),
        lent.at(),
        lent.by(),
        lent.via(),
        due.dueDate(),
        due.returnBy(),
        null,
        null,
        null,
        null,
        lent.via() != Via.HAND,
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

  /** This loan ended. What was taken back by hand may still be charged in the lender's system. */
  Loan returned(Step step) {
    boolean stillThere = inSystem && step.via() == Via.HAND;
    return with(new Due(dueDate, returnBy), step, null, stillThere);
  }

  /** This loan, ended by the lending school without the item's return. */
  Loan settled(Settlement settlement) {
    Step end = new Step(Via.HAND, settlement.by(), settlement.at());
    return with(new Due(dueDate, returnBy), end, settlement.as(), true);
  }

  /** This loan, not ended after all. */
  Loan outAgain() {
    return with(new Due(dueDate, returnBy), null, null, returnedVia == Via.SYSTEM || inSystem);
  }

  /** This loan with what the lender's system says of it: charged to the slot's account, or not. */
  Loan inSystem(boolean charged) {
    return with(new Due(dueDate, returnBy), returned(), settledAs, charged);
  }

  /** This loan with other dates. */
  Loan due(Due due) {
    return with(due, returned(), settledAs, inSystem);
  }

  private @Nullable Step returned() {
    return returnedAt == null || returnedVia == null
        ? null
        : new Step(returnedVia, returnedBy, returnedAt);
  }

  private Loan with(Due due, @Nullable Step back, @Nullable As settled, boolean charged) {
    return new Loan(
        lendingSchool,
        barcode,
        title,
        itemType,
        lentAt,
        lentBy,
        lentVia,
        due.dueDate(),
        due.returnBy(),
        back == null ? null : back.at(),
        back == null ? null : back.by(),
        back == null ? null : back.via(),
        settled,
        charged,
        back == null ? true : null);
  }

  /** The school that lent it and takes it back. */
  public SchoolCode school() {
    return new SchoolCode(lendingSchool);
  }

  public boolean isOut() {
    return returnedAt == null;
  }

  /** Whether the lending school ended it without the item's return. */
  public boolean isSettled() {
    return settledAs != null;
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

  /** The moment of the last step on it, at a desk or seen. */
  Instant lastStepAt() {
    return returnedAt == null ? lentAt : returnedAt;
  }

  /** How the last step on it came to be known. */
  public Via lastVia() {
    return returnedVia == null ? lentVia : returnedVia;
  }
}
