package org.libpass.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardCode;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;

/** The made-up cards of the practice: one for each thing that a desk has to tell apart. */
enum PracticeCard {
  LENDS(CardState.PRINTED, 3, 0, null),
  DAYS_OVER(CardState.IN_USE, -2, 1, PracticeItem.LATE),
  NOT_PRINTED(CardState.ISSUED, 3, 0, null),
  USED_UP(CardState.IN_USE, 2, 5, PracticeItem.LAST),
  RETURNED(CardState.RETURNED, -9, 2, null),
  /** Lost once: the paper of before is refused, and the number alone wants an identity first. */
  LOST(CardState.PRINTED, 2, 0, null),
  /** The home school does not tell what kind of reader this is: the librarian decides. */
  UNKNOWN_IDENTITY(CardState.PRINTED, 3, 0, null),
  REVOKED(CardState.REVOKED, 1, 0, null);

  /** The code of a school that there is not. */
  static final String SCHOOL = "TRY";

  /** How many items each may borrow over its life. */
  static final int TOTAL = 5;

  private static final String ISSUED = "-20260105090000";

  private final CardState state;
  private final int days;
  private final int lent;
  private final @Nullable PracticeItem out;

  /**
   * @param days how many days it may still borrow, negative when they are over
   * @param lent how many items were lent on it before the practice begins
   * @param out the one that is still out, null when all are back
   */
  PracticeCard(CardState state, int days, int lent, @Nullable PracticeItem out) {
    this.state = state;
    this.days = days;
    this.lent = lent;
    this.out = out;
  }

  CardState state() {
    return state;
  }

  int days() {
    return days;
  }

  int lent() {
    return lent;
  }

  @Nullable PracticeItem out() {
    return out;
  }

  /** By which a step names it. */
  char digit() {
    return (char) ('1' + ordinal());
  }

  static PracticeCard ofDigit(char digit) {
    return values()[digit - '1'];
  }

  CardNumber number() {
    return new CardNumber(slotAccount() + ISSUED);
  }

  String slotAccount() {
    return SCHOOL + "-" + digit();
  }

  int generation() {
    return this == LOST ? 2 : 1;
  }

  /** What is printed on it; of the one that was lost, first what was printed before. */
  public List<String> codes() {
    String number = number().value();
    return this == LOST ? List.of(number + "-1", number + "-2", number) : List.of(number);
  }

  /** The message key of what it is for. */
  public String about() {
    return "practice.card." + name();
  }

  static Optional<PracticeCard> find(CardCode code) {
    return Arrays.stream(values()).filter(card -> card.number().equals(code.number())).findFirst();
  }

  /** Whether somebody scans what belongs to the practice: one of its cards or items. */
  static boolean isOurs(String text) {
    return PracticeItem.find(text).isPresent()
        || CardCode.parse(text).flatMap(PracticeCard::find).isPresent();
  }
}
