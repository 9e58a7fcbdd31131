package org.libpass.policy;

import java.util.HashMap;
import java.util.Map;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Tokens.Token;

/** What the conditions of one rule share: the names bound in it, and how much there is of them. */
final class RuleScope {

  private static final int MOST_TESTS = 20;

  private final String rule;
  private final Map<String, Ref> bound = new HashMap<>();
  private int tests;

  /**
   * @param rule its name, for sentences
   */
  RuleScope(String rule) {
    this.rule = rule;
  }

  /** Gives a field a name. */
  void bind(Token name, Ref field) throws RuleFileException {
    if (bound.putIfAbsent(name.text(), field) != null) {
      throw new RuleFileException(name.line(), "bound-twice", rule, name.text());
    }
    count(name.line());
  }

  /** The field of this name. */
  Ref bound(Token name) throws RuleFileException {
    Ref field = bound.get(name.text());
    if (field == null) {
      throw new RuleFileException(name.line(), "unbound", rule, name.text());
    }
    return field;
  }

  /** Counts a comparison or calculation: each costs the compiler time. */
  void count(int line) throws RuleFileException {
    if (++tests > MOST_TESTS) {
      throw new RuleFileException(line, "tests-many", rule, MOST_TESTS);
    }
  }

  /** How much has been compared, calculated or given a name. */
  int tests() {
    return tests;
  }
}
