package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libpass.policy.Tokens.Kind;
import org.libpass.policy.Tokens.Token;
import org.libpass.policy.Verb.Takes;
import org.libpass.policy.Vocabulary.Asked;

/**
 * Reads what stands between {@code then} and {@code end}: published verbs with literals. The text
 * itself goes no further.
 */
final class ConsequenceReader {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int LONGEST_LIST = 10;
  private static final int MOST_CALLS = 10;

  private final Tokens tokens;
  private final String rule;
  private final Asked asked;
  private final boolean alliance;

  ConsequenceReader(Tokens tokens, String rule, Asked asked, boolean alliance) {
    this.tokens = tokens;
    this.rule = rule;
    this.asked = asked;
    this.alliance = alliance;
  }

  List<Verb.Call> read() throws RuleFileException {
    int line = tokens.expect("then").line();
    List<Verb.Call> calls = new ArrayList<>();
    while (!tokens.atEnd() && !tokens.peek().is("end") && !tokens.peek().is("rule")) {
      if (calls.size() == MOST_CALLS) {
        throw new RuleFileException(tokens.peek().line(), "verbs-many", rule, MOST_CALLS);
      }
      calls.add(call());
    }
    tokens.expect("end");
    if (calls.isEmpty()) {
      throw new RuleFileException(line, "no-verb", rule, Verb.namesFor(asked, alliance));
    }
    return calls;
  }

  private Verb.Call call() throws RuleFileException {
    Token first = tokens.take();
    String own = tokens.takeIf(".") ? tokens.take().text() : "";
    String word = own.isEmpty() ? first.text() : first.text() + "." + own;
    Optional<Verb> known =
        first.kind() == Kind.WORD ? Verb.byWord(first.text(), own) : Optional.empty();
    if (known.isEmpty() || !known.get().fits(asked)) {
      throw new RuleFileException(
          first.line(), "verb", rule, word, asked.named(), Verb.namesFor(asked, alliance));
    }
    Verb verb = known.get();
    if (verb.allianceOnly() && !alliance) {
      throw new RuleFileException(first.line(), "alliance-only", rule, word);
    }
    List<Token> arguments = arguments();
    tokens.expect(";");
    return switch (verb.takes()) {
      case NOTHING -> nothing(verb, arguments, first);
      case REASON -> new Verb.Call(verb, reason(verb, arguments, first), List.of());
      case DATE -> new Verb.Call(verb, List.of(), List.of(day(verb, arguments, first)));
      case NUMBER, NUMBERS -> new Verb.Call(verb, List.of(), figures(verb, arguments, first));
    };
  }

  private List<Token> arguments() throws RuleFileException {
    tokens.expect("(");
    List<Token> arguments = new ArrayList<>();
    if (tokens.takeIf(")")) {
      return arguments;
    }
    do {
      Token argument = tokens.take();
      if (argument.kind() != Kind.TEXT
          && argument.kind() != Kind.NUMBER
          && argument.kind() != Kind.DATE) {
        throw new RuleFileException(argument.line(), "literal", rule);
      }
      arguments.add(argument);
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return arguments;
  }

  private Verb.Call nothing(Verb verb, List<Token> arguments, Token at) throws RuleFileException {
    if (!arguments.isEmpty()) {
      throw new RuleFileException(at.line(), "no-arguments", rule, verb.named());
    }
    return new Verb.Call(verb, List.of(), verb == Verb.WAITING_OFF ? List.of(0) : List.of());
  }

  /** Key, or key and texts. */
  private List<String> reason(Verb verb, List<Token> arguments, Token at) throws RuleFileException {
    List<String> texts = arguments.stream().map(Token::text).toList();
    boolean allTexts =
        arguments.stream().allMatch(it -> it.kind() == Kind.TEXT && !it.text().isBlank());
    if (!allTexts || (texts.size() != 1 && texts.size() != 3)) {
      throw new RuleFileException(at.line(), "reason-form", rule, verb.named());
    }
    String key = texts.get(0);
    if (!KEY.matcher(key).matches()) {
      throw new RuleFileException(at.line(), "reason-key", rule, key);
    }
    if (texts.size() == 1 && !Sentences.knowsReason(key)) {
      throw new RuleFileException(at.line(), "reason-unknown", rule, key);
    }
    return texts;
  }

  private List<Integer> figures(Verb verb, List<Token> arguments, Token at)
      throws RuleFileException {
    int most = verb.takes() == Takes.NUMBERS ? LONGEST_LIST : 1;
    if (arguments.isEmpty()
        || arguments.size() > most
        || arguments.stream().anyMatch(it -> it.kind() != Kind.NUMBER)) {
      throw new RuleFileException(at.line(), "figure-count", rule, verb.named(), most);
    }
    List<Integer> figures = new ArrayList<>();
    for (Token argument : arguments) {
      int figure = Literals.number(argument);
      if (figure < verb.least() || figure > verb.most()) {
        throw new RuleFileException(
            argument.line(), "range", rule, verb.named(), verb.least(), verb.most(), figure);
      }
      figures.add(figure);
    }
    return List.copyOf(figures);
  }

  private int day(Verb verb, List<Token> arguments, Token at) throws RuleFileException {
    if (arguments.size() != 1 || arguments.get(0).kind() != Kind.DATE) {
      throw new RuleFileException(at.line(), "date-needed", rule, verb.named());
    }
    return (int) Literals.date(arguments.get(0)).toEpochDay();
  }
}
