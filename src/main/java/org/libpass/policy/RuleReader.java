package org.libpass.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Rule.Look;
import org.libpass.policy.Tokens.Kind;
import org.libpass.policy.Tokens.Token;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;

/**
 * Reads one rule file: {@code rule "name" when Question() Fact( conditions ) then verbs end}, and
 * nothing else. What is not expressly read here does not exist, so the gate grows in this place
 * alone.
 *
 * <p>It is read once from front to back, without a look further than two tokens, so that no file
 * takes long. The engine's own parser is not asked: it knows all of a far larger language, and
 * there are files of a few kilobytes over which it sits for minutes or runs out of stack.
 */
final class RuleReader {

  private static final int MOST_RULES = 30;
  private static final int MOST_ALLIANCE_RULES = 100;
  private static final int MOST_TESTS = 100;
  private static final int LONGEST_NAME = 40;
  private static final Name LOCKED = new Name("locked", "鎖定");
  private static final Set<String> AFTER_FACTS = Set.of("then", "end", "rule");

  private final boolean alliance;
  private final String file;
  private final Words words;
  private final Spelling spelling;
  private final Tokens tokens;
  private final Set<String> names = new HashSet<>();
  private int tests;

  private RuleReader(boolean alliance, String file, Spelling spelling, Words words) {
    this.alliance = alliance;
    this.file = file;
    this.words = words;
    this.spelling = spelling;
    this.tokens = new Tokens(spelling.text());
  }

  /**
   * @param alliance whether it is the alliance's file, which may use a few verbs more and lock
   *     rules
   * @param file its name, for reasons
   * @param text what {@link PreScan} let through
   * @param words what its rules may call readers and items
   */
  static List<Rule> read(boolean alliance, String file, String text, Words words)
      throws RuleFileException {
    List<RuleFileException> wrong = new ArrayList<>();
    List<Rule> rules = readLeniently(alliance, file, text, words, wrong::add);
    if (!wrong.isEmpty()) {
      throw wrong.get(0);
    }
    return rules;
  }

  /**
   * As {@link #read}, but a rule that is wrong is left out and reported: to show all that is wrong
   * at once, and for what is in force, where a word or a range may have changed since it was
   * published.
   *
   * @param leftOut is told why, in the order of the file
   * @throws RuleFileException if no rules can be made out
   */
  static List<Rule> readLeniently(
      boolean alliance, String file, String text, Words words, Consumer<RuleFileException> leftOut)
      throws RuleFileException {
    return new RuleReader(alliance, file, new Spelling(text), words).rules(leftOut);
  }

