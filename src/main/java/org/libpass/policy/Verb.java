package org.libpass.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Asked;

/**
 * The verbs that a rule may end with, as {@code decision.refuse} or {@code 決定.拒絕}. The ranges are
 * what no rule file can leave; the figures themselves stand in the files.
 */
enum Verb {
  REFUSE(Family.DECISION, "refuse", "拒絕", null, Takes.REASON),
  REFER(Family.DECISION, "refer", "轉館員", null, Takes.REASON),
  GRANT(Family.DECISION, "grant", "同意", null, Takes.NOTHING),
  OPEN_CARDS_PER_SCHOOL(Family.LIMITS, "openCardsPerSchool", "每校張數", Asked.APPLICATION, 1, 500),
  OPEN_CARDS_PER_READER(Family.LIMITS, "openCardsPerReader", "每人張數", Asked.APPLICATION, 1, 10),
  VALID_DAYS(Family.LIMITS, "validDays", "使用天數", Asked.APPLICATION, 1, 14),
  TOTAL_ITEMS(Family.LIMITS, "totalItems", "總冊數", Asked.APPLICATION, 1, 10),
  LOAN_DAYS(Family.LIMITS, "loanDays", "借期天數", Asked.LENDING, 1, 60),
  RENEWALS(Family.LIMITS, "renewals", "續借次數", Asked.LENDING, 0, 10),
  ITEMS_AT_DESK(Family.LIMITS, "itemsAtDesk", "櫃台冊數", Asked.LENDING, 1, 10),
  NOTICE_DAYS_BEFORE(
      Family.LIMITS, "noticeDaysBefore", "到期前通知天數", Asked.NOTICE, Takes.NUMBERS, 0, 60),
  NOTICE_DAYS_AFTER(Family.LIMITS, "noticeDaysAfter", "逾期通知天數", Asked.NOTICE, Takes.NUMBERS, 1, 60),
  NOTICE_EVERY(Family.LIMITS, "noticeEvery", "之後每隔天數", Asked.NOTICE, 1, 60),
  REVIEW_DAYS(Family.LIMITS, "reviewDays", "審核天數", Asked.REVIEW, 1, 30),
  MOVE_TO_NEXT_OPEN_DAY(
      Family.DATES, "moveToNextOpenDay", "順延到開館日", Asked.RETURN_BY, Takes.NOTHING),
  NOT_LATER_THAN(Family.DATES, "notLaterThan", "不晚於", Asked.RETURN_BY, Takes.DATE),
  WAITING_OFFER_HOURS(Family.WAITING, "offerHours", "保留時數", Asked.WAITING_LIST, 1, 168),
  WAITING_OFF(Family.WAITING, "off", "不開放", Asked.WAITING_LIST, Takes.NOTHING);

  /** What stands before the dot. */
  enum Family {
    DECISION("decision", "決定"),
    LIMITS("limits", "額度"),
    DATES("dates", "日期"),
    WAITING("waiting", "候補");

    private final Name name;

    Family(String en, String zh) {
      this.name = new Name(en, zh);
    }

    Name named() {
      return name;
    }
  }

  /** What stands between the brackets. */
  enum Takes {
    NOTHING,
    NUMBER,
    NUMBERS,
    DATE,
    REASON
  }

  /** Every figure that must hold in every case, so that policy always has an answer. */
  static final List<Verb> ALWAYS_SET =
      List.of(
          OPEN_CARDS_PER_SCHOOL,
          OPEN_CARDS_PER_READER,
          VALID_DAYS,
          TOTAL_ITEMS,
          LOAN_DAYS,
          RENEWALS,
          NOTICE_DAYS_BEFORE,
          NOTICE_DAYS_AFTER,
          NOTICE_EVERY,
          REVIEW_DAYS,
          WAITING_OFFER_HOURS);

  private static final Set<Verb> ALLIANCE_ONLY =
      Set.of(OPEN_CARDS_PER_READER, RENEWALS, REVIEW_DAYS, MOVE_TO_NEXT_OPEN_DAY);

  private final Family family;
  private final Name ownName;
  private final @Nullable Asked question;
  private final Takes takes;
  private final int least;
  private final int most;

  Verb(Family family, String en, String zh, @Nullable Asked question, Takes takes) {
    this(family, en, zh, question, takes, 0, 0);
  }

  Verb(Family family, String en, String zh, Asked question, int least, int most) {
    this(family, en, zh, question, Takes.NUMBER, least, most);
  }

  Verb(
      Family family,
      String en,
      String zh,
      @Nullable Asked question,
      Takes takes,
      int least,
      int most) {
    this.family = family;
    this.ownName = new Name(en, zh);
    this.question = question;
    this.takes = takes;
    this.least = least;
    this.most = most;
  }

  /** The verb as it is written, with what stands before its dot. */
  Name named() {
    return new Name(
        family.named().en() + "." + ownName.en(), family.named().zh() + "." + ownName.zh());
  }

  /** What stands after the dot: the name of the limit, where it sets one. */
  Name ownName() {
    return ownName;
  }

  Takes takes() {
    return takes;
  }

  /** The least figure that it takes. */
  int least() {
    return least;
  }

  /** The greatest figure that it takes. */
  int most() {
    return most;
  }

  /** Whether only the alliance's file may use it. */
  boolean allianceOnly() {
    return ALLIANCE_ONLY.contains(this);
  }

  /** Whether it decides, rather than sets a figure or a date. */
  boolean decides() {
    return family == Family.DECISION;
  }

  /** Whether it sets one figure that conditions can look at. */
  boolean setsLimit() {
    return family == Family.LIMITS && takes == Takes.NUMBER;
  }

  /** The one question that it goes with; null for what goes with all that are decided. */
  @Nullable Asked question() {
    return question;
  }

  /** The verb of the figure that it sets: of two verbs for one figure, one. */
  Verb figure() {
    return this == WAITING_OFF ? WAITING_OFFER_HOURS : this;
  }

  /** Whether a rule for this question may use it. */
  boolean fits(Asked asked) {
    return question == null ? asked.decides() : question == asked;
  }

  /** Whether it must not depend on the case: one quota a school, which the slots rely on. */
  boolean withoutConditions() {
    return this == OPEN_CARDS_PER_SCHOOL;
  }

  /** Whether a verb begins with this word: {@code decision}, {@code 額度}. */
  static boolean begin(String word) {
    return Arrays.stream(Family.values()).anyMatch(family -> family.named().is(word));
  }

  /** The verb of this name, each half of it in either language. */
  static Optional<Verb> byWord(String family, String own) {
    return Arrays.stream(values())
        .filter(verb -> verb.family.named().is(family) && verb.ownName.is(own))
        .findFirst();
  }

  /** The verbs that a rule for this question may use, for a sentence. */
  static Name namesFor(Asked asked, boolean alliance) {
    return Name.list(
        Arrays.stream(values())
            .filter(verb -> verb.fits(asked) && (alliance || !verb.allianceOnly()))
            .map(Verb::named)
            .toList());
  }

  /**
   * A verb as a rule uses it.
   *
   * @param texts key and own texts of a refusal or referral
   * @param figures what a limit is set to; a date as days since 1970-01-01
   */
  record Call(Verb verb, List<String> texts, List<Integer> figures) {}
}
