package org.libpass.policy;

import org.jspecify.annotations.Nullable;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;

/** Facts of everyday cases; each test changes what it is about. */
final class Cases {

  static final School FREE_SCHOOL = new School(7, 53);
  static final Card PRINTED_CARD = new Card(true, 1, 1, 1, false, 4);

  private Cases() {}

  /** A student with a clean record and no card. */
  static ReaderCase steve() {
    return new ReaderCase("大學部學生", "資訊工程系", false, true, false, 0, false, 0, 0);
  }

  /** A reader in the making. */
  record ReaderCase(
      @Nullable String identity,
      @Nullable String unit,
      @Nullable Boolean expired,
      boolean activated,
      boolean suspended,
      @Nullable Integer overdueItems,
      @Nullable Boolean owesFine,
      int openCards,
      int revokedCardsWithLoans) {

    ReaderCase identity(@Nullable String value) {
      return new ReaderCase(
          value,
          unit,
          expired,
          activated,
          suspended,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase unit(@Nullable String value) {
      return new ReaderCase(
          identity,
          value,
          expired,
          activated,
          suspended,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase expired(@Nullable Boolean value) {
      return new ReaderCase(
          identity,
          unit,
          value,
          activated,
          suspended,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase activated(boolean value) {
      return new ReaderCase(
          identity,
          unit,
          expired,
          value,
          suspended,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase suspended(boolean value) {
      return new ReaderCase(
          identity,
          unit,
          expired,
          activated,
          value,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase overdueItems(@Nullable Integer value) {
      return new ReaderCase(
          identity,
          unit,
          expired,
          activated,
          suspended,
          value,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase owesFine(@Nullable Boolean value) {
      return new ReaderCase(
          identity,
          unit,
          expired,
          activated,
          suspended,
          overdueItems,
          value,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase openCards(int value) {
      return new ReaderCase(
          identity,
          unit,
          expired,
          activated,
          suspended,
          overdueItems,
          owesFine,
          value,
          revokedCardsWithLoans);
    }

    ReaderCase revokedCardsWithLoans(int value) {
      return new ReaderCase(
          identity, unit, expired, activated, suspended, overdueItems, owesFine, openCards, value);
    }

    Reader now() {
      return new Reader(
          identity,
          unit,
          expired,
          activated,
          suspended,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }
  }
}
