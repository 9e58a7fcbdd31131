package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libpass.policy.Tried.Mistake;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;

/** Tries one case on rules that need not be live. Keeps nothing. */
final class Trial {

  private Trial() {}

  /**
   * Tries a case that somebody typed in.
   *
   * @param words in which the case is written
   * @param owner whose rules they are
   * @param today the date in Taipei on which the case happens
   * @param question the question's name
   * @param typed by fact and field what was typed; nothing typed leaves a field as in a clean case,
   *     and an item out of it
   * @throws IllegalArgumentException if there is no such question
   */
  static Tried typed(
      CompiledRules rules,
      Words words,
      RuleOwner owner,
      LocalDate today,
      String question,
      Map<String, Map<String, String>> typed) {
    Asked asked =
        Asked.byWord(question)
            .orElseThrow(() -> new IllegalArgumentException("No question " + question));
    CaseFacts facts = new CaseFacts(asked);
    List<Mistake> mistakes = new ArrayList<>();
    typed.forEach((fact, fields) -> take(fact, fields, facts, mistakes));
    return mistakes.isEmpty()
        ? new Tried(explain(rules, facts.in(owner, today).in(words)), List.of())
        : new Tried(null, mistakes);
  }

  private static void take(
      String name, Map<String, String> fields, CaseFacts facts, List<Mistake> mistakes) {
    try {
      Fact fact = facts.fact(name);
      fields.forEach((field, text) -> take(fact, field, text, facts, mistakes));
    } catch (RuleFileException e) {
      mistakes.add(new Mistake(name, null, e.sentence()));
    }
  }

  private static void take(
      Fact fact, String name, String text, CaseFacts facts, List<Mistake> mistakes) {
    if (text.isBlank()) {
      return;
    }
    try {
      CaseField field = CaseFacts.field(fact, name);
      facts.put(field, field.read(text).orElse(null));
    } catch (RuleFileException e) {
      mistakes.add(new Mistake(fact.name(), name, e.sentence()));
    }
  }

  /** Decides a case and finds the rule behind everything in the decision. */
  static Explained explain(CompiledRules rules, PolicyCase one) {
    CompiledRules.Traced traced = rules.trace(one);
    List<RuleText> texts = rules.texts();
    Map<Verb, Rule> sources = rules.rules().sources(traced.holding());
    Limits limits = traced.decision().limits();
    List<Explained.Figure> figures = new ArrayList<>();
    for (Figure figure : Figures.of(Asked.of(one.question()))) {
      Rule source = sources.get(figure.verb());
      figures.add(
          new Explained.Figure(
              figure.name(),
              figure.title(),
              figure.said(limits),
              source == null ? null : text(texts, source.name())));
    }
    return new Explained(
        Asked.of(one.question()).word(),
        one.today(),
        traced.decision(),
        traced.decision().reasons().stream()
            .map(reason -> new Explained.Because(reason, text(texts, reason.rule())))
            .toList(),
        figures);
  }

  /** Names are unique among the rules in force. */
  private static RuleText text(List<RuleText> texts, String name) {
    return texts.stream().filter(text -> text.name().equals(name)).findFirst().orElseThrow();
  }
}
