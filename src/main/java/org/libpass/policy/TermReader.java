package org.libpass.policy;

import java.util.Optional;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Tokens.Kind;
import org.libpass.policy.Tokens.Token;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.Vocabulary.Type;

/** Reads the values that a condition compares: fields, bound names, literals, {@code + - *}. */
final class TermReader {

  /** So few, and two factors, that no calculation leaves the range of a long. */
  private static final int MOST_PARTS = 3;

  private final Tokens tokens;
  private final String rule;
  private final Fact fact;
  private final int pattern;
  private final RuleScope scope;

  TermReader(Tokens tokens, String rule, Fact fact, int pattern, RuleScope scope) {
    this.tokens = tokens;
    this.rule = rule;
    this.fact = fact;
    this.pattern = pattern;
    this.scope = scope;
  }

  /** A value, or several added, subtracted or multiplied. */
  Term sum() throws RuleFileException {
    return restOf(single());
  }

  /** The rest of a calculation that begins with {@code first}; products bind closer. */
  Term restOf(Term first) throws RuleFileException {
    Term left = product(first);
    int parts = 1;
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token sign = tokens.take();
      if (++parts > MOST_PARTS) {
        throw new RuleFileException(sign.line(), "calculation-long", rule);
      }
      left = calculation(left, sign, product(single()));
    }
    return left;
  }

  private Term product(Term first) throws RuleFileException {
    if (!tokens.peek().is("*")) {
      return first;
    }
    Token sign = tokens.take();
    Term product = calculation(first, sign, single());
    if (tokens.peek().is("*")) {
      throw new RuleFileException(sign.line(), "calculation-long", rule);
    }
    return product;
  }

  private Term calculation(Term left, Token sign, Term right) throws RuleFileException {
    boolean aDay = left.type() == Type.DATE && !sign.is("*");
    if (right.type() != Type.NUMBER || (left.type() != Type.NUMBER && !aDay)) {
      throw new RuleFileException(sign.line(), "types", rule, sign.text());
    }
    scope.count(sign.line());
    return new Calculation(left, sign.text().charAt(0), right, aDay ? Type.DATE : Type.NUMBER);
  }

  /** A value alone. */
  Term single() throws RuleFileException {
    Token token = tokens.take();
    return switch (token.kind()) {
      case TEXT -> {
        if (token.text().indexOf('"') >= 0) {
          throw new RuleFileException(token.line(), "sign", "\"");
        }
        yield new Literal(token.text());
      }
      case NUMBER -> new Literal(Literals.number(token));
      case DATE -> new Literal(Literals.date(token));
      case SIGN -> {
        if (!token.is("-") || tokens.peek().kind() != Kind.NUMBER) {
          throw unexpected(token);
        }
        yield new Literal(-Literals.number(tokens.take()));
      }
      case WORD ->
          switch (token.text()) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "null" -> new Literal(null);
            default -> token.text().startsWith("$") ? scope.bound(token) : field(token);
          };
      case END -> throw unexpected(token);
    };
  }

  /** The field of this name. */
  Ref field(Token name) throws RuleFileException {
    Optional<Field> field = fact.field(name.text());
    if (field.isEmpty()) {
      throw new RuleFileException(
          name.line(), "field", rule, fact.named(), Tokens.shown(name), fact.fieldNames());
    }
    return new Ref(pattern, field.get());
  }

  RuleFileException unexpected(Token token) {
    return new RuleFileException(token.line(), "condition", rule, Tokens.shown(token));
  }
}
