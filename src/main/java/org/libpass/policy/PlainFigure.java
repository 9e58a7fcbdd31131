package org.libpass.policy;

import java.util.List;
import java.util.Objects;

/** The plain numbers that a form can set: those that hold in every case. */
public enum PlainFigure {
  OPEN_CARDS_PER_SCHOOL(Verb.OPEN_CARDS_PER_SCHOOL),
  OPEN_CARDS_PER_READER(Verb.OPEN_CARDS_PER_READER),
  VALID_DAYS(Verb.VALID_DAYS),
  TOTAL_ITEMS(Verb.TOTAL_ITEMS),
  LOAN_DAYS(Verb.LOAN_DAYS),
  RENEWALS(Verb.RENEWALS),
  /** Without it, a desk has no limit of its own. */
  ITEMS_AT_DESK(Verb.ITEMS_AT_DESK),
  NOTICE_DAYS_BEFORE(Verb.NOTICE_DAYS_BEFORE),
  NOTICE_DAYS_AFTER(Verb.NOTICE_DAYS_AFTER),
  NOTICE_EVERY(Verb.NOTICE_EVERY),
  /** 0 says that there is no waiting list. */
  WAITING_OFFER_HOURS(Verb.WAITING_OFFER_HOURS),
  REVIEW_DAYS(Verb.REVIEW_DAYS);

  private final Verb verb;

  PlainFigure(Verb verb) {
    this.verb = verb;
  }

  Verb verb() {
    return verb;
  }

  /** Whether this owner's rules may set it. */
  boolean isFor(RuleOwner owner) {
    return owner.isAlliance() || !verb.allianceOnly();
  }

  boolean isIn(Verb.Call call) {
    return call.verb().figure() == verb;
  }

  boolean isIn(Rule rule) {
    return rule.calls().stream().anyMatch(this::isIn);
  }

  /** The question that rules with it answer, such as {@code Lending}. */
  public String question() {
    return Objects.requireNonNull(verb.question()).word();
  }

  /** Whether it is several numbers, in an order of their own. */
  public boolean isList() {
    return verb.takes() == Verb.Takes.NUMBERS;
  }

  /** Whether the alliance's rules may go without it. */
  public boolean mayBeMissing() {
    return !Verb.ALWAYS_SET.contains(verb);
  }

  /** The least that it may be. */
  public int least() {
    return this == WAITING_OFFER_HOURS ? 0 : verb.least();
  }

  /** The most that it may be. */
  public int most() {
    return verb.most();
  }

  /** How a rule says this number. */
  Verb verbFor(List<Integer> numbers) {
    return this == WAITING_OFFER_HOURS && numbers.equals(List.of(0)) ? Verb.WAITING_OFF : verb;
  }
}
