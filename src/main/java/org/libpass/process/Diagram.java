package org.libpass.process;

import java.util.List;
import java.util.Set;

/**
 * A process as its model draws it, in the model's own units.
 *
 * @param process the model's id
 * @param shapes what is drawn with an outline
 * @param edges the ways between them
 * @param steps the ids of the shapes where an instance waits in its life, in order
 * @param current the ids of the shapes where it waits now, or has ended
 */
public record Diagram(
    String process, List<Shape> shapes, List<Edge> edges, List<String> steps, Set<String> current) {

  public Diagram {
    shapes = List.copyOf(shapes);
    edges = List.copyOf(edges);
    steps = List.copyOf(steps);
    current = Set.copyOf(current);
  }

  /** What a shape stands for. */
  public enum Kind {
    /** Somebody has to do something, or something has to happen. */
    WAIT,
    /** The platform does something. */
    STEP,
    /** The way forks. */
    GATEWAY,
    START,
    END,
    /** A time comes while an instance waits. */
    TIMER
  }

  /**
   * A shape.
   *
   * @param name the model's own word for it, empty when it has none
   * @param x of its left edge
   * @param y of its upper edge
   */
  public record Shape(String id, Kind kind, String name, int x, int y, int width, int height) {}

  /**
   * A way.
   *
   * @param name the model's own word for it, empty when it has none
   * @param points where it begins, bends and ends
   */
  public record Edge(String id, String name, List<Point> points) {

    public Edge {
      points = List.copyOf(points);
    }
  }

  /** A place on the drawing. */
  public record Point(int x, int y) {}

  /** The same drawing for an instance that stands at these shapes. */
  Diagram at(Set<String> ids) {
    return new Diagram(process, shapes, edges, steps, ids);
  }
}
