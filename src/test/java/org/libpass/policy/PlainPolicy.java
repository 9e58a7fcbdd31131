package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Decision.Granted;
import org.libpass.policy.Decision.Referred;
import org.libpass.policy.Decision.Refused;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;

/**
 * The product's rules of the alliance, of NTUT as a home school and of CUTE as a lending school,
 * written in Java as somebody would who has no rule files: what {@link DecisionsBenchmark} compares
 * those with. {@link PlainPolicyTest} shows that it decides alike.
 */
final class PlainPolicy {

  private static final RulesVersion VERSION = new RulesVersion(1, null, 0, "");
  private static final Limits NTUT = limits(40, 5, 21);
  private static final Limits CUTE = limits(50, 3, 14);

  private final List<Reason> refused = new ArrayList<>(0);
  private final List<Reason> referred = new ArrayList<>(0);

  private PlainPolicy() {}

  private static Limits limits(int openCardsPerSchool, int validDays, int loanDays) {
    return new Limits(
        openCardsPerSchool,
        1,
        validDays,
        5,
        loanDays,
        0,
        Integer.MAX_VALUE,
        false,
        null,
        List.of(3, 1, 0),
        List.of(1, 3, 7),
        7,
        2,
        0);
  }

  /** Whether NTUT activates a reader of its own. */
  static Decision activation(Reader reader) {
    PlainPolicy policy = new PlainPolicy();
    if (reader.identity() == null) {
      policy.unknown("identity", "開通審核");
    } else if (!reader.identity().equals("專任教師")) {
      policy.referred.add(reason("activation-review", "開通審核"));
    }
    return policy.decision(NTUT, List.of());
  }

  /** Whether a reader of NTUT has a card. */
  static Decision application(Reader reader, School school) {
    PlainPolicy policy = new PlainPolicy();
    policy.refuseIf(reader.expired(), "reader-expired", "讀者效期已過", "expired");
    policy.refuseIf(!reader.activated(), "not-activated", "尚未開通");
    policy.refuseIf(reader.suspended(), "suspended", "停權中");
    policy.refuseIf(reader.leaving(), "leaving", "離校中");
    Integer overdue = reader.overdueItems();
    policy.refuseIf(overdue == null ? null : overdue > 0, "overdue", "逾期未還", "overdueItems");
    policy.refuseIf(reader.owesFine(), "fine", "尚有欠款", "owesFine");
    policy.refuseIf(reader.revokedCardsWithLoans() > 0, "revoked-with-loans", "註銷的證還有書未還");
    policy.refuseIf(reader.openCards() >= NTUT.openCardsPerReader(), "already-holds", "已有借書證");
    policy.refuseIf(school.openCards() >= NTUT.openCardsPerSchool(), "quota-full", "本校額度已滿");
    policy.refuseIf(school.freeSlots() < 1, "no-free-slot", "沒有可用的館際帳號");
    return policy.decision(NTUT, List.of());
  }

  /** Whether CUTE lends to a reader on a card. */
  static Decision lending(Reader reader, Card card) {
    PlainPolicy policy = new PlainPolicy();
    policy.refuseIf(card.lastDayOver(), "card-over", "使用期限已過");
    policy.refuseIf(card.itemsLeft() < 1, "total-used", "冊數已用完");
    policy.refuseIf(card.itemsOutHere() >= CUTE.itemsAtDesk(), "desk-full", "本館冊數已滿");
    policy.refuseIf(reader.suspended(), "suspended", "借書時停權中");
    policy.refuseIf(reader.expired(), "reader-expired", "借書時效期已過", "expired");
    if (reader.identity() == null) {
      policy.unknown("identity", "不收校友");
    } else if (reader.identity().equals("校友")) {
      policy.refused.add(reason("alumni", "不收校友"));
    }
    return policy.decision(CUTE, List.of(reason("granted", "須出示紙本")));
  }

  private void refuseIf(boolean holds, String key, String rule) {
    if (holds) {
      refused.add(reason(key, rule));
    }
  }

  private void refuseIf(@Nullable Boolean holds, String key, String rule, String field) {
    if (holds == null) {
      unknown(field, rule);
    } else {
      refuseIf(holds.booleanValue(), key, rule);
    }
  }

  private void unknown(String field, String rule) {
    referred.add(reason("unknown-" + field, rule));
  }

  private static Reason reason(String key, String rule) {
    return new Reason(key, null, null, rule, "policy.drl", 1, 1);
  }

  private Decision decision(Limits limits, List<Reason> granted) {
    if (!refused.isEmpty()) {
      return new Refused(limits, refused, VERSION);
    }
    return referred.isEmpty()
        ? new Granted(limits, granted, VERSION)
        : new Referred(limits, referred, VERSION);
  }
}
