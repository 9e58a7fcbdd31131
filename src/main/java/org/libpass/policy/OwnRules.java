package org.libpass.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One owner's texts, read and found good by themselves. The only way from a text to rules: whatever
 * a text comes from, it goes through the same gate.
 *
 * @param rules in the order of the file
 */
record OwnRules(RuleOwner owner, RuleTexts texts, List<Rule> rules) {

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
    List<RulesError> errors = new ArrayList<>();
    List<Rule> rules =
        part(
            owner,
            RULES,
            texts.rules(),
            List.of(),
            errors,
            (f, t) -> RuleReader.read(false, f, t, Words.ANY));
    return ifGood(errors, new OwnRules(owner, texts, rules));
  }

  /** Reads the alliance's texts. */
  static OwnRules readAlliance(RuleTexts texts) throws RulesRefusedException {
    List<RulesError> errors = new ArrayList<>();
    List<Rule> rules =
        part(
            RuleOwner.ALLIANCE,
            RULES,
            texts.rules(),
            List.of(),
            errors,
            (f, t) -> RuleReader.read(true, f, t, Words.ANY));
    return ifGood(errors, new OwnRules(RuleOwner.ALLIANCE, texts, rules));
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

  private static OwnRules ifGood(List<RulesError> errors, OwnRules read)
      throws RulesRefusedException {
    if (!errors.isEmpty()) {
      throw new RulesRefusedException(errors);
    }
    return read;
  }
}
