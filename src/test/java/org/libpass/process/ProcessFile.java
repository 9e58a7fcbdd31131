package org.libpass.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads a BPMN file for what the engine finds only when a card gets there, or never: wrong names in
 * expressions, steps that nobody can see in the diagram.
 */
final class ProcessFile {

  private static final String SUFFIX = ".bpmn20.xml";
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String WAYPOINTS = "http://www.omg.org/spec/DD/20100524/DI";
  private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?:\\.(\\w+))?");

  /** The expression language's own words, and what every expression may look at. */
  private static final Set<String> ALLOWED =
      Set.of(
          "true",
          "false",
          "null",
          "empty",
          "not",
          "and",
          "or",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "execution",
          "task",
          "event");

  private final Path file;
  private final Map<String, Set<String>> steps;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param steps names of the {@code *Steps} beans, each with its methods' names
   */
  ProcessFile(Path file, Map<String, Set<String>> steps) {
    this.file = file;
    this.steps = steps;
  }

  /** What is wrong, one sentence each; empty when nothing is. */
  List<String> faults() throws IOException {
    Document document;
    try {
      document = parse();
    } catch (SAXException e) {
      return List.of("is not well-formed XML: " + e.getMessage());
    }
    checkName(document);
    elements(document, "*", "*").forEach(this::checkExpressions);
    checkDiagram(document);
    return faults;
  }

  private Document parse() throws IOException, SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(file.toFile());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void checkName(Document document) {
    List<String> ids =
        elements(document, BPMN, "process").map(it -> it.getAttribute("id")).toList();
    String fileName = file.getFileName().toString();
    if (!fileName.endsWith(SUFFIX)) {
      faults.add("the file's name does not end in " + SUFFIX);
    }
    String expected = fileName.replace(SUFFIX, "");
    if (!ids.equals(List.of(expected))) {
      faults.add("the file has the processes " + ids + ", not the one process " + expected);
    }
  }

  private void checkExpressions(Element element) {
    String where = "<" + element.getTagName() + " id=\"" + element.getAttribute("id") + "\">: ";
    if (element.getLocalName().equals("scriptTask") || element.getLocalName().equals("script")) {
      faults.add(where + "scripts are not allowed, name a *Steps bean");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if ("class".equals(attribute.getLocalName())) {
        faults.add(where + "names the class " + attribute.getValue() + ", not a *Steps bean");
      }
      if ("type".equals(attribute.getLocalName()) && element.getLocalName().equals("serviceTask")) {
        faults.add(
            where + "is of the engine's type " + attribute.getValue() + ", not a *Steps bean");
      }
      checkText(where, attribute.getValue());
    }
    if (element.getElementsByTagName("*").getLength() == 0) {
      checkText(where, element.getTextContent());
    }
  }

  private void checkText(String where, String text) {
    Matcher expressions = EXPRESSION.matcher(text);
    while (expressions.find()) {
      Matcher names = NAME.matcher(TEXT.matcher(expressions.group(1)).replaceAll(""));
      while (names.find()) {
        String name = names.group(1);
        if (ALLOWED.contains(name)) {
          continue;
        }
        if (!name.endsWith("Steps")) {
          faults.add(where + "names \"" + name + "\", which is no *Steps bean");
        } else if (!steps.containsKey(name)) {
          faults.add(where + "names the bean \"" + name + "\", which does not exist");
        } else if (names.group(2) != null && !steps.get(name).contains(names.group(2))) {
          faults.add(where + "calls " + name + "." + names.group(2) + ", which does not exist");
        }
      }
    }
  }

  private void checkDiagram(Document document) {
    Map<String, String> drawn = new HashMap<>();
    elements(document, DIAGRAM, "BPMNShape")
        .filter(shape -> shape.getElementsByTagNameNS(BOUNDS, "Bounds").getLength() == 1)
        .forEach(shape -> drawn.put(shape.getAttribute("bpmnElement"), "shape"));
    elements(document, DIAGRAM, "BPMNEdge")
        .filter(edge -> edge.getElementsByTagNameNS(WAYPOINTS, "waypoint").getLength() >= 2)
        .forEach(edge -> drawn.put(edge.getAttribute("bpmnElement"), "edge"));
    Set<String> ids = new HashSet<>();
    elements(document, BPMN, "*")
        .forEach(
            element -> {
              String id = element.getAttribute("id");
              ids.add(id);
              String needs = picture(element.getLocalName());
              if (!needs.isEmpty() && !needs.equals(drawn.get(id))) {
                faults.add(
                    element.getLocalName() + " \"" + id + "\" has no " + needs + " in the diagram");
              }
            });
    drawn.keySet().stream()
        .filter(id -> !ids.contains(id))
        .forEach(id -> faults.add("the diagram shows \"" + id + "\", which does not exist"));
  }

  private static String picture(String kind) {
    if (kind.equals("sequenceFlow")) {
      return "edge";
    }
    boolean node =
        Stream.of("Event", "Task", "Gateway", "task", "subProcess", "transaction", "callActivity")
            .anyMatch(kind::endsWith);
    return node ? "shape" : "";
  }

  private static Stream<Element> elements(Document document, String namespace, String name) {
    NodeList found = document.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }
}
