package org.libpass.policy.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The reader whom a case is about.
 *
 * @param school the code of the home school
 * @param identity the alliance's word for the kind of reader, null when unknown
 * @param unit department or office, null when unknown
 * @param expiry the last day of the reader's rights at the home library, null when unknown
 * @param expired whether the reader's rights at the home library have ended, null when unknown
 * @param activated whether the home school has activated the reader
 * @param suspended whether a librarian has suspended the reader
 * @param leaving whether a librarian has marked the reader as leaving, from a day that has come
 * @param overdueItems items not returned in time, at home and on cards together; null when the home
 *     library does not tell and none is overdue on a card
 * @param owesFine whether any fine or fee is unpaid, at home or recorded by a lending school; null
 *     when the home library does not tell and none is recorded
 * @param openCards cards of the reader that are open now, applications under review included
 * @param revokedCardsWithLoans revoked cards with books still out
 */
@Chinese("讀者")
public record Reader(
    @Chinese("所屬校") String school,
    @Chinese("身分") @Nullable String identity,
    @Chinese("單位") @Nullable String unit,
    @Chinese("使用效期") @Nullable LocalDate expiry,
    @Chinese("效期已過") @Nullable Boolean expired,
    @Chinese("已開通") boolean activated,
    @Chinese("停權中") boolean suspended,
    @Chinese("離校中") boolean leaving,
    @Chinese("逾期冊數") @Nullable Integer overdueItems,
    @Chinese("有欠款") @Nullable Boolean owesFine,
    @Chinese("有效張數") int openCards,
    @Chinese("註銷未還張數") int revokedCardsWithLoans) {

  /** The same reader by another word for the kind. */
  public Reader withIdentity(@Nullable String word) {
    return new Reader(
        school,
        word,
        unit,
        expiry,
        expired,
        activated,
        suspended,
        leaving,
        overdueItems,
        owesFine,
        openCards,
        revokedCardsWithLoans);
  }

  /** The same as {@link #unit()}, which the rule compiler cannot read: it has a word "unit". */
  public @Nullable String department() {
    return unit;
  }

  /** The expiry as a number that can be compared: days since 1970-01-01. */
  public @Nullable Integer expiryDay() {
    return expiry == null ? null : (int) expiry.toEpochDay();
  }
}
