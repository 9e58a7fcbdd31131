package org.libpass.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process file with one fault, as a slip of the hand would leave it. A test that claims to hold a
 * file's routes has to fail on each of its mutants.
 *
 * @param fault what is wrong: the line that was changed, or the element that is missing
 */
record Mutant(String fault, String text) {

  private static final Pattern FLOW = Pattern.compile("(<sequenceFlow[^>]*targetRef=\")(\\w+)");
  private static final Pattern CONDITION = Pattern.compile("tFormalExpression\">\\$\\{");
  private static final Pattern TIME = Pattern.compile("<timeDate>.*?</timeDate>");
  private static final Pattern STAYS = Pattern.compile(" cancelActivity=\"false\"");
  private static final Pattern LISTENER =
      Pattern.compile("<flowable:(task|execution)Listener[^>]*>");
  private static final Pattern GROUP = Pattern.compile(" flowable:candidateGroups=\"[^\"]*\"");
  private static final Pattern SERVICE = Pattern.compile("flowable:expression=\"[^\"]*\"");
  private static final Pattern TERMINATE =
      Pattern.compile("(id=\"over\"[^>]*>\\s*)<terminateEventDefinition/>");
  private static final Pattern BOUNDARY = Pattern.compile("<boundaryEvent id=\"(\\w+)\"");

  /** Every fault of every kind, one at a time. */
  static List<Mutant> of(String drawn) {
    String text = undrawn(drawn);
    List<Mutant> all = new ArrayList<>();
    each(text, FLOW, it -> it.group(1) + elsewhere(text, it.group(2)), all);
    each(text, CONDITION, it -> it.group() + "not ", all);
    each(text, TIME, it -> "<timeDate>2027-01-01T00:00:00Z</timeDate>", all);
    each(text, STAYS, it -> "", all);
    each(text, LISTENER, it -> "", all);
    each(text, GROUP, it -> "", all);
    each(text, SERVICE, it -> "flowable:expression=\"${execution.id}\"", all);
    each(text, TERMINATE, it -> it.group(1), all);
    BOUNDARY
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .forEach(id -> all.add(new Mutant("no " + id, withoutBoundaryEvent(text, id))));
    return all;
  }

  /** The text without a boundary event and what follows it directly; undrawn. */
  static String withoutBoundaryEvent(String text, String id) {
    return undrawn(text)
        .replaceFirst("(?s)<boundaryEvent id=\"" + id + "\".*?</boundaryEvent>", "")
        .replaceFirst("<sequenceFlow [^>]*sourceRef=\"" + id + "\"[^>]*/>", "");
  }

  /** The drawing would name what is missing. */
  private static String undrawn(String text) {
    return text.replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
  }

  private static void each(
      String text, Pattern what, Function<MatchResult, String> change, List<Mutant> all) {
    what.matcher(text)
        .results()
        .forEach(
            it -> {
              String before = text.substring(0, it.start());
              String after = text.substring(it.end());
              all.add(new Mutant(line(text, it.start()), before + change.apply(it) + after));
            });
  }

  private static String elsewhere(String text, String target) {
    return Stream.of("<receiveTask", "<endEvent", "<userTask")
        .flatMap(kind -> text.lines().map(String::strip).filter(line -> line.startsWith(kind)))
        .map(line -> line.split("\"")[1])
        .filter(id -> !id.equals(target) && !id.equals("notIssued"))
        .findFirst()
        .orElseThrow();
  }

  private static String line(String text, int at) {
    return text.substring(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)).strip();
  }
}
