package org.libpass.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Rule.Look;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;

/**
 * Reads one rule file. Drools' parser finds the structure; what is kept of it is only what is
 * expressly allowed here, so the gate can grow stricter in this place alone.
 */
final class RuleReader {

  private static final int MOST_RULES = 30;
  private static final int MOST_TESTS = 20;
  private static final int LONGEST_NAME = 40;
  private static final Name LOCKED = new Name("locked", "鎖定");
  private static final Pattern OFFENDER = Pattern.compile("'(?<sign>.*?)'", Pattern.DOTALL);

  private final boolean alliance;
  private final String file;
  private final Words words;
  private final Spelling spelling;
  private final String text;

  private RuleReader(boolean alliance, String file, Spelling spelling, Words words) {
    this.alliance = alliance;
    this.file = file;
    this.words = words;
    this.spelling = spelling;
    this.text = spelling.text();
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

  private List<Rule> rules(Consumer<RuleFileException> leftOut) throws RuleFileException {
    PackageDescr tree = parse();
    refuseAllBut(tree);
    List<Rule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RuleDescr rule : tree.getRules()) {
      if (!names.add(rule.getName())) {
        leftOut.accept(new RuleFileException(rule.getLine(), "same-name", rule.getName()));
      } else if (!alliance && names.size() > MOST_RULES) {
        leftOut.accept(new RuleFileException(rule.getLine(), "rules-many", MOST_RULES));
      } else {
        try {
          rules.add(rule(rule));
        } catch (RuleFileException e) {
          leftOut.accept(e);
        }
      }
    }
    return rules;
  }

  private PackageDescr parse() throws RuleFileException {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr tree;
    try {
      tree = parser.parse(false, text);
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      throw new RuleFileException(1, "syntax", "…");
    }
    if (parser.hasErrors() || tree == null) {
      DroolsError error = parser.getErrors().isEmpty() ? null : parser.getErrors().get(0);
      int line = error == null || error.getLines().length == 0 ? 1 : error.getLines()[0];
      Matcher sign = OFFENDER.matcher(error == null ? "" : error.getMessage());
      String found = sign.find() ? sign.group("sign") : "…";
      throw new RuleFileException(line, "syntax", spelling.asWritten(found, line));
    }
    return tree;
  }

  private static void refuseAllBut(PackageDescr tree) throws RuleFileException {
    List<BaseDescr> others = new ArrayList<>();
    others.addAll(tree.getImports());
    others.addAll(tree.getFunctionImports());
    others.addAll(tree.getAccumulateImports());
    others.addAll(tree.getGlobals());
    others.addAll(tree.getFunctions());
    others.addAll(tree.getAttributes());
    others.addAll(tree.getTypeDeclarations());
    others.addAll(tree.getEnumDeclarations());
    others.addAll(tree.getEntryPointDeclarations());
    others.addAll(tree.getWindowDeclarations());
    if (tree.getUnit() != null) {
      others.add(tree.getUnit());
    }
    for (BaseDescr other : others) {
      throw new RuleFileException(other.getLine(), "only-rules");
    }
  }

