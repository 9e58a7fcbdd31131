package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.PlainYaml.Entry;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code tests.yaml}, in English or Chinese names, mixed as one likes. */
final class ExampleReader {

  private static final int MOST = 100;
  private static final int LONGEST_NAME = 80;

  private final Words words;

  /**
   * @param words in which the examples are written
   */
  ExampleReader(Words words) {
    this.words = words;
  }

  List<Example> read(String text) throws RuleFileException {
    Node document = PlainYaml.read(text);
    if (document == null) {
      return List.of();
    }
    List<Example> examples = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : PlainYaml.list(document, OwnRules.EXAMPLES)) {
      Example example = example(node);
      if (!names.add(example.name())) {
        throw new RuleFileException(example.line(), "example-same-name", example.name());
      }
      if (names.size() > MOST) {
        throw new RuleFileException(example.line(), "examples-many", MOST);
      }
      examples.add(example);
    }
    return examples;
  }

  private Example example(Node node) throws RuleFileException {
    int line = PlainYaml.line(node);
    Map<ExamplePart, Entry> parts = ExamplePart.in(node, OwnRules.EXAMPLES, ExamplePart.OF_EXAMPLE);
    String name = text(ExamplePart.NAME.of(parts, line));
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new RuleFileException(line, "example-name", LONGEST_NAME);
    }
    Entry question = ExamplePart.QUESTION.of(parts, line);
    Asked asked =
        RuleFileException.at(
            PlainYaml.line(question.value()), () -> CaseFacts.question(text(question)));
    Entry today = parts.get(ExamplePart.TODAY);
    Entry given = parts.get(ExamplePart.GIVEN);
    return new Example(
        name,
        line,
        asked,
        today == null ? null : today(today),
        given == null ? new CaseFacts(asked) : facts(asked, given),
        ExpectedReader.read(asked, ExamplePart.EXPECT.of(parts, line)));
  }

  private static String text(Entry entry) throws RuleFileException {
    return PlainYaml.text(entry.value(), entry.name());
  }

  private static LocalDate today(Entry entry) throws RuleFileException {
    return RuleFileException.at(
        PlainYaml.line(entry.value()),
        () -> CaseField.date(ExamplePart.TODAY.named(), text(entry)));
  }

  private CaseFacts facts(Asked asked, Entry given) throws RuleFileException {
    CaseFacts facts = new CaseFacts(asked);
    for (Entry one : PlainYaml.entries(given.value(), given.name()).values()) {
      Fact fact = RuleFileException.at(one.line(), () -> facts.fact(one.name()));
      facts.name(fact);
      for (Entry value : PlainYaml.entries(one.value(), one.name()).values()) {
        CaseField field =
            RuleFileException.at(value.line(), () -> CaseFacts.field(fact, value.name()));
        if (facts.has(field)) {
          throw new RuleFileException(value.line(), "yaml-twice", field.called());
        }
        int line = PlainYaml.line(value.value());
        Optional<Object> read = RuleFileException.at(line, () -> field.read(text(value)));
        refuseStrange(Words.Kind.of(fact.type(), field.name()), field, read.orElse(null), line);
        facts.put(field, read.orElse(null));
      }
    }
    return facts;
  }

  /** Where cases come from libraries a strange word is unknown; in an example it is a slip. */
  private void refuseStrange(
      Words.@Nullable Kind kind, CaseField field, @Nullable Object value, int line)
      throws RuleFileException {
    if (kind != null && value instanceof String word && words.meant(kind, word) == null) {
      throw new RuleFileException(line, "case-word", field.called(), word, words.known(kind));
    }
  }
}
