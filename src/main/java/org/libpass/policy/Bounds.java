package org.libpass.policy;

/**
 * Counts what stands outside texts and comments before any parser sees it, so that none has to deal
 * with more than a rule can need, or with a sign that no rule has.
 */
final class Bounds {

  private static final int MOST_RULES = 200;
  private static final int LONGEST_RULE = 600;
  private static final int DEEPEST = 5;
  private static final int MOST_PREFIXES = 3;

  private static final String SIGNS = "<>!=(),:+-*.;&|@";
  private static final String PREFIXES = "!+-";

  private int rules;
  private int parts;
  private int depth;
  private int prefixes;

  /** A word or number, as the parser gets it; several of the words are signs there. */
  void word(String word, int line) throws RuleFileException {
    if (word.equals("!")) {
      sign(word, line);
      return;
    }
    prefixes = 0;
    if (word.equals("rule")) {
      parts = 0;
      if (++rules > MOST_RULES) {
        throw new RuleFileException(line, "rules-many", MOST_RULES);
      }
    }
    count(line);
  }

  /** A text in quotation marks. */
  void text(int line) throws RuleFileException {
    prefixes = 0;
    count(line);
  }

  /** A sign, as the parser gets it; it may be two in one, or a space. */
  void sign(String sign, int line) throws RuleFileException {
    if (sign.equals(" ")) {
      return;
    }
    prefixes = PREFIXES.contains(sign) ? prefixes + 1 : 0;
    if (!sign.chars().allMatch(c -> SIGNS.indexOf(c) >= 0) || prefixes > MOST_PREFIXES) {
      throw new RuleFileException(line, "sign", sign);
    }
    if (sign.equals("(") && ++depth > DEEPEST) {
      throw new RuleFileException(line, "brackets", DEEPEST);
    }
    if (sign.equals(")")) {
      depth = Math.max(0, depth - 1);
    }
    count(line);
  }

  private void count(int line) throws RuleFileException {
    if (++parts > LONGEST_RULE) {
      throw new RuleFileException(line, "rule-long");
    }
  }
}
