package org.libpass.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.libpass.policy.PlainYaml.Entry;
import org.yaml.snakeyaml.nodes.Node;

/** What an example is made of, by its English or its Chinese name. */
enum ExamplePart {
  NAME("name", "例"),
  QUESTION("question", "問"),
  TODAY("today", "今天"),
  GIVEN("given", "已知"),
  EXPECT("expect", "應該"),
  OUTCOME("outcome", "結果"),
  REASONS("reasons", "理由"),
  LIMITS("limits", "額度");

  static final List<ExamplePart> OF_EXAMPLE = List.of(NAME, QUESTION, TODAY, GIVEN, EXPECT);
  static final List<ExamplePart> OF_EXPECTED = List.of(OUTCOME, REASONS, LIMITS);

  private final Name name;

  ExamplePart(String en, String zh) {
    this.name = new Name(en, zh);
  }

  Name named() {
    return name;
  }

  /** The parts of something that may have these. */
  static Map<ExamplePart, Entry> in(Node node, String what, List<ExamplePart> known)
      throws RuleFileException {
    Map<ExamplePart, Entry> parts = new LinkedHashMap<>();
    for (Entry entry : PlainYaml.entries(node, what).values()) {
      ExamplePart part =
          known.stream()
              .filter(one -> one.name.is(entry.name().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElse(null);
      if (part == null) {
        Name possible = Name.list(known.stream().map(ExamplePart::named).toList());
        throw new RuleFileException(entry.line(), "example-part", entry.name(), possible);
      }
      if (parts.put(part, entry) != null) {
        throw new RuleFileException(entry.line(), "yaml-twice", part.named());
      }
    }
    return parts;
  }

  /**
   * A part that must not be missing.
   *
   * @param line where the sentence points when it is
   */
  Entry of(Map<ExamplePart, Entry> parts, int line) throws RuleFileException {
    Entry entry = parts.get(this);
    if (entry == null) {
      throw new RuleFileException(line, "example-lacks", name);
    }
    return entry;
  }
}
