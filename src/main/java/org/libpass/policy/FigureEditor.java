package org.libpass.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.RulePlaces.Call;
import org.libpass.policy.RulePlaces.Place;

/**
 * Reads the plain numbers of a rule file and writes them into it. What no number has to do with
 * stays as it was typed, comments too.
 */
final class FigureEditor {

  private final String text;
  private final List<Rule> own;
  private final List<Rule> alliance;
  private final RulePlaces places;

  private FigureEditor(String text, List<Rule> own, List<Rule> alliance, RulePlaces places) {
    this.text = text;
    this.own = own;
    this.alliance = alliance;
    this.places = places;
  }

  /**
   * An editor of one file; empty when it is not clear where in the text the rules stand.
   *
   * @param text the file, which has passed the gate
   * @param own the rules in it
   * @param alliance the rules that they are merged with; empty for the alliance's own file
   */
  static Optional<FigureEditor> of(String text, List<Rule> own, List<Rule> alliance) {
    try {
      RulePlaces places = new RulePlaces(text);
      return places.count() == own.size()
          ? Optional.of(new FigureEditor(text, own, alliance, places))
          : Optional.empty();
    } catch (RuleFileException e) {
      return Optional.empty();
    }
  }

  /** What the file itself sets the figure to in every case; null when it does not. */
  @Nullable List<Integer> read(PlainFigure figure) {
    return numbers(own, figure);
  }

  /** What rules set a figure to in every case; of two that do, the later wins. */
  static @Nullable List<Integer> numbers(List<Rule> rules, PlainFigure figure) {
    return rules.stream()
        .filter(Rule::unconditional)
        .flatMap(rule -> rule.calls().stream())
        .filter(figure::isIn)
        .reduce((earlier, later) -> later)
        .map(Verb.Call::figures)
        .orElse(null);
  }

  /** Whether rules set a figure in some cases only. */
  static boolean dependsOnCase(List<Rule> rules, PlainFigure figure) {
    return rules.stream().anyMatch(rule -> !rule.unconditional() && figure.isIn(rule));
  }

  /** Those of the figures that a rule sets which does more, so that it can't be taken away. */
  Set<PlainFigure> shared(Set<PlainFigure> cleared) {
    return cleared.stream()
        .filter(figure -> own.stream().anyMatch(it -> isSet(it, figure) && !isAll(it, cleared)))
        .collect(Collectors.toSet());
  }

  /**
   * The file with other numbers.
   *
   * @param wanted the numbers by figure; an empty list takes away what the file says of it. None of
   *     these is {@link #shared} or depends on the case
   * @param chinese whether a file that has no rule yet goes on in Chinese
   */
  String write(Map<PlainFigure, List<Integer>> wanted, boolean chinese) {
    TextChanges changes = new TextChanges(text);
    Set<PlainFigure> cleared =
        wanted.keySet().stream()
            .filter(figure -> wanted.getOrDefault(figure, List.of()).isEmpty())
            .collect(Collectors.toSet());
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).unconditional() && isAll(own.get(i), cleared)) {
        changes.removeLines(places.rule(i));
      }
    }
    NewRule newRule = new NewRule(own.isEmpty() ? chinese : isChinese(own.size() - 1));
    Set<String> names = names();
    for (PlainFigure figure : PlainFigure.values()) {
      List<Integer> numbers = wanted.getOrDefault(figure, List.of());
      if (numbers.isEmpty() || numbers.equals(read(figure))) {
        continue;
      }
      int last = lastThatSets(figure);
      if (last >= 0) {
        change(changes, places.call(last, figure).orElseThrow(), figure.verbFor(numbers), numbers);
      } else {
        changes.append(newRule.text(name(figure, names), figure, numbers));
      }
    }
    return changes.done();
  }

  private Set<String> names() {
    return Stream.concat(own.stream(), alliance.stream())
        .map(Rule::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private int lastThatSets(PlainFigure figure) {
    return IntStream.range(0, own.size())
        .filter(i -> isSet(own.get(i), figure))
        .reduce((earlier, later) -> later)
        .orElse(-1);
  }

  private static boolean isSet(Rule rule, PlainFigure figure) {
    return rule.unconditional() && figure.isIn(rule);
  }

  private static boolean isAll(Rule rule, Set<PlainFigure> figures) {
    return rule.calls().stream()
        .allMatch(call -> figures.stream().anyMatch(figure -> figure.isIn(call)));
  }

  private void change(TextChanges changes, Call call, Verb verb, List<Integer> numbers) {
    String name = text.substring(call.name().from(), call.name().to());
    if (!verb.ownName().is(name)) {
      boolean inChinese = name.codePointAt(0) >= 0x2E80;
      changes.replace(call.name(), inChinese ? verb.ownName().zh() : verb.ownName().en());
    }
    boolean wide = text.startsWith("（", bracketAfter(call.name()));
    changes.replace(call.arguments(), NewRule.arguments(verb, numbers, wide));
  }

  private int bracketAfter(Place name) {
    int place = name.to();
    while (text.charAt(place) != '(' && text.charAt(place) != '（') {
      place++;
    }
    return place;
  }

  private boolean isChinese(int rule) {
    return text.startsWith("規則", places.rule(rule).from());
  }

  /** The name of the alliance's rule where that does nothing else, so that it is replaced. */
  private String name(PlainFigure figure, Set<String> taken) {
    String theirs =
        alliance.stream()
            .filter(rule -> !rule.locked() && isSet(rule, figure) && isAll(rule, Set.of(figure)))
            .map(Rule::name)
            .filter(name -> own.stream().noneMatch(rule -> rule.name().equals(name)))
            .reduce((earlier, later) -> later)
            .orElse(null);
    if (theirs != null) {
      return theirs;
    }
    String plain = figure.verb().ownName().zh();
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + i;
    }
    return name;
  }
}
