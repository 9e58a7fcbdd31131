package org.libpass.policy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Words a rule that sets one figure in every case.
 *
 * @param chinese whether in Chinese words
 */
record NewRule(boolean chinese) {

  /**
   * The rule, with a line end after it.
   *
   * @param name at most 40 characters, as the gate has it
   */
  String text(String name, PlainFigure figure, List<Integer> numbers) {
    Verb verb = figure.verbFor(numbers);
    Name question = Objects.requireNonNull(verb.question()).named();
    String arguments = arguments(verb, numbers, chinese);
    if (chinese) {
      String quoted = name.contains("」") ? "\"" + name + "\"" : "「" + name + "」";
      return "規則%s\n當　%s（）\n則　%s（%s）；\n完\n"
          .formatted(quoted, question.zh(), verb.named().zh(), arguments);
    }
    return "rule \"%s\"\nwhen  %s()\nthen  %s(%s);\nend\n"
        .formatted(name, question.en(), verb.named().en(), arguments);
  }

  /**
   * What stands between the verb's brackets.
   *
   * @param wide whether the signs there are full-width
   */
  static String arguments(Verb verb, List<Integer> numbers, boolean wide) {
    return verb.takes() == Verb.Takes.NOTHING
        ? ""
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(wide ? "，" : ", "));
  }
}
