package org.libpass.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libpass.card.Card;
import org.libpass.process.Diagram;
import org.libpass.process.Diagram.Edge;
import org.libpass.process.Diagram.Kind;
import org.libpass.process.Diagram.Point;
import org.libpass.process.Diagram.Shape;
import org.libpass.process.Diagrams;
import org.libpass.web.ProcessPicture.Figure;
import org.libpass.web.ProcessPicture.Step;
import org.libpass.web.ProcessPicture.Text;
import org.libpass.web.ProcessPicture.Way;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Draws a card's process in the language of the request. An element's words are the message {@code
 * diagram.<process>.<element>}; one that has no message, as in a text that an operator has changed,
 * keeps the model's own.
 */
@Component
public class ProcessPictures {

  private static final int MARGIN = 24;
  private static final int LINE = 19;
  private static final int HEAD = 6;

  /** How many halves of a character fit beside or below a shape that holds no words itself. */
  private static final int BESIDE = 12;

  private static final int INSIDE = 12;

  private final Diagrams diagrams;
  private final MessageSource messages;

  ProcessPictures(Diagrams diagrams, MessageSource messages) {
    this.diagrams = diagrams;
    this.messages = messages;
  }

  /** Where a card or an application stands. */
  public ProcessPicture of(Card card) {
    Diagram diagram = diagrams.of(card);
    Locale language = LocaleContextHolder.getLocale();
    return new ProcessPicture(
        viewBox(diagram),
        diagram.edges().stream().map(ProcessPictures::way).toList(),
        diagram.shapes().stream().map(shape -> figure(diagram, shape, language)).toList(),
        diagram.edges().stream()
            .filter(edge -> !edge.name().isEmpty())
            .map(edge -> label(edge, words(diagram, edge.id(), edge.name(), language)))
            .toList(),
        steps(diagram, language));
  }

  /** The steps in order; what is done beside them only while it is done. */
  private List<Step> steps(Diagram diagram, Locale language) {
    Map<String, Shape> shapes =
        diagram.shapes().stream().collect(Collectors.toMap(Shape::id, shape -> shape));
    return Stream.concat(
            diagram.steps().stream(),
            diagram.current().stream().filter(id -> !diagram.steps().contains(id)))
        .map(shapes::get)
        .filter(Objects::nonNull)
        .map(
            shape ->
                new Step(
                    words(diagram, shape.id(), shape.name(), language),
                    diagram.current().contains(shape.id())))
        .toList();
  }

  private String words(Diagram diagram, String id, String own, Locale language) {
    String words =
        messages.getMessage("diagram." + diagram.process() + "." + id, null, own, language);
    return words == null ? own : words;
  }

  private static String viewBox(Diagram diagram) {
    List<Point> points =
        Stream.concat(
                diagram.edges().stream().flatMap(edge -> edge.points().stream()),
                diagram.shapes().stream()
                    .flatMap(
                        shape ->
                            Stream.of(
                                new Point(shape.x(), shape.y()),
                                new Point(shape.x() + shape.width(), shape.y() + shape.height()))))
            .toList();
    int left = points.stream().mapToInt(Point::x).min().orElse(0) - MARGIN;
    int top = points.stream().mapToInt(Point::y).min().orElse(0) - MARGIN;
    int right = points.stream().mapToInt(Point::x).max().orElse(0) + MARGIN;
    int bottom = points.stream().mapToInt(Point::y).max().orElse(0) + MARGIN;
    return "%d %d %d %d".formatted(left, top, right - left, bottom - top);
  }

  private static Way way(Edge edge) {
    StringBuilder path = new StringBuilder();
    edge.points()
        .forEach(
            at ->
                path.append(path.isEmpty() ? 'M' : 'L').append(at.x()).append(' ').append(at.y()));
    int last = edge.points().size() - 1;
    Point to = edge.points().get(last);
    Point from = edge.points().get(last - 1);
    double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
    return new Way(
        path.toString(),
        corner(to, angle, 0, 0) + corner(to, angle, 1, -1) + corner(to, angle, 1, 1) + "z");
  }

  /** A corner of an arrow's head: so far back from its point, and so far to the side. */
  private static String corner(Point to, double angle, int back, int side) {
    long x = Math.round(to.x() - HEAD * (2 * back * Math.cos(angle) - side * Math.sin(angle)));
    long y = Math.round(to.y() - HEAD * (2 * back * Math.sin(angle) + side * Math.cos(angle)));
    return (back == 0 ? "M" : "L") + x + " " + y;
  }

  private Figure figure(Diagram diagram, Shape shape, Locale language) {
    String name = words(diagram, shape.id(), shape.name(), language);
    boolean box = shape.kind() == Kind.WAIT || shape.kind() == Kind.STEP;
    List<String> lines = name.isEmpty() ? List.of() : lines(name, box ? INSIDE : BESIDE);
    int middle = shape.x() + shape.width() / 2;
    int first =
        box
            ? shape.y() + shape.height() / 2 - (lines.size() - 1) * LINE / 2 + LINE / 3
            : shape.kind() == Kind.GATEWAY
                ? shape.y() - (lines.size() - 1) * LINE - LINE / 3
                : shape.y() + shape.height() + LINE;
    return new Figure(
        shape,
        diagram.current().contains(shape.id()),
        IntStream.range(0, lines.size())
            .mapToObj(line -> new Text(middle, first + line * LINE, lines.get(line)))
            .toList());
  }

  private static Text label(Edge edge, String words) {
    int longest =
        IntStream.range(1, edge.points().size())
            .boxed()
            .max(Comparator.comparingInt(at -> length(edge, at)))
            .orElseThrow();
    Point from = edge.points().get(longest - 1);
    Point to = edge.points().get(longest);
    return new Text((from.x() + to.x()) / 2, (from.y() + to.y()) / 2 - HEAD, words);
  }

  private static int length(Edge edge, int at) {
    Point from = edge.points().get(at - 1);
    Point to = edge.points().get(at);
    return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
  }

  /** Breaks a name into lines; a Chinese character is as wide as two Latin ones. */
  private static List<String> lines(String name, int halves) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : name.split("(?<=[：？])|(?=[\\p{IsHan}])|(?<= )")) {
      boolean full = width(line.toString()) + width(part.stripTrailing()) > halves;
      if (!line.isEmpty() && (full || line.toString().endsWith("："))) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  private static int width(String text) {
    return text.codePoints().map(point -> Character.isIdeographic(point) ? 2 : 1).sum();
  }
}
