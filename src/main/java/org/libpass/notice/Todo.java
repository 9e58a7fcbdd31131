package org.libpass.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * One line of a reader's to-do list. Each kind has one sentence, {@link #messageKey()}, and fills
 * the fields that its sentence uses.
 *
 * @param title an item's title, or its barcode where the title is not known; the reason at {@link
 *     Kind#SUSPENDED}
 * @param barcode an item's barcode
 * @param school the lending school of an item on a card, else the home school
 * @param day the date that the kind speaks of
 * @param days a number of days, never negative
 * @param subject the card, application or activation that it is about
 * @param cardNumber the number of the card that it is about
 * @param amount New Taiwan dollars; at {@link Kind#OVERDUE_AT_HOME_UNNAMED} a number of items
 */
public record Todo(
    Kind kind,
    @Nullable String title,
    @Nullable String barcode,
    @Nullable SchoolCode school,
    @Nullable LocalDate day,
    @Nullable Long days,
    @Nullable UUID subject,
    @Nullable String cardNumber,
    @Nullable BigDecimal amount) {

  /** What is to be done, the most urgent first; last what others have to do. */
  public enum Kind {
    /** An item lent on a card is overdue since {@code day}, by {@code days}. */
    OVERDUE_ON_CARD,
    /** An item of the home library is overdue since {@code day}, by {@code days}. */
    OVERDUE_AT_HOME,
    /** An item of the home library is overdue; that library does not say since when. */
    OVERDUE_AT_HOME_UNDATED,
    /** So many items of the home library ({@code amount}) are overdue which it does not name. */
    OVERDUE_AT_HOME_UNNAMED,
    /** {@code amount} is owed to the home library. */
    FINE,
    /**
     * {@code amount} is owed to a lending school, for an item lent on a card, since {@code day}.
     */
    FINE_ON_CARD,
    /** A librarian has suspended the reader on {@code day}; {@code title} is the reason. */
    SUSPENDED,
    /** An item lent on a card has to be back today ({@code day}). */
    DUE_TODAY,
    /** A card may borrow for the last day today ({@code day}). */
    CARD_ENDS_TODAY,
    /** An item lent on a card has to be back by {@code day}, in {@code days}, 1 or more. */
    DUE_SOON,
    /** A card was issued and is not printed; it may borrow until {@code day}. */
    CARD_TO_PRINT,
    /** The reader has not asked for activation. */
    ACTIVATE,
    /** The activation was refused on {@code day}; the reader may ask again. */
    ACTIVATION_REFUSED,
    /** There is a version of the privacy policy, since {@code day}, to agree to. */
    AGREE_TO_PRIVACY,
    /** An item waits at the home library. */
    HOLD_SHELF,
    /** What was asked for from another library ({@code title}) waits at the home library. */
    REQUEST_ARRIVED,
    /** An application waits for a librarian since {@code day}, for {@code days}. */
    APPLICATION_UNDER_REVIEW,
    /** The activation waits for a librarian since {@code day}, for {@code days}. */
    ACTIVATION_PENDING
  }

  /** The key of its sentence. */
  public String messageKey() {
    return "todo." + kind;
  }

  /**
   * What its sentence is filled with: {0} title, {1} barcode, {2} school, {3} date, {4} days, {5}
   * card number, {6} amount.
   *
   * @param schoolName the name of {@link #school()} in the page's language, null without a school
   * @param date {@link #day()} as the page writes dates, null without a day
   */
  public @Nullable Object[] arguments(@Nullable String schoolName, @Nullable String date) {
    return new @Nullable Object[] {title, barcode, schoolName, date, days, cardNumber, amount};
  }
}
