package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Comparison;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Tokens.Kind;
import org.libpass.policy.Tokens.Token;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Type;

/**
 * Reads what stands between a fact's brackets: fields, literals, names bound with {@code $}, {@code
 * == != < <= > >= in}, {@code && || !} and what {@link TermReader} calculates. Everything else is
 * refused here, so that it never reaches a compiler.
 */
final class ConditionReader {

  private final Tokens tokens;
  private final String rule;
  private final TermReader terms;
  private final RuleScope scope;
  private final RuleWords words;

  /**
   * @param pattern which of the rule's facts this is, from 0
   * @param words what the rule may call readers and items
   */
  ConditionReader(
      Tokens tokens, String rule, Fact fact, int pattern, RuleScope scope, RuleWords words) {
    this.tokens = tokens;
    this.rule = rule;
    this.terms = new TermReader(tokens, rule, fact, pattern, scope);
    this.scope = scope;
    this.words = words;
  }

  /** The conditions on one fact, from its opening to its closing bracket. */
  List<Condition> read() throws RuleFileException {
    List<Condition> conditions = new ArrayList<>();
    tokens.expect("(");
    if (tokens.takeIf(")")) {
      return conditions;
    }
    do {
      conditions.add(binding());
    } while (tokens.takeIf(","));
    if (!tokens.takeIf(")")) {
      throw terms.unexpected(tokens.peek());
    }
    return conditions;
  }

  private Condition binding() throws RuleFileException {
    if (tokens.peek().kind() != Kind.WORD || !tokens.second().is(":")) {
      return any();
    }
    Token name = tokens.take();
    if (!name.text().startsWith("$")) {
      throw terms.unexpected(name);
    }
    tokens.expect(":");
    Token field = tokens.peek();
    Ref ref = terms.field(tokens.take());
    scope.bind(name, ref);
    boolean alone = tokens.peek().is(",") || tokens.peek().is(")");
    return alone ? new All(List.of()) : comparison(terms.restOf(ref), field.line());
  }

  private Condition any() throws RuleFileException {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (tokens.takeIf("||")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Any(parts);
  }

  private Condition all() throws RuleFileException {
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (tokens.takeIf("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  private Condition one() throws RuleFileException {
    if (tokens.takeIf("!")) {
      return new Not(one());
    }
    if (tokens.takeIf("(")) {
      Condition inner = any();
      tokens.expect(")");
      return inner;
    }
    return comparisonOf(terms.sum());
  }

  private Condition comparisonOf(Term left) throws RuleFileException {
    return comparison(left, tokens.peek().line());
  }

  private Condition comparison(Term left, int line) throws RuleFileException {
    if (tokens.takeIf("in")) {
      return in(left, line);
    }
    if (tokens.takeIf("not", "in")) {
      return new Not(in(left, line));
    }
    Comparison comparison =
        tokens.peek().kind() == Kind.SIGN ? Comparison.bySign(tokens.peek().text()) : null;
    if (comparison == null) {
      if (left.type() != Type.TRUTH || left instanceof Literal) {
        throw terms.unexpected(tokens.peek());
      }
      return test(left, Comparison.EQUAL, new Literal(true), line);
    }
    tokens.take();
    Term right = terms.sum();
    check(left, comparison, right, line);
    return test(left, comparison, words.meant(left, right, line), line);
  }

  private Condition in(Term left, int line) throws RuleFileException {
    tokens.expect("(");
    List<Condition> choices = new ArrayList<>();
    do {
      Term choice = terms.single();
      if (!(choice instanceof Literal literal) || literal.value() == null) {
        throw new RuleFileException(line, "literal", rule);
      }
      check(left, Comparison.EQUAL, choice, line);
      choices.add(test(left, Comparison.EQUAL, words.meant(left, choice, line), line));
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return new Any(choices);
  }

  private Test test(Term left, Comparison comparison, Term right, int line)
      throws RuleFileException {
    scope.count(line);
    return new Test(left, comparison, right);
  }

  private void check(Term left, Comparison comparison, Term right, int line)
      throws RuleFileException {
    if (left instanceof Literal) {
      // "3 > openCards" would be right, yet a rule is read aloud: the field comes first.
      throw new RuleFileException(line, "field-first", rule);
    }
    if (right instanceof Literal literal && literal.value() == null) {
      if (comparison.orders() || !(left instanceof Ref ref) || !ref.field().mayBeUnknown()) {
        throw new RuleFileException(line, "never-unknown", rule);
      }
      return;
    }
    if (left.type() != right.type() || (comparison.orders() && !ordered(left))) {
      throw new RuleFileException(line, "types", rule, comparison.sign());
    }
  }

  private static boolean ordered(Term term) {
    return term.type() == Type.NUMBER || term.type() == Type.DATE;
  }
}
