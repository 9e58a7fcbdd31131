package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Ref> bound;
  private final RuleWords words;

  /**
   * @param pattern which of the rule's facts this is, from 0
   * @param bound the names bound so far in the rule; new ones are added
   * @param words what the rule may call readers and items
   */
  ConditionReader(
      Tokens tokens, String rule, Fact fact, int pattern, Map<String, Ref> bound, RuleWords words) {
    this.tokens = tokens;
    this.rule = rule;
    this.terms = new TermReader(tokens, rule, fact, pattern, bound);
    this.bound = bound;
    this.words = words;
  }

  /** One condition, up to the end of the tokens. */
  Condition read() throws RuleFileException {
    Condition condition = binding();
    if (!tokens.atEnd()) {
      throw terms.unexpected(tokens.peek());
    }
    return condition;
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
    if (bound.putIfAbsent(name.text(), ref) != null) {
      throw new RuleFileException(name.line(), "bound-twice", rule, name.text());
    }
    return tokens.atEnd() ? new All(List.of()) : comparison(terms.restOf(ref), field.line());
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
      return new Test(left, Comparison.EQUAL, new Literal(true));
    }
    tokens.take();
    Term right = terms.sum();
    check(left, comparison, right, line);
    return new Test(left, comparison, words.meant(left, right, line));
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
      choices.add(new Test(left, Comparison.EQUAL, words.meant(left, choice, line)));
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return new Any(choices);
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
