package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A rule file as the parser takes it: the Chinese words that hold a rule together, full-width signs
 * and digits, and Chinese quotation marks become the plain ones. The names of questions, facts,
 * fields and verbs stay as they are, since their place says which is meant; texts and comments stay
 * too. Lines stay lines.
 */
final class Spelling {

  /** The Chinese words and what they stand for. */
  static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("規則", "rule"),
          Map.entry("當", "when"),
          Map.entry("則", "then"),
          Map.entry("完", "end"),
          Map.entry("且", "&&"),
          Map.entry("或", "||"),
          Map.entry("非", "!"),
          Map.entry("屬於", "in"),
          Map.entry("不屬於", "not in"),
          Map.entry("真", "true"),
          Map.entry("假", "false"),
          Map.entry("不明", "null"));

  /** What ends a text, by what begins it. */
  private static final Map<Character, String> QUOTES =
      Map.of('"', "\"", '\'', "'", '「', "」", '『', "』", '“', "”“＂", '”', "”“＂", '＂', "”“＂");

  private final String written;
  private final StringBuilder text = new StringBuilder();
  private final Bounds bounds = new Bounds();

  /** Where text and file keep step: each place in the text with its place in the file. */
  private final List<int[]> steps = new ArrayList<>(List.of(new int[] {0, 0}));

  private int place;
  private int line = 1;
  private boolean nameNext;

  /**
   * @param written what {@link PreScan} let through
   * @throws RuleFileException if a text does not end on its line, or if there is more than {@link
   *     Bounds} allows
   */
  Spelling(String written) throws RuleFileException {
    this.written = written;
    while (place < written.length()) {
      spell();
    }
  }

  /** The text for the parser. */
  String text() {
    return text.toString();
  }

  /** What is written in the file from one place of the text to another. */
  String written(int from, int to) {
    return written.substring(inFile(from), Math.max(inFile(from), inFile(to)));
  }

  /** A word or sign of the text, for a sentence: the file may have it in either language. */
  static Name named(String word) {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(word))
        .findFirst()
        .map(entry -> new Name(word, entry.getKey() + "（" + word + "）"))
        .orElse(new Name(word, word));
  }

  private int inFile(int inText) {
    int[] before = steps.get(0);
    for (int[] step : steps) {
      if (step[0] > inText) {
        break;
      }
      before = step;
    }
    return Math.min(written.length(), before[1] + inText - before[0]);
  }

  private void spell() throws RuleFileException {
    char first = written.charAt(place);
    String closing = QUOTES.get(first);
    if (written.startsWith("//", place)) {
      int end = written.indexOf('\n', place);
      keep(end < 0 ? written.length() : end);
    } else if (written.startsWith("/*", place)) {
      int end = written.indexOf("*/", place + 2);
      keep(end < 0 ? written.length() : end + 2);
    } else if (closing != null) {
      quotation(closing);
    } else if (inWord(first)) {
      word();
    } else if (first == '\n' || first == '\r' || first == '\t') {
      keep(place + 1);
    } else {
      sign(Character.toString(written.codePointAt(place)));
    }
  }

  private void quotation(String closing) throws RuleFileException {
    int end = place + 1;
    while (end < written.length()
        && written.charAt(end) != '\n'
        && closing.indexOf(written.charAt(end)) < 0) {
      end++;
    }
    if (end == written.length() || written.charAt(end) == '\n') {
      throw new RuleFileException(line, "text-open");
    }
    if (written.substring(place + 1, end).indexOf('"') >= 0) {
      throw new RuleFileException(line, "text-quotes");
    }
    bounds.text(line);
    replace(place + 1, "\"");
    keep(end);
    replace(end + 1, "\"");
    nameNext = false;
  }

  private void word() throws RuleFileException {
    int end = place;
    StringBuilder narrowed = new StringBuilder();
    while (end < written.length() && inWord(written.charAt(end))) {
      narrowed.append(FullWidth.narrow(written.charAt(end++)));
    }
    String word = narrowed.toString();
    if (nameNext) {
      nameNext = false;
    } else if (word.length() > 1 && (word.startsWith("當") || word.startsWith("則"))) {
      // Chinese is written without spaces, and no name begins with these.
      end = place + 1;
      word = WORDS.get(word.substring(0, 1)) + " ";
    } else {
      word = WORDS.getOrDefault(word, word);
      nameNext = word.equals("rule");
    }
    bounds.word(word, line);
    replace(end, word);
  }

  private void sign(String sign) throws RuleFileException {
    String plain = sign.equals("＝") ? equals() : FullWidth.plain(sign);
    bounds.sign(plain, line);
    replace(place + sign.length(), plain);
  }

  /**
   * One full-width sign is enough to say "is"; two, or one after another sign, are what they are.
   */
  private String equals() {
    char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    char after = place + 1 < written.length() ? FullWidth.narrow(written.charAt(place + 1)) : ' ';
    return "=!<>".indexOf(before) >= 0 || after == '=' ? "=" : "==";
  }

  private void keep(int end) {
    for (; place < end; place++) {
      char sign = written.charAt(place);
      text.append(sign);
      line += sign == '\n' ? 1 : 0;
    }
  }

  private void replace(int end, String by) {
    boolean shifts = by.length() != end - place;
    if (shifts) {
      steps.add(new int[] {text.length(), place});
    }
    text.append(by);
    place = end;
    if (shifts) {
      steps.add(new int[] {text.length(), place});
    }
  }

  private static boolean inWord(char sign) {
    char plain = FullWidth.narrow(sign);
    return plain == '$' || plain == '_' || Character.isLetterOrDigit(plain);
  }
}
