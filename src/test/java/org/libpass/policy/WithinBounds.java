package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.Cases.PRINTED_CARD;
import static org.libpass.policy.Cases.steve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Cases.ReaderCase;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.SecondOpinion.Opinion;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Notice;
import org.libpass.policy.facts.Question;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.ReturnBy;
import org.libpass.policy.facts.Review;
import org.libpass.policy.facts.School;
import org.libpass.policy.facts.WaitingList;

/** What no rules can leave, whatever their file says, seen on cases of every kind. */
final class WithinBounds {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<Case> CASES = cases();

  private WithinBounds() {}

  /** A question about a case. */
  record Case(Question question, Object... facts) {}

  /** The engine decides every case as the rules say by themselves. */
  static void assertSame(CompiledRules rules) {
    for (Case one : CASES) {
      Decision decision = rules.decide(TODAY, one.question(), one.facts());
      assertReasons(decision);
      assertThat(Opinion.of(decision))
          .as("%s", (Object) one.facts())
          .isEqualTo(SecondOpinion.on(rules.rules(), TODAY, one.question(), one.facts()));
    }
  }

  /** What the rules say by themselves: figures in their ranges, and what is locked holds. */
  static void assertWithin(RuleSet rules) {
    boolean school = rules.rules().stream().anyMatch(rule -> !rule.alliance());
    for (Case one : CASES) {
      Opinion opinion = SecondOpinion.on(rules, TODAY, one.question(), one.facts());
      assertFigures(opinion.limits());
      String locked = school ? locked(one) : null;
      if (locked != null) {
        assertThat(opinion.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(opinion.reasons()).anyMatch(reason -> reason.startsWith(locked + " ("));
      }
    }
  }

  private static @Nullable String locked(Case one) {
    if (one.facts().length == 0 || !(one.facts()[0] instanceof Reader reader)) {
      return null;
    }
    if (one.question() instanceof Activation) {
      return null;
    }
    if (reader.suspended()) {
      return "suspended";
    }
    if (Boolean.TRUE.equals(reader.expired())) {
      return "reader-expired";
    }
    if (one.question() instanceof Application && !reader.activated()) {
      return "not-activated";
    }
    if (one.question() instanceof Application && reader.leaving()) {
      return "leaving";
    }
    if (one.facts()[1] instanceof School school) {
      return school.freeSlots() < 1
          ? "no-free-slot"
          : school.openCards() > 500 ? "quota-full" : null;
    }
    Card card = (Card) one.facts()[1];
    return card.lastDayOver() ? "card-over" : card.itemsLeft() < 1 ? "total-used" : null;
  }

  private static void assertFigures(Limits limits) {
    within(Verb.OPEN_CARDS_PER_SCHOOL, limits.openCardsPerSchool());
    within(Verb.OPEN_CARDS_PER_READER, limits.openCardsPerReader());
    within(Verb.VALID_DAYS, limits.validDays());
    within(Verb.TOTAL_ITEMS, limits.totalItems());
    within(Verb.LOAN_DAYS, limits.loanDays());
    within(Verb.RENEWALS, limits.renewals());
    if (limits.itemsAtDesk() != Integer.MAX_VALUE) {
      within(Verb.ITEMS_AT_DESK, limits.itemsAtDesk());
    }
    assertThat(limits.noticeDaysBefore()).hasSizeBetween(1, 10);
    limits.noticeDaysBefore().forEach(days -> within(Verb.NOTICE_DAYS_BEFORE, days));
    assertThat(limits.noticeDaysAfter()).hasSizeBetween(1, 10);
    limits.noticeDaysAfter().forEach(days -> within(Verb.NOTICE_DAYS_AFTER, days));
    within(Verb.NOTICE_EVERY, limits.noticeEvery());
    within(Verb.REVIEW_DAYS, limits.reviewDays());
    assertThat(limits.waitingOfferHours()).isBetween(0, Verb.WAITING_OFFER_HOURS.most());
    if (limits.notLaterThan() != null) {
      assertThat(limits.notLaterThan().getYear()).isBetween(2000, 2099);
    }
  }

  private static void within(Verb verb, int figure) {
    assertThat(figure).as(verb.named().en()).isBetween(verb.least(), verb.most());
  }

  private static void assertReasons(Decision decision) {
    assertThat(decision.reasons()).hasSizeLessThan(500);
    for (Reason reason : decision.reasons()) {
      assertThat(reason.key()).matches("[a-zA-Z0-9-]{1,40}");
      assertThat(reason.rule()).isNotBlank();
      assertThat(reason.line()).isPositive();
      if (reason.zh() == null) {
        assertThat(Sentences.knowsReason(reason.key())).as(reason.key()).isTrue();
      } else {
        assertThat(reason.zh()).hasSizeBetween(1, 200);
        assertThat(reason.en()).hasSizeBetween(1, 200);
      }
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (ReaderCase reader : readers()) {
      cases.add(new Case(new Activation(), reader.now()));
      for (School school :
          List.of(new School(0, 60), new School(45, 15), new School(60, 0), new School(501, 9))) {
        cases.add(new Case(new Application(), reader.now(), school));
      }
      for (Card card : cards()) {
        cases.add(new Case(new Lending(), reader.now(), card));
        cases.add(new Case(new Lending(), reader.now(), card, new Item(null)));
        cases.add(new Case(new Lending(), reader.now(), card, new Item("圖書")));
        cases.add(new Case(new Lending(), reader.now(), card, new Item("DVD")));
      }
    }
    for (LocalDate day : List.of(TODAY, TODAY.plusDays(1), LocalDate.of(2027, 1, 18))) {
      cases.add(new Case(new ReturnBy(), new DueDate(day, true)));
      cases.add(new Case(new ReturnBy(), new DueDate(day, false)));
    }
    cases.add(new Case(new Notice()));
    cases.add(new Case(new Review()));
    cases.add(new Case(new WaitingList()));
    return List.copyOf(cases);
  }

  private static List<ReaderCase> readers() {
    ReaderCase steve = steve();
    return List.of(
        steve,
        steve.identity("專任教師").unit("圖書館").expiry(LocalDate.of(2026, 11, 23)),
        steve.identity("校友").openCards(1),
        steve.overdueItems(2).owesFine(true).revokedCardsWithLoans(1),
        steve.overdueItems(null).owesFine(null),
        steve
            .identity(null)
            .unit(null)
            .expiry(null)
            .expired(null)
            .overdueItems(null)
            .owesFine(null),
        steve.expired(true).activated(false),
        steve.suspended(true).identity(null),
        steve.leaving(true).identity(null),
        steve.openCards(Integer.MAX_VALUE).overdueItems(Integer.MAX_VALUE));
  }

  private static List<Card> cards() {
    return List.of(
        PRINTED_CARD,
        new Card(false, 0, 0, 0, false, 5),
        new Card(true, 5, 3, 2, true, 0),
        new Card(true, 4, 10, 10, false, 1));
  }
}
