package org.libpass.web.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.FigureSheet.Row;
import org.libpass.policy.PlainFigure;

/**
 * One figure in the form.
 *
 * @param typed what stands in the field; empty for "as the alliance"
 * @param fault the message key of what is wrong with it, null when nothing is
 */
record FigureField(Row row, String typed, @Nullable String fault) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,、;]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final int LONGEST_LIST = 10;

  /** What the draft says. */
  static FigureField of(Row row) {
    return new FigureField(row, row.draft() == null ? "" : joined(row.draft()), null);
  }

  /**
   * What somebody has typed.
   *
   * @param typed null when the form had no such field: it stays what it is
   */
  static FigureField of(Row row, @Nullable String typed) {
    if (typed == null || !row.isOpen()) {
      return of(row);
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    FigureField field = new FigureField(row, plain, null);
    if (plain.isEmpty()) {
      return row.required() ? field.with("policy.figures.required") : field;
    }
    return field.numbers().isPresent()
        ? field
        : field.with(row.figure().isList() ? "policy.figures.wrong.list" : "policy.figures.wrong");
  }

  FigureField with(String newFault) {
    return new FigureField(row, typed, newFault);
  }

  /** The field's name in the form and on the page. */
  public String id() {
    return id(row.figure());
  }

  static String id(PlainFigure figure) {
    return "figure-" + figure.name();
  }

  /** The numbers that were typed, none for "as the alliance"; empty when they can't be read. */
  Optional<List<Integer>> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (String one : BETWEEN.split(typed)) {
      if (one.isEmpty()) {
        continue;
      }
      if (!NUMBER.matcher(one).matches()) {
        return Optional.empty();
      }
      numbers.add(Integer.valueOf(one));
    }
    boolean inRange = numbers.stream().allMatch(it -> it >= row.least() && it <= row.most());
    int most = row.figure().isList() ? LONGEST_LIST : 1;
    return inRange && numbers.size() <= most && (typed.isEmpty() || !numbers.isEmpty())
        ? Optional.of(numbers)
        : Optional.empty();
  }

  /** What holds now. */
  public String live() {
    return row.live() == null ? "" : joined(row.live());
  }

  /** What the alliance says. */
  public String alliance() {
    return row.alliance() == null ? "" : joined(row.alliance());
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
