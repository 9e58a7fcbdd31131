package org.libpass.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Vocabulary.Asked;

/**
 * The verbs that a rule may end with. The ranges are what no rule file can leave; the figures
 * themselves stand in the files.
 */
enum Verb {
  REFUSE("decision.refuse"),
  REFER("decision.refer"),
  GRANT("decision.grant"),
  OPEN_CARDS_PER_SCHOOL("limits.openCardsPerSchool", Asked.APPLICATION, 1, 500, Who.ANY),
  OPEN_CARDS_PER_READER("limits.openCardsPerReader", Asked.APPLICATION, 1, 10, Who.ALLIANCE),
  VALID_DAYS("limits.validDays", Asked.APPLICATION, 1, 14, Who.ANY),
  TOTAL_ITEMS("limits.totalItems", Asked.APPLICATION, 1, 10, Who.ANY),
  LOAN_DAYS("limits.loanDays", Asked.LENDING, 1, 60, Who.ANY),
  RENEWALS("limits.renewals", Asked.LENDING, 0, 10, Who.ALLIANCE),
  ITEMS_AT_DESK("limits.itemsAtDesk", Asked.LENDING, 1, 10, Who.ANY),
  NOTICE_DAYS_BEFORE("limits.noticeDaysBefore", Asked.NOTICE, 0, 60, Who.ANY),
  NOTICE_DAYS_AFTER("limits.noticeDaysAfter", Asked.NOTICE, 1, 60, Who.ANY),
  NOTICE_EVERY("limits.noticeEvery", Asked.NOTICE, 1, 60, Who.ANY),
  REVIEW_DAYS("limits.reviewDays", Asked.REVIEW, 1, 30, Who.ALLIANCE),
  MOVE_TO_NEXT_OPEN_DAY("dates.moveToNextOpenDay", Asked.RETURN_BY, 0, 0, Who.ALLIANCE),
  NOT_LATER_THAN("dates.notLaterThan", Asked.RETURN_BY, 0, 0, Who.ANY),
  WAITING_OFFER_HOURS("waiting.offerHours", Asked.WAITING_LIST, 1, 168, Who.ANY),
  WAITING_OFF("waiting.off", Asked.WAITING_LIST, 0, 0, Who.ANY);

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

  /** Whose files may use a verb. */
  private enum Who {
    ANY,
    ALLIANCE
  }

  private final String word;
  private final @Nullable Asked question;
  private final int least;
  private final int most;
  private final Who who;

  Verb(String word) {
    this(word, null, 0, 0, Who.ANY);
  }

  Verb(String word, @Nullable Asked question, int least, int most, Who who) {
    this.word = word;
    this.question = question;
    this.least = least;
    this.most = most;
    this.who = who;
  }

  /** The verb as it is written. */
  String word() {
    return word;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  /** Whether only the alliance's file may use it. */
  boolean allianceOnly() {
    return who == Who.ALLIANCE;
  }

  /** Whether it sets a figure or a date, rather than decides. */
  boolean sets() {
    return question != null;
  }

  boolean decides() {
    return question == null;
  }

  /** The one question that it goes with, as written; of a decision, none. */
  String question() {
    return question == null ? "" : question.word();
  }

  /** The verb of the figure that it sets: of two verbs for one figure, one. */
  Verb figure() {
    return this == WAITING_OFF ? WAITING_OFFER_HOURS : this;
  }

  boolean takesNothing() {
    return this == MOVE_TO_NEXT_OPEN_DAY || this == WAITING_OFF || this == GRANT;
  }

  boolean takesDate() {
    return this == NOT_LATER_THAN;
  }

  boolean takesList() {
    return this == NOTICE_DAYS_BEFORE || this == NOTICE_DAYS_AFTER;
  }

  /** Whether a rule for this question may use it. */
  boolean fits(Asked asked) {
    return question == null ? asked.decides() : question == asked;
  }

  /** Whether it must not depend on the case: one quota a school, which the slots rely on. */
  boolean withoutConditions() {
    return this == OPEN_CARDS_PER_SCHOOL;
  }

  static Optional<Verb> byWord(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
  }

  /** Whether there is a limit of this name that rules for this question set. */
  static boolean setsFor(Asked asked, String limit) {
    return byWord("limits." + limit).filter(verb -> verb.question == asked).isPresent();
  }

  /** The verbs that a rule for this question may use, for a sentence. */
  static String wordsFor(Asked asked, boolean alliance) {
    return Arrays.stream(values())
        .filter(verb -> verb.fits(asked) && (alliance || !verb.allianceOnly()))
        .map(Verb::word)
        .reduce((a, b) -> a + ", " + b)
        .orElse("–");
  }

  /**
   * A verb as a rule uses it.
   *
   * @param texts key and own texts of a refusal or referral
   * @param figures what a limit is set to; a date as days since 1970-01-01
   */
  record Call(Verb verb, List<String> texts, List<Integer> figures) {}
}
