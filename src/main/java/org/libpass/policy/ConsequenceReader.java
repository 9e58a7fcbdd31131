package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libpass.policy.Tokens.Kind;
import org.libpass.policy.Tokens.Token;
import org.libpass.policy.Vocabulary.Asked;

/**
 * Reads what stands between {@code then} and {@code end}: published verbs with literals. The text
 * itself goes no further.
 */
final class ConsequenceReader {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int LONGEST_LIST = 10;

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

  /**
   * @param line the line of {@code then}, for a rule that says nothing
   */
  List<Verb.Call> read(int line) throws RuleFileException {
    List<Verb.Call> calls = new ArrayList<>();
    while (!tokens.atEnd()) {
      calls.add(call());
    }
    if (calls.isEmpty()) {
      throw new RuleFileException(line, "no-verb", rule, Verb.wordsFor(asked, alliance));
    }
    return calls;
  }

  private Verb.Call call() throws RuleFileException {
    Token first = tokens.take();
    String word = first.text();
    if (tokens.takeIf(".")) {
      word += "." + tokens.take().text();
    }
    Optional<Verb> known = first.kind() == Kind.WORD ? Verb.byWord(word) : Optional.empty();
    if (known.isEmpty() || !known.get().fits(asked)) {
      throw new RuleFileException(
          first.line(), "verb", rule, word, asked.word(), Verb.wordsFor(asked, alliance));
    }
    Verb verb = known.get();
    if (verb.allianceOnly() && !alliance) {
      throw new RuleFileException(first.line(), "alliance-only", rule, word);
    }
    List<Token> arguments = arguments();
    tokens.expect(";");
    if (verb.takesNothing()) {
      if (!arguments.isEmpty()) {
        throw new RuleFileException(first.line(), "no-arguments", rule, verb.word());
      }
      return new Verb.Call(verb, List.of(), verb == Verb.WAITING_OFF ? List.of(0) : List.of());
    }
    return verb.decides() ? decides(verb, arguments, first) : sets(verb, arguments, first);
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

  private Verb.Call decides(Verb verb, List<Token> arguments, Token at) throws RuleFileException {
    List<String> texts = arguments.stream().map(Token::text).toList();
    boolean allTexts = arguments.stream().allMatch(a -> a.kind() == Kind.TEXT);
    if (!allTexts || (texts.size() != 1 && texts.size() != 3)) {
      throw new RuleFileException(at.line(), "reason-form", rule, verb.word());
    }
    String key = texts.get(0);
    if (!KEY.matcher(key).matches()) {
      throw new RuleFileException(at.line(), "reason-key", rule, key);
    }
    if (texts.size() == 1 && !Sentences.knowsReason(key)) {
      throw new RuleFileException(at.line(), "reason-unknown", rule, key);
    }
    if (texts.stream().anyMatch(String::isBlank)) {
      throw new RuleFileException(at.line(), "reason-form", rule, verb.word());
    }
    return new Verb.Call(verb, texts, List.of());
  }

  private Verb.Call sets(Verb verb, List<Token> arguments, Token at) throws RuleFileException {
    boolean many = verb.takesList();
    if ((!many && arguments.size() != 1) || arguments.size() > LONGEST_LIST) {
      throw new RuleFileException(at.line(), "figure-count", rule, verb.word());
    }
    if (verb.takesDate()) {
      return new Verb.Call(verb, List.of(), List.of(day(verb, arguments.get(0))));
    }
    List<Integer> figures = new ArrayList<>();
    for (Token argument : arguments) {
      if (argument.kind() != Kind.NUMBER) {
        throw new RuleFileException(argument.line(), "figure-count", rule, verb.word());
      }
      int figure = ConditionReader.number(argument);
      if (figure < verb.least() || figure > verb.most()) {
        throw new RuleFileException(
            argument.line(), "range", rule, verb.word(), verb.least(), verb.most(), figure);
      }
      figures.add(figure);
    }
    return new Verb.Call(verb, List.of(), List.copyOf(figures));
  }

  private int day(Verb verb, Token argument) throws RuleFileException {
    if (argument.kind() != Kind.DATE) {
      throw new RuleFileException(argument.line(), "date-needed", rule, verb.word());
    }
    return (int) ConditionReader.date(argument).toEpochDay();
  }
}
