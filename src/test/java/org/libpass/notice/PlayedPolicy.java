package org.libpass.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.policy.Decision;
import org.libpass.policy.Decisions;
import org.libpass.policy.KeptDecision;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.Reason;
import org.libpass.policy.RulesVersion;
import org.libpass.policy.facts.Question;
import org.libpass.school.SchoolCode;

/** Rules that answer as a test wants, and the answer as it is kept. */
class PlayedPolicy {

  private static final RulesVersion VERSION = new RulesVersion(1, null, 0, "0".repeat(64));
  private final Policies policies;
  private final Decisions decisions;

  PlayedPolicy(Policies policies, Decisions decisions) {
    this.policies = policies;
    this.decisions = decisions;
  }

  static Reason reason(String key) {
    return new Reason(key, null, null, "規則 " + key, "alliance/policy.drl", 1, 1);
  }

  static Reason reason(String zh, String en) {
    return new Reason("own", zh, en, "own", "NTUT/policy.drl", 1, 1);
  }

  void grants() {
    answers(new Decision.Granted(limits(List.of(3, 1, 0)), List.of(), VERSION));
  }

  void refers() {
    answers(new Decision.Referred(limits(List.of(3, 1, 0)), List.of(reason("look")), VERSION));
  }

  void refuses(Reason... reasons) {
    answers(new Decision.Refused(limits(List.of(3, 1, 0)), List.of(reasons), VERSION));
  }

  /** The lending school tells so many days before the date. */
  void tellsBefore(SchoolCode lender, List<Integer> days) {
    when(policies.limits(eq(lender), any())).thenReturn(limits(days));
  }

  private void answers(Decision decision) {
    reset(policies, decisions);
    when(policies.decide(any(), any(), any(Object[].class))).thenReturn(decision);
    when(policies.limits(any(), any())).thenReturn(decision.limits());
    UUID id = UUID.randomUUID();
    when(decisions.keep(any(), any(), any(), any(), any(), any(Object[].class))).thenReturn(id);
    when(decisions.find(id)).thenReturn(Optional.of(kept(id, decision)));
  }

  private static KeptDecision kept(UUID id, Decision decision) {
    return new KeptDecision(
        id,
        Instant.EPOCH,
        new SchoolCode("NTUT"),
        Question.class.getSimpleName(),
        "any",
        id,
        decision.outcome(),
        "{}",
        decision.reasons(),
        decision.limits(),
        1,
        null);
  }

  private static Limits limits(List<Integer> noticeDaysBefore) {
    return new Limits(
        50,
        1,
        3,
        5,
        21,
        0,
        Integer.MAX_VALUE,
        true,
        null,
        noticeDaysBefore,
        List.of(1, 3, 7),
        7,
        2,
        0);
  }
}
