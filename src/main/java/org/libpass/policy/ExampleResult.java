package org.libpass.policy;

/**
 * What came of one example.
 *
 * @param name the example's name
 * @param line the line in {@code tests.yaml} where it begins, from 1
 * @param question what it asks, such as {@code Application}
 * @param expected what must come out
 * @param came what came out, with the rule behind each reason
 * @param decision the same, whole
 */
public record ExampleResult(
    String name,
    int line,
    String question,
    boolean passed,
    Wording expected,
    Wording came,
    Decision decision) {

  /** The example as a mistake in its owner's file, for one that did not pass. */
  RulesError failure(RuleOwner owner) {
    Wording sentence = Sentences.words("example.failed", name, expected, came);
    return new RulesError(owner.file(OwnRules.EXAMPLES), line, sentence.zh(), sentence.en());
  }
}
