package org.libpass.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.Example.Expected;
import org.libpass.policy.PlainYaml.Entry;
import org.libpass.policy.Vocabulary.Asked;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what an example expects. */
final class ExpectedReader {

  private static final Pattern REASON = Pattern.compile("[a-zA-Z0-9-]{1,60}");

  private static final Map<Outcome, Set<String>> OUTCOMES =
      Map.of(
          Outcome.GRANTED, Set.of("granted", "通過", "同意"),
          Outcome.REFERRED, Set.of("referred", "轉館員"),
          Outcome.REFUSED, Set.of("refused", "不通過", "拒絕"));

  private ExpectedReader() {}

  static Expected read(Asked asked, Entry expect) throws RuleFileException {
    Map<ExamplePart, Entry> parts =
        ExamplePart.in(expect.value(), expect.name(), ExamplePart.OF_EXPECTED);
    Entry outcome = parts.get(ExamplePart.OUTCOME);
    Entry reasons = parts.get(ExamplePart.REASONS);
    Entry limits = parts.get(ExamplePart.LIMITS);
    if (parts.isEmpty()) {
      throw new RuleFileException(expect.line(), "example-expects-nothing");
    }
    if (!asked.decides() && (outcome != null || reasons != null)) {
      throw new RuleFileException(expect.line(), "example-figures-only", asked.named());
    }
    return new Expected(
        outcome == null ? null : outcome(outcome),
        reasons == null ? null : reasons(reasons),
        limits == null ? Map.of() : figures(limits));
  }

  private static Outcome outcome(Entry entry) throws RuleFileException {
    String written = PlainYaml.text(entry.value(), entry.name()).toLowerCase(Locale.ROOT);
    for (Map.Entry<Outcome, Set<String>> outcome : OUTCOMES.entrySet()) {
      if (outcome.getValue().contains(written)) {
        return outcome.getKey();
      }
    }
    throw new RuleFileException(PlainYaml.line(entry.value()), "example-outcome", written);
  }

  private static Set<String> reasons(Entry entry) throws RuleFileException {
    Set<String> keys = new LinkedHashSet<>();
    for (Node node : PlainYaml.listOrOne(entry.value())) {
      String key = PlainYaml.text(node, entry.name());
      if (!REASON.matcher(key).matches()) {
        throw new RuleFileException(PlainYaml.line(node), "example-reason", key);
      }
      keys.add(key);
    }
    return keys;
  }

  private static Map<Figure, Optional<Object>> figures(Entry limits) throws RuleFileException {
    Map<Figure, Optional<Object>> figures = new LinkedHashMap<>();
    for (Entry entry : PlainYaml.entries(limits.value(), limits.name()).values()) {
      Figure figure = RuleFileException.at(entry.line(), () -> Figures.byName(entry.name()));
      List<String> written = new ArrayList<>();
      for (Node node : PlainYaml.listOrOne(entry.value())) {
        written.add(PlainYaml.text(node, entry.name()));
      }
      if (figures.containsKey(figure)) {
        throw new RuleFileException(entry.line(), "yaml-twice", figure.named());
      }
      figures.put(
          figure, RuleFileException.at(PlainYaml.line(entry.value()), () -> figure.read(written)));
    }
    return figures;
  }
}
