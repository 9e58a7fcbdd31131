package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a piece of a rule file into words, numbers, texts and signs; comments are left out. */
final class Tokens {

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    DATE,
    TEXT,
    SIGN,
    END
  }

  /**
   * @param text the token as written, a text without its quotation marks
   */
  record Token(Kind kind, String text, int line) {
    boolean is(String expected) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }
  }

  private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
  private static final String SINGLES = "<>!(),:+-*.;";
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])");
  private static final int LONGEST_TEXT = 200;

  private final List<Token> tokens = new ArrayList<>();
  private final String source;
  private int place;
  private int line;
  private int next;

  /**
   * @param firstLine the line in the file on which {@code source} begins
   */
  Tokens(String source, int firstLine) throws RuleFileException {
    this.source = source;
    this.line = firstLine;
    while (place < source.length()) {
      cut();
    }
    tokens.add(new Token(Kind.END, "", line));
  }

  private void cut() throws RuleFileException {
    char first = source.charAt(place);
    if (first == '\n') {
      line++;
      place++;
    } else if (Character.isWhitespace(first)) {
      place++;
    } else if (source.startsWith("//", place)) {
      int end = source.indexOf('\n', place);
      place = end < 0 ? source.length() : end;
    } else if (source.startsWith("/*", place)) {
      int end = source.indexOf("*/", place + 2);
      int stop = end < 0 ? source.length() : end + 2;
      line += (int) source.substring(place, stop).chars().filter(c -> c == '\n').count();
      place = stop;
    } else if (first == '"' || first == '\'') {
      text(first);
    } else if (first >= '0' && first <= '9') {
      number();
    } else if (first == '$' || Character.isLetter(first)) {
      add(Kind.WORD, end(place, true));
    } else if (place + 2 <= source.length() && PAIRS.contains(source.substring(place, place + 2))) {
      add(Kind.SIGN, place + 2);
    } else if (SINGLES.indexOf(first) >= 0) {
      add(Kind.SIGN, place + 1);
    } else {
      throw new RuleFileException(line, "sign", Character.toString(source.codePointAt(place)));
    }
  }

  /** A number, or what is written like a date, whether it is one or not. */
  private void number() {
    Matcher date = DATE.matcher(source).region(place, source.length());
    if (date.lookingAt()) {
      add(Kind.DATE, date.end());
    } else {
      add(Kind.NUMBER, end(place, false));
    }
  }

  private void text(char quote) throws RuleFileException {
    int end = source.indexOf(quote, place + 1);
    int lineEnd = source.indexOf('\n', place);
    if (end < 0 || (lineEnd >= 0 && lineEnd < end)) {
      throw new RuleFileException(line, "text-open");
    }
    if (end - place - 1 > LONGEST_TEXT) {
      throw new RuleFileException(line, "text-long", LONGEST_TEXT);
    }
    tokens.add(new Token(Kind.TEXT, source.substring(place + 1, end), line));
    place = end + 1;
  }

  private int end(int from, boolean word) {
    int end = from + 1;
    while (end < source.length()) {
      char c = source.charAt(end);
      if (!(c >= '0' && c <= '9') && !(word && (c == '_' || Character.isLetter(c)))) {
        break;
      }
      end++;
    }
    return end;
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, source.substring(place, end), line));
    place = end;
  }

  /** The next token, which stays. */
  Token peek() {
    return tokens.get(next);
  }

  /** The token after the next, which stays. */
  Token second() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  /** The next token, which is taken. */
  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next token if it is this word or sign. */
  boolean takeIf(String expected) {
    boolean is = peek().is(expected);
    if (is) {
      next++;
    }
    return is;
  }

  /** Takes two tokens if they are these. */
  boolean takeIf(String first, String second) {
    boolean both = peek().is(first) && second().is(second);
    if (both) {
      next += 2;
    }
    return both;
  }

  /** Takes this word or sign and nothing else. */
  void expect(String expected) throws RuleFileException {
    Token token = take();
    if (!token.is(expected)) {
      // What is missing at the end is missing where the text stops, not lines later.
      int at = token.kind() == Kind.END && next > 0 ? tokens.get(next - 1).line() : token.line();
      throw new RuleFileException(at, "expected", expected, shown(token));
    }
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** A token for a sentence. */
  static String shown(Token token) {
    return token.kind() == Kind.END ? "…" : token.text();
  }
}