  private Rule rule(RuleDescr rule) throws RuleFileException {
    String name = rule.getName();
    int line = rule.getLine();
    if (rule.isQuery()) {
      throw new RuleFileException(line, "only-rules");
    }
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new RuleFileException(line, "name", LONGEST_NAME);
    }
    Set<String> marks = new HashSet<>(rule.getAnnotationNames());
    boolean locked = alliance && marks.removeIf(LOCKED::is);
    if (rule.hasParent()
        || !rule.getAttributes().isEmpty()
        || !rule.getNamedConsequences().isEmpty()
        || !marks.isEmpty()) {
      throw new RuleFileException(line, "plain-rule", name);
    }
    List<PatternDescr> patterns = patterns(rule);
    Asked asked = question(rule, patterns);
    RuleWords meant = new RuleWords(words, file, name);
    List<Look> looks = looks(name, asked, patterns.subList(1, patterns.size()), meant);
    List<Verb.Call> calls = consequence(rule, asked);
    Rule read =
        new Rule(
            name,
            alliance,
            locked,
            file,
            line,
            asked,
            looks,
            calls,
            spelling.written(Math.max(0, rule.getStartCharacter()), rule.getEndCharacter()),
            meant.warnings());
    check(read);
    return read;
  }

  private List<PatternDescr> patterns(RuleDescr rule) throws RuleFileException {
    List<PatternDescr> patterns = new ArrayList<>();
    for (BaseDescr part : rule.getLhs().getDescrs()) {
      if (!(part instanceof PatternDescr pattern)
          || pattern.getSource() != null
          || pattern.getIdentifier() != null
          || pattern.isQuery()
          || pattern.isUnification()
          || !pattern.getBehaviors().isEmpty()
          || !pattern.getAnnotationNames().isEmpty()) {
        throw new RuleFileException(
            Math.max(part.getLine(), rule.getLine()), "fact-form", rule.getName());
      }
      patterns.add(pattern);
    }
    return patterns;
  }

  private static Asked question(RuleDescr rule, List<PatternDescr> patterns)
      throws RuleFileException {
    Name questions = Asked.allNames();
    if (patterns.isEmpty()) {
      throw new RuleFileException(rule.getLine(), "question", rule.getName(), "…", questions);
    }
    PatternDescr first = patterns.get(0);
    Asked asked = Asked.byWord(first.getObjectType()).orElse(null);
    if (asked == null || !first.getDescrs().isEmpty()) {
      throw new RuleFileException(
          first.getLine(), "question", rule.getName(), first.getObjectType(), questions);
    }
    return asked;
  }

  private static List<Look> looks(
      String rule, Asked asked, List<PatternDescr> patterns, RuleWords words)
      throws RuleFileException {
    List<Look> looks = new ArrayList<>();
    Map<String, Ref> bound = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (PatternDescr pattern : patterns) {
      Fact fact = asked.fact(pattern.getObjectType()).orElse(null);
      if (fact == null) {
        throw new RuleFileException(
            pattern.getLine(),
            "fact",
            rule,
            pattern.getObjectType(),
            asked.named(),
            asked.factNames());
      }
      if (!seen.add(fact.name())) {
        throw new RuleFileException(pattern.getLine(), "fact-twice", rule, fact.named());
      }
      List<Condition> conditions = new ArrayList<>();
      for (BaseDescr part : pattern.getDescrs()) {
        if (!(part instanceof ExprConstraintDescr constraint)
            || constraint.getType() != ExprConstraintDescr.Type.NAMED) {
          throw new RuleFileException(part.getLine(), "fact-form", rule);
        }
        Tokens tokens =
            new Tokens(constraint.getExpression(), Math.max(part.getLine(), pattern.getLine()));
        conditions.add(new ConditionReader(tokens, rule, fact, looks.size(), bound, words).read());
      }
      looks.add(new Look(fact, new All(List.copyOf(conditions))));
    }
    return List.copyOf(looks);
  }

  private List<Verb.Call> consequence(RuleDescr rule, Asked asked) throws RuleFileException {
    String written = String.valueOf(rule.getConsequence());
    // The parser keeps the text but not where it begins: it ends where the rule does.
    int begin = text.lastIndexOf(written, rule.getEndCharacter());
    int line =
        begin < rule.getStartCharacter()
            ? rule.getConsequenceLine()
            : 1 + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
    return new ConsequenceReader(new Tokens(written, line), rule.getName(), asked, alliance)
        .read(rule.getConsequenceLine());
  }

  private static void check(Rule rule) throws RuleFileException {
    AtomicInteger tests = new AtomicInteger();
    rule.looks().forEach(look -> Rule.eachTest(look.condition(), test -> tests.incrementAndGet()));
    if (tests.get() > MOST_TESTS) {
      throw new RuleFileException(rule.line(), "tests-many", rule.name(), MOST_TESTS);
    }
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