  private List<Rule> rules(Consumer<RuleFileException> leftOut) {
    List<Rule> rules = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        more = next(rules);
      } catch (RuleFileException e) {
        leftOut.accept(e);
        tokens.skipTo("rule");
      }
    }
    return rules;
  }

  /** Reads one more rule, if there is one. */
  private boolean next(List<Rule> rules) throws RuleFileException {
    if (tokens.taken() == 0) {
      packageName();
    }
    if (tokens.atEnd()) {
      return false;
    }
    rules.add(rule());
    return true;
  }

  /** It says nothing, and is customary in such files. */
  private void packageName() throws RuleFileException {
    if (!tokens.takeIf("package")) {
      return;
    }
    do {
      if (tokens.peek().kind() != Kind.WORD) {
        throw new RuleFileException(tokens.peek().line(), "only-rules");
      }
      tokens.take();
    } while (tokens.takeIf("."));
    tokens.takeIf(";");
  }

  private Rule rule() throws RuleFileException {
    Token begin = tokens.take();
    if (!begin.is("rule")) {
      throw new RuleFileException(begin.line(), "only-rules");
    }
    String name = name();
    int most = alliance ? MOST_ALLIANCE_RULES : MOST_RULES;
    if (!names.add(Texts.likeness(name))) {
      throw new RuleFileException(begin.line(), "same-name", name);
    }
    if (names.size() > most) {
      throw new RuleFileException(begin.line(), "rules-many", most);
    }
    boolean locked = alliance && locked();
    if (!tokens.takeIf("when")) {
      throw new RuleFileException(tokens.peek().line(), "plain-rule", name);
    }
    Asked asked = question(name);
    RuleScope scope = new RuleScope(name);
    RuleWords meant = new RuleWords(words, file, name);
    List<Look> looks = looks(name, asked, scope, meant);
    tests += scope.tests();
    if (tests > MOST_TESTS) {
      throw new RuleFileException(begin.line(), "tests-many-together", MOST_TESTS);
    }
    List<Verb.Call> calls = new ConsequenceReader(tokens, name, asked, alliance).read();
    Rule rule =
        new Rule(
            name,
            alliance,
            locked,
            file,
            begin.line(),
            asked,
            looks,
            calls,
            spelling.written(begin.from(), tokens.taken()),
            meant.warnings());
    check(rule);
    return rule;
  }

  private String name() throws RuleFileException {
    Token name = tokens.peek();
    if ((name.kind() != Kind.TEXT && name.kind() != Kind.WORD)
        || name.is("when")
        || name.text().isBlank()
        || name.text().codePointCount(0, name.text().length()) > LONGEST_NAME) {
      throw new RuleFileException(name.line(), "name", LONGEST_NAME);
    }
    return tokens.take().text();
  }

  private boolean locked() throws RuleFileException {
    if (!tokens.peek().is("@") || !LOCKED.is(tokens.second().text())) {
      return false;
    }
    tokens.take();
    tokens.take();
    return true;
  }

  private Asked question(String rule) throws RuleFileException {
    Token word = tokens.take();
    Asked asked = Asked.byWord(word.text()).orElse(null);
    if (asked == null || word.kind() != Kind.WORD || !tokens.takeIf("(", ")")) {
      throw new RuleFileException(
          word.line(), "question", rule, Tokens.shown(word), Asked.allNames());
    }
    return asked;
  }

  private List<Look> looks(String rule, Asked asked, RuleScope scope, RuleWords meant)
      throws RuleFileException {
    List<Look> looks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (!tokens.atEnd() && !AFTER_FACTS.contains(tokens.peek().text())) {
      int line = tokens.peek().line();
      Fact fact = fact(rule, asked);
      if (!seen.add(fact.name())) {
        throw new RuleFileException(line, "fact-twice", rule, fact.named());
      }
      ConditionReader conditions =
          new ConditionReader(tokens, rule, fact, looks.size(), scope, meant);
      looks.add(new Look(fact, new All(List.copyOf(conditions.read()))));
    }
    return List.copyOf(looks);
  }

  private Fact fact(String rule, Asked asked) throws RuleFileException {
    Token word = tokens.take();
    if (Verb.begin(word.text()) && tokens.peek().is(".")) {
      throw new RuleFileException(
          word.line(), "expected", Spelling.named("then"), Tokens.shown(word));
    }
    if (word.kind() != Kind.WORD || !tokens.peek().is("(")) {
      throw new RuleFileException(word.line(), "fact-form", rule);
    }
    Optional<Fact> fact = asked.fact(word.text());
    if (fact.isEmpty()) {
      throw new RuleFileException(
          word.line(), "fact", rule, Tokens.shown(word), asked.named(), asked.factNames());
    }
    return fact.get();
  }

  private static void check(Rule rule) throws RuleFileException {
    for (Verb.Call call : rule.calls()) {
      if (call.verb().withoutConditions() && !rule.unconditional()) {
        throw new RuleFileException(rule.line(), "unconditional", rule.name(), call.verb().named());
      }
      if (!call.verb().decides() && rule.looksAtLimits()) {
        throw new RuleFileException(rule.line(), "limits-by-limits", rule.name());
      }
    }
  }
}
