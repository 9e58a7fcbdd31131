package org.libpass.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * Reads a school's texts as they may be published: all that is wrong is an error.
   *
   * @param alliance what they stand on
   */
  static OwnRules read(RuleOwner owner, RuleTexts texts, OwnRules alliance)
      throws RulesRefusedException {
    List<RulesError> wrong = new ArrayList<>();
    OwnRules read = read(owner, texts, alliance, wrong);
    return ifGood(read, wrong);
  }

  /** Reads the alliance's texts. */
  static OwnRules readAlliance(RuleTexts texts) throws RulesRefusedException {
    List<RulesError> wrong = new ArrayList<>();
    return ifGood(read(RuleOwner.ALLIANCE, texts, null, wrong), wrong);
  }

  private static OwnRules ifGood(OwnRules read, List<RulesError> wrong)
      throws RulesRefusedException {
    if (!wrong.isEmpty()) {
      throw new RulesRefusedException(wrong);
    }
    return read;
  }

  /**
   * Reads a school's texts as far as they are good: for what is in force, where the alliance or the
   * gate may have changed since it was published.
   *
   * @param wrong is told what was left out
   */
  static OwnRules readLeniently(
      RuleOwner owner, RuleTexts texts, OwnRules alliance, List<RulesError> wrong) {
    return read(owner, texts, alliance, wrong);
  }

  private static OwnRules read(
      RuleOwner owner, RuleTexts texts, @Nullable OwnRules alliance, List<RulesError> wrong) {
    Words none = alliance == null ? Words.ANY : alliance.words();
    Words words =
        part(
            owner,
            WORDS,
            texts.words(),
            none,
            wrong,
            (file, text) ->
                alliance == null
                    ? Words.ofAlliance(text)
                    : none.ofSchool(text, e -> wrong.add(e.in(file))));
    List<Rule> rules =
        part(
            owner,
            RULES,
            texts.rules(),
            List.of(),
            wrong,
            (file, text) ->
                RuleReader.readLeniently(
                    owner.isAlliance(), file, text, words, e -> wrong.add(e.in(file))));
    Examples examples =
        part(
            owner,
            EXAMPLES,
            texts.examples(),
            new Examples(owner, List.of()),
            wrong,
            (file, text) -> Examples.read(owner, text, words));
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
