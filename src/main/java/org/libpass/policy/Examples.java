package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;

/** The examples beside a set of rules, which must hold before a change of the rules goes live. */
record Examples(RuleOwner owner, List<Example> all) {

  /**
   * When an example happens that does not say: a Wednesday long before any holiday, always the
   * same, so that an example holds tomorrow if it holds today.
   */
  static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 3, 4);

  Examples {
    all = List.copyOf(all);
  }

  /**
   * Reads the examples.
   *
   * @param text {@code tests.yaml}; empty when there is none
   * @param words in which they are written: the owner's
   * @throws RuleFileException at the first mistake
   */
  static Examples read(RuleOwner owner, String text, Words words) throws RuleFileException {
    return new Examples(owner, new ExampleReader(words).read(text));
  }

  /**
   * Tries every example on these rules, in the order of the file.
   *
   * @param words in which the examples are written
   */
  List<ExampleResult> run(CompiledRules rules, Words words) {
    return all.stream().map(example -> run(example, rules, words)).toList();
  }

  private ExampleResult run(Example example, CompiledRules rules, Words words) {
    LocalDate today = example.today() == null ? ORDINARY_DAY : example.today();
    Decision decision = rules.decide(example.facts().in(owner, today).in(words));
    return new ExampleResult(
        example.name(),
        example.line(),
        example.asked().word(),
        example.expected().met(decision),
        example.expected().said(),
        example.said(decision),
        decision);
  }
}
