package org.libpass.policy;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Words.Kind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads {@code words.yaml}: at most two lists of pairs of words. Nothing is made of it but text:
 * the parser's tree is looked at, no object is built. A node with a name, to which others could
 * refer, is refused.
 */
final class WordsReader {

  /** As deep as the file is: the lists, and the pairs in them. */
  private static final int DEPTH = 3;

  private static final Pattern WORD =
      Pattern.compile("[^\\s\"'\\p{Cntrl}]([^\"'\\p{Cntrl}]{0,58}\\S)?");
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP);

  private WordsReader() {}

  /** What a word stands for, and where that is said. */
  record Entry(String value, int line) {}

  static Map<Kind, Map<String, Entry>> read(String text) throws RuleFileException {
    Map<Kind, Map<String, Entry>> words = new EnumMap<>(Kind.class);
    Node root = compose(text);
    if (root == null) {
      return words;
    }
    for (NodeTuple section : pairs(root)) {
      String name = word(section.getKeyNode());
      int line = line(section.getKeyNode());
      Kind kind = kind(name, line);
      Map<String, Entry> entries = new LinkedHashMap<>();
      if (words.put(kind, entries) != null) {
        throw new RuleFileException(line, "words-twice", name);
      }
      for (NodeTuple pair : pairs(section.getValueNode())) {
        String word = word(pair.getKeyNode());
        Entry meant = new Entry(word(pair.getValueNode()), line(pair.getKeyNode()));
        if (entries.put(word, meant) != null) {
          throw new RuleFileException(meant.line(), "words-twice", word);
        }
      }
    }
    return words;
  }

  private static @Nullable Node compose(String text) throws RuleFileException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(DEPTH);
    options.setCodePointLimit(PreScan.MOST_BYTES);
    try {
      return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw new RuleFileException(
          e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "yaml");
    } catch (YAMLException e) {
      throw new RuleFileException(1, "yaml");
    }
  }

  private static Kind kind(String section, int line) throws RuleFileException {
    for (Kind kind : Kind.values()) {
      if (kind.section().is(section)) {
        return kind;
      }
    }
    throw new RuleFileException(
        line,
        "words-section",
        section,
        Name.list(List.of(Kind.IDENTITY.section(), Kind.ITEM_TYPE.section())));
  }

  private static Iterable<NodeTuple> pairs(Node node) throws RuleFileException {
    if (node.getAnchor() != null
        || !(node instanceof MappingNode mapping)
        || !node.getTag().equals(Tag.MAP)) {
      throw new RuleFileException(line(node), "words-form");
    }
    return mapping.getValue();
  }

  private static String word(Node node) throws RuleFileException {
    if (node.getAnchor() != null
        || !(node instanceof ScalarNode scalar)
        || !PLAIN.contains(node.getTag())
        || !WORD.matcher(scalar.getValue()).matches()) {
      throw new RuleFileException(line(node), "words-form");
    }
    return scalar.getValue();
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
