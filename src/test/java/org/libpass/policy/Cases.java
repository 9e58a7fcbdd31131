package org.libpass.policy;

import java.time.LocalDate;
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
    return new ReaderCase(
        "NTUT",
        "大學部學生",
        "資訊工程系",
        LocalDate.of(2027, 6, 30),
        false,
        true,
        false,
        false,
        0,
        false,
        0,
        0);
  }

  /** A reader in the making. */
  record ReaderCase(
      String school,
      @Nullable String identity,
      @Nullable String unit,
      @Nullable LocalDate expiry,
      @Nullable Boolean expired,
      boolean activated,
      boolean suspended,
      boolean leaving,
      @Nullable Integer overdueItems,
      @Nullable Boolean owesFine,
      int openCards,
      int revokedCardsWithLoans) {

    ReaderCase identity(@Nullable String value) {
      return new ReaderCase(
          school,
          value,
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

    ReaderCase unit(@Nullable String value) {
      return new ReaderCase(
          school,
          identity,
          value,
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

    ReaderCase school(String value) {
      return new ReaderCase(
          value,
          identity,
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

    ReaderCase expiry(@Nullable LocalDate value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          value,
          expired,
          activated,
          suspended,
          leaving,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase expired(@Nullable Boolean value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          value,
          activated,
          suspended,
          leaving,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase activated(boolean value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          value,
          suspended,
          leaving,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase suspended(boolean value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          activated,
          value,
          leaving,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase leaving(boolean value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          activated,
          suspended,
          value,
          overdueItems,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase overdueItems(@Nullable Integer value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          activated,
          suspended,
          leaving,
          value,
          owesFine,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase owesFine(@Nullable Boolean value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          activated,
          suspended,
          leaving,
          overdueItems,
          value,
          openCards,
          revokedCardsWithLoans);
    }

    ReaderCase openCards(int value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          activated,
          suspended,
          leaving,
          overdueItems,
          owesFine,
          value,
          revokedCardsWithLoans);
    }

    ReaderCase revokedCardsWithLoans(int value) {
      return new ReaderCase(
          school,
          identity,
          unit,
          expiry,
          expired,
          activated,
          suspended,
          leaving,
          overdueItems,
          owesFine,
          openCards,
          value);
    }

    Reader now() {
      return new Reader(
          school,
          identity,
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
  }
}
