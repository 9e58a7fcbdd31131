package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a rule file into words, numbers, texts and signs, one after the other as they are asked for;
 * comments are left out.
 */
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
   * @param from where it begins in the file
   * @param to where it ends there
   */
  record Token(Kind kind, String text, int line, int from, int to) {
    boolean is(String expected) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }
  }

  private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
  private static final String SINGLES = "<>!(),:+-*.;@";
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])");
  private static final int LONGEST_TEXT = 200;

  private final List<Token> tokens = new ArrayList<>();
  private final String source;
  private int place;
  private int line = 1;
  private int next;

  Tokens(String source) {
    this.source = source;
  }

  private Token at(int index) throws RuleFileException {
    while (tokens.size() <= index) {
      cut();
    }
    return tokens.get(index);
  }

  /** Cuts one piece off, if only to refuse it. */
  private void cut() throws RuleFileException {
    if (place == source.length()) {
      add(Kind.END, place);
      return;
    }
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
      if (end < 0) {
        place = source.length();
        throw new RuleFileException(line, "comment-open");
      }
      line += (int) source.substring(place, end).chars().filter(c -> c == '\n').count();
      place = end + 2;
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
      String sign = Character.toString(source.codePointAt(place));
      place += sign.length();
      throw new RuleFileException(line, "sign", sign);
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
      place = lineEnd < 0 ? source.length() : lineEnd;
      throw new RuleFileException(line, "text-open");
    }
    int begin = place;
    place = end + 1;
    if (end - begin - 1 > LONGEST_TEXT) {
      throw new RuleFileException(line, "text-long", LONGEST_TEXT);
    }
    tokens.add(new Token(Kind.TEXT, source.substring(begin + 1, end), line, begin, place));
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
    tokens.add(new Token(kind, source.substring(place, end), line, place, end));
    place = end;
  }

  /** The next token, which stays. */
  Token peek() throws RuleFileException {
    return at(next);
  }

  /** The token after the next, which stays; at the end, the end. */
  Token second() throws RuleFileException {
    return peek().kind() == Kind.END ? peek() : at(next + 1);
  }

  /** The next token, which is taken. */
  Token take() throws RuleFileException {
    Token token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next token if it is this word or sign. */
  boolean takeIf(String expected) throws RuleFileException {
    boolean is = peek().is(expected);
    if (is) {
      next++;
    }
    return is;
  }

  /** Takes two tokens if they are these. */
  boolean takeIf(String first, String second) throws RuleFileException {
    boolean both = peek().is(first) && second().is(second);
    if (both) {
      next += 2;
    }
    return both;
  }

  /** Takes this word or sign and nothing else. */
  Token expect(String expected) throws RuleFileException {
    // What is missing is missing where the text before it stops, not lines later.
    int stop = next == 0 ? 1 : at(next - 1).line();
    Token token = take();
    if (!token.is(expected)) {
      throw new RuleFileException(stop, "expected", Spelling.named(expected), shown(token));
    }
    return token;
  }

  /** Goes on to the next such word, or to the end; what is in between is not looked at. */
  void skipTo(String word) {
    boolean there = false;
    while (!there) {
      try {
        there = atEnd() || peek().is(word);
        next += there ? 0 : 1;
      } catch (RuleFileException e) {
        // The first thing that was wrong has been said.
      }
    }
  }

  /** Where in the file the token ends that was taken last. */
  int taken() throws RuleFileException {
    return next == 0 ? 0 : at(next - 1).to();
  }

  boolean atEnd() throws RuleFileException {
    return peek().kind() == Kind.END;
  }

  /** A token for a sentence. */
  static Name shown(Token token) {
    return Spelling.named(token.kind() == Kind.END ? "…" : token.text());
  }
}
