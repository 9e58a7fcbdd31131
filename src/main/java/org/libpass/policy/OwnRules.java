package org.libpass.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One owner's texts, read and found good by themselves. The only way from a text to rules: whatever
 * a text comes from, it goes through the same gate.
 *
 * @param words what the owner calls readers and items; a school's on top of the alliance's
 * @param rules in the order of the file
 */
record OwnRules(
    RuleOwner owner, RuleTexts texts, Words words, List<Rule> rules, Examples examples) {

  static final String RULES = "policy.drl";
  static final String EXAMPLES = "tests.yaml";
  static final String WORDS = "words.yaml";

  /** The files of a set. */
  static final List<String> FILES = List.of(RULES, EXAMPLES, WORDS);

  OwnRules {
    rules = List.copyOf(rules);
  }

  /** Reads one file of the set. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(String file, String text) throws RuleFileException;
  }

  /**
   * Reads a school's texts.
   *
   * @param alliance what they stand on
   */
  static OwnRules read(RuleOwner owner, RuleTexts texts, OwnRules alliance)
      throws RulesRefusedException {
    return read(owner, texts, alliance.words(), (f, text) -> alliance.words().ofSchool(text));
  }

  /** Reads the alliance's texts. */
  static OwnRules readAlliance(RuleTexts texts) throws RulesRefusedException {
    return read(RuleOwner.ALLIANCE, texts, Words.ANY, (f, text) -> Words.ofAlliance(text));
  }

  private static OwnRules read(
      RuleOwner owner, RuleTexts texts, Words none, Reading<Words> readWords)
      throws RulesRefusedException {
    List<RulesError> errors = new ArrayList<>();
    Words words = part(owner, WORDS, texts.words(), none, errors, readWords);
    List<Rule> rules =
        part(
            owner,
            RULES,
            texts.rules(),
            List.of(),
            errors,
            (file, text) -> RuleReader.read(owner.isAlliance(), file, text, words));
    Examples examples =
        part(
            owner,
            EXAMPLES,
            texts.examples(),
            new Examples(owner, List.of()),
            errors,
            (file, text) -> Examples.read(owner, text));
    if (!errors.isEmpty()) {
      throw new RulesRefusedException(errors);
    }
    return new OwnRules(owner, texts, words, rules, examples);
  }

  private static <T> T part(
      RuleOwner owner,
      String name,
      String text,
      T none,
      List<RulesError> errors,
      Reading<T> reading) {
    String file = owner.file(name);
    try {
      String scanned = PreScan.text(text.getBytes(StandardCharsets.UTF_8));
      return scanned.isBlank() ? none : reading.read(file, scanned);
    } catch (RuleFileException e) {
      errors.add(e.in(file));
      return none;
    }
  }
}
