package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.libpass.policy.Decision.Granted;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.Decision.Referred;
import org.libpass.policy.Decision.Refused;
import org.libpass.policy.DrlWriter.Told;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.facts.Question;
import org.libpass.policy.facts.Today;

/**
 * A school's rules, ready to decide. Safe for many threads: each decision has a session of its own.
 *
 * @param told what the numbers mean that the compiled rules tell
 */
record CompiledRules(RuleSet rules, List<Told> told, KieBase base) {

  /**
   * Decides one case.
   *
   * @param today the date in Taipei
   * @param facts the case, see {@link Policies#decide}
   * @throws IllegalArgumentException if a fact that the question needs is missing
   */
  Decision decide(LocalDate today, Question question, Object... facts) {
    return trace(today, question, facts).decision();
  }

  /** Decides one case. */
  Decision decide(PolicyCase one) {
    return trace(one).decision();
  }

  /**
   * A decision and what set its figures.
   *
   * @param holding the rules that hold without looking at the figures, in the order in which they
   *     count
   */
  record Traced(Decision decision, List<Rule> holding) {}

  /** Decides one case, and tells what set its figures. */
  Traced trace(PolicyCase one) {
    return trace(one.today(), one.question(), one.facts().toArray());
  }

  private Traced trace(LocalDate today, Question question, Object... facts) {
    Asked.of(question).require(facts);
    BitSet numbers = new BitSet(told.size());
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("out", (IntConsumer) numbers::set);
      session.insert(question);
      session.insert(Today.of(today));
      for (Object fact : facts) {
        session.insert(fact);
      }
      session.fireAllRules();
      List<Rule> holding = holding(numbers);
      Limits limits = rules.limits(holding);
      // Only now may a rule look at the limits, and nothing can change them any more.
      session.insert(limits);
      session.fireAllRules();
      return new Traced(decision(numbers, limits), holding);
    } finally {
      session.dispose();
    }
  }

  private List<Rule> holding(BitSet numbers) {
    return numbers.stream()
        .mapToObj(told::get)
        .filter(one -> one.unknownField() == null)
        .map(Told::rule)
        .toList();
  }

  private Decision decision(BitSet numbers, Limits limits) {
    List<Reason> refused = new ArrayList<>();
    List<Reason> referred = new ArrayList<>();
    List<Reason> granted = new ArrayList<>();
    numbers.stream()
        .mapToObj(told::get)
        .forEach(
            one -> {
              if (one.unknownField() != null) {
                referred.add(reason(one.rule(), "unknown-" + one.unknownField()));
                return;
              }
              for (Verb.Call call : one.rule().calls()) {
                switch (call.verb()) {
                  case REFUSE -> refused.add(reason(one.rule(), call));
                  case REFER -> referred.add(reason(one.rule(), call));
                  case GRANT -> granted.add(reason(one.rule(), "granted"));
                  default -> {
                    // A figure; it is in the limits.
                  }
                }
              }
            });
    if (!refused.isEmpty()) {
      return new Refused(limits, refused, rules.version());
    }
    return referred.isEmpty()
        ? new Granted(limits, granted, rules.version())
        : new Referred(limits, referred, rules.version());
  }

  /** The rules for a page. */
  List<RuleText> texts() {
    return rules.rules().stream().map(this::text).toList();
  }

  private RuleText text(Rule rule) {
    List<RuleText.Objection> objections =
        rule.calls().stream()
            .filter(call -> call.verb() == Verb.REFUSE || call.verb() == Verb.REFER)
            .map(
                call ->
                    new RuleText.Objection(
                        call.verb() == Verb.REFUSE ? Outcome.REFUSED : Outcome.REFERRED,
                        reason(rule, call)))
            .toList();
    return new RuleText(
        rule.name(),
        rule.alliance() ? RuleText.Source.ALLIANCE : RuleText.Source.SCHOOL,
        rule.locked(),
        rule.file(),
        rule.line(),
        rule.asked().word(),
        objections,
        rule.unconditional(),
        rule.text());
  }

  private Reason reason(Rule rule, Verb.Call call) {
    List<String> texts = call.texts();
    return texts.size() == 1
        ? reason(rule, texts.get(0))
        : reason(rule, texts.get(0), texts.get(1), texts.get(2));
  }

  private Reason reason(Rule rule, String key) {
    return reason(rule, key, null, null);
  }

  private Reason reason(Rule rule, String key, @Nullable String zh, @Nullable String en) {
    RulesVersion version = rules.version();
    int number = rule.alliance() ? version.alliance() : version.own();
    return new Reason(key, zh, en, rule.name(), rule.file(), rule.line(), number);
  }
}
