package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the rules of a file stand in it, and the figures in them, so that a number can be changed
 * and all else stay as it was typed. Knows less than the gate, which the file has to have passed.
 */
final class RulePlaces {

  private static final Pattern HIDDEN =
      Pattern.compile("//[^\n]*|/\\*.*?(?:\\*/|\\z)|\"[^\"\n]*\"", Pattern.DOTALL);
  private static final Pattern RULE = word("rule");
  private static final Pattern END = word("end");
  private static final Pattern CALL =
      Pattern.compile("(?<family>\\p{L}+)\\s*\\.\\s*(?<own>\\p{L}+)\\s*\\((?<arguments>[^)]*)\\)");

  private final Spelling spelling;
  private final String bare;
  private final List<Place> rules = new ArrayList<>();

  /**
   * @param written the file as it is
   */
  RulePlaces(String written) throws RuleFileException {
    spelling = new Spelling(written);
    bare = HIDDEN.matcher(spelling.text()).replaceAll(it -> " ".repeat(it.group().length()));
    List<Integer> starts = RULE.matcher(bare).results().map(it -> it.start()).toList();
    for (int i = 0; i < starts.size(); i++) {
      int until = i + 1 < starts.size() ? starts.get(i + 1) : bare.length();
      Matcher end = END.matcher(bare).region(starts.get(i), until);
      int to = until;
      while (end.find()) {
        to = end.end();
      }
      rules.add(new Place(starts.get(i), to));
    }
  }

  /** A piece of the file: from one character to before another. */
  record Place(int from, int to) {}

  /**
   * A verb in a rule.
   *
   * @param name its own name, after the dot
   * @param arguments from the first to the last number between the brackets
   */
  record Call(Place name, Place arguments) {}

  /** How many rules there are. */
  int count() {
    return rules.size();
  }

  /** Where the rule of this number stands, from 0 in the file's order. */
  Place rule(int number) {
    return inFile(rules.get(number));
  }

  /** Where that rule sets a figure; where it does so twice, the one that counts. */
  Optional<Call> call(int number, PlainFigure figure) {
    Matcher calls = CALL.matcher(bare).region(rules.get(number).from(), rules.get(number).to());
    Call last = null;
    while (calls.find()) {
      boolean sets =
          Verb.byWord(calls.group("family"), calls.group("own"))
              .filter(verb -> verb.figure() == figure.verb())
              .isPresent();
      if (sets) {
        last =
            new Call(
                inFile(new Place(calls.start("own"), calls.end("own"))),
                inFile(trimmed(calls.start("arguments"), calls.end("arguments"))));
      }
    }
    return Optional.ofNullable(last);
  }

  private Place trimmed(int from, int to) {
    String inside = bare.substring(from, to);
    int first = to - inside.stripLeading().length();
    return new Place(first, first + inside.strip().length());
  }

  private Place inFile(Place place) {
    return new Place(
        spelling.written(0, place.from()).length(), spelling.written(0, place.to()).length());
  }

  private static Pattern word(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{N}_$])" + word + "(?![\\p{L}\\p{N}_$])");
  }
}
