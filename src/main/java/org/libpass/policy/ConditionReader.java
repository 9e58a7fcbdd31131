package org.libpass.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Comparison;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Tokens.Kind;
import org.libpass.policy.Tokens.Token;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.Vocabulary.Type;

/**
 * Reads what stands between a fact's brackets: fields, literals, names bound with {@code $}, {@code
 * == != < <= > >= in}, {@code && || !} and {@code + - *}. Everything else is refused here, so that
 * it never reaches a compiler.
 */
final class ConditionReader {

  private static final int LONGEST_NUMBER = 9;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  private final Tokens tokens;
  private final String rule;
  private final Fact fact;
  private final int pattern;
  private final Map<String, Ref> bound;

  /**
   * @param pattern which of the rule's facts this is, from 0
   * @param bound the names bound so far in the rule; new ones are added
   */
  ConditionReader(Tokens tokens, String rule, Fact fact, int pattern, Map<String, Ref> bound) {
    this.tokens = tokens;
    this.rule = rule;
    this.fact = fact;
    this.pattern = pattern;
    this.bound = bound;
  }

  /** One condition, up to the end of the tokens. */
  Condition read() throws RuleFileException {
    Condition condition = binding();
    if (!tokens.atEnd()) {
      throw unexpected(tokens.peek());
    }
    return condition;
  }

  private Condition binding() throws RuleFileException {
    if (tokens.peek().kind() != Kind.WORD || !tokens.second().is(":")) {
      return any();
    }
    Token name = tokens.take();
    if (!name.text().startsWith("$")) {
      throw unexpected(name);
    }
    tokens.expect(":");
    Token field = tokens.peek();
    Ref ref = field(tokens.take());
    if (bound.putIfAbsent(name.text(), ref) != null) {
      throw new RuleFileException(name.line(), "bound-twice", rule, name.text());
    }
    return tokens.atEnd() ? new All(List.of()) : comparison(products(ref), field.line());
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
    return comparisonOf(sum());
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
        throw unexpected(tokens.peek());
      }
      return new Test(left, Comparison.EQUAL, new Literal(true));
    }
    tokens.take();
    Term right = sum();
    check(left, comparison, right, line);
    return new Test(left, comparison, right);
  }

  private Condition in(Term left, int line) throws RuleFileException {
    tokens.expect("(");
    List<Condition> choices = new ArrayList<>();
    do {
      Term choice = term();
      if (!(choice instanceof Literal literal) || literal.value() == null) {
        throw new RuleFileException(line, "literal", rule);
      }
      check(left, Comparison.EQUAL, choice, line);
      choices.add(new Test(left, Comparison.EQUAL, choice));
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

  private Term sum() throws RuleFileException {
    return products(term());
  }

  /** The rest of a calculation that begins with {@code first}; products bind closer. */
  private Term products(Term first) throws RuleFileException {
    Term left = factors(first);
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token sign = tokens.take();
      left = calculation(left, sign, factors(term()));
    }
    return left;
  }

  private Term factors(Term first) throws RuleFileException {
    Term left = first;
    while (tokens.peek().is("*")) {
      Token sign = tokens.take();
      left = calculation(left, sign, term());
    }
    return left;
  }

  private Term calculation(Term left, Token sign, Term right) throws RuleFileException {
    boolean aDay = left.type() == Type.DATE && !sign.is("*");
    if (right.type() != Type.NUMBER || (left.type() != Type.NUMBER && !aDay)) {
      throw new RuleFileException(sign.line(), "types", rule, sign.text());
    }
    return new Calculation(left, sign.text().charAt(0), right, aDay ? Type.DATE : Type.NUMBER);
  }

  private Term term() throws RuleFileException {
    Token token = tokens.take();
    return switch (token.kind()) {
      case TEXT -> {
        if (token.text().indexOf('"') >= 0) {
          throw new RuleFileException(token.line(), "sign", "\"");
        }
        yield new Literal(token.text());
      }
      case NUMBER -> new Literal(number(token));
      case DATE -> new Literal(date(token));
      case SIGN -> {
        if (!token.is("-") || tokens.peek().kind() != Kind.NUMBER) {
          throw unexpected(token);
        }
        yield new Literal(-number(tokens.take()));
      }
      case WORD ->
          switch (token.text()) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "null" -> new Literal(null);
            default -> token.text().startsWith("$") ? variable(token) : field(token);
          };
      case END -> throw unexpected(token);
    };
  }

  static int number(Token token) throws RuleFileException {
    if (token.text().length() > LONGEST_NUMBER) {
      throw new RuleFileException(token.line(), "number-long", token.text());
    }
    return Integer.parseInt(token.text());
  }

  static LocalDate date(Token token) throws RuleFileException {
    try {
      LocalDate date = LocalDate.parse(token.text());
      if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    throw new RuleFileException(token.line(), "date", token.text());
  }

  private Ref variable(Token name) throws RuleFileException {
    Ref ref = bound.get(name.text());
    if (ref == null) {
      throw new RuleFileException(name.line(), "unbound", rule, name.text());
    }
    return Objects.requireNonNull(ref);
  }

  private Ref field(Token name) throws RuleFileException {
    Optional<Field> field = fact.field(name.text());
    if (field.isEmpty()) {
      throw new RuleFileException(
          name.line(), "field", rule, fact.named(), Tokens.shown(name), fact.fieldNames());
    }
    return new Ref(pattern, field.get());
  }

  private RuleFileException unexpected(Token token) {
    return new RuleFileException(token.line(), "condition", rule, Tokens.shown(token));
  }
}
