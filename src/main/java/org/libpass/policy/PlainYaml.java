package org.libpass.policy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the plain part of YAML: one document of lists, names with values, and texts. No anchors,
 * aliases, tags or directives, no name twice. Makes no objects of any class that a file names, and
 * keeps the line of everything.
 */
final class PlainYaml {

  private static final int DEEPEST = 6;
  private static final String WIDE_COLON = "：";

  private PlainYaml() {}

  /** A name with its value. */
  record Entry(String name, int line, Node value) {}

  /** The document, null when there is none: an empty file, or one of comments only. */
  static @Nullable Node read(String written) throws RuleFileException {
    String text = PreScan.text(written.getBytes(StandardCharsets.UTF_8));
    try {
      for (Event event : yaml().parse(new StringReader(text))) {
        refuse(event);
      }
      return yaml().compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw new RuleFileException(
          e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "yaml-syntax");
    } catch (YAMLException e) {
      // The one thing told without a place is depth.
      throw new RuleFileException(1, "yaml-deep", DEEPEST);
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(PreScan.MOST_BYTES);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    options.setProcessComments(false);
    return new Yaml(options);
  }

  private static void refuse(Event event) throws RuleFileException {
    boolean fancy =
        (event instanceof NodeEvent node && node.getAnchor() != null)
            || (event instanceof ScalarEvent scalar && scalar.getTag() != null)
            || (event instanceof CollectionStartEvent collection && collection.getTag() != null)
            || (event instanceof DocumentStartEvent document && document.getExplicit());
    if (fancy) {
      throw new RuleFileException(event.getStartMark().getLine() + 1, "yaml-plain");
    }
  }

  /** The line on which a node begins, from 1. */
  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /**
   * The names with their values, in order.
   *
   * @param what what the node stands for, for a sentence
   */
  static Map<String, Entry> entries(Node node, String what) throws RuleFileException {
    if (!(node instanceof MappingNode mapping)) {
      String sentence =
          node instanceof ScalarNode scalar && scalar.getValue().contains(WIDE_COLON)
              ? "yaml-colon"
              : "yaml-names";
      throw new RuleFileException(line(node), sentence, what);
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = line(tuple.getKeyNode());
      String name = text(tuple.getKeyNode(), what);
      if (entries.put(name, new Entry(name, line, tuple.getValueNode())) != null) {
        throw new RuleFileException(line, "yaml-twice", name);
      }
    }
    return entries;
  }

  /** The elements of a list. */
  static List<Node> list(Node node, String what) throws RuleFileException {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw new RuleFileException(line(node), "yaml-list", what);
  }

  /** The elements of a list, or the one thing that stands where a list could. */
  static List<Node> listOrOne(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  /** A text that is not empty. */
  static String text(Node node, String what) throws RuleFileException {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw new RuleFileException(line(node), "yaml-text", what);
  }
}
