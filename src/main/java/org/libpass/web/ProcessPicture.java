package org.libpass.web;

import java.util.List;
import org.libpass.process.Diagram;

/**
 * A process diagram, ready to be written as SVG, and its waiting steps as a list.
 *
 * @param viewBox the drawing's area, as SVG wants it
 * @param ways a path each, with the arrow's head
 * @param shapes outlines with their words
 * @param labels words beside ways
 * @param steps where an instance waits in its life, in order
 */
public record ProcessPicture(
    String viewBox, List<Way> ways, List<Figure> shapes, List<Text> labels, List<Step> steps) {

  /** A way, as SVG's path data, and the head of its arrow. */
  public record Way(String path, String head) {}

  /**
   * One line of words.
   *
   * @param x of its middle
   * @param y of its base line
   */
  public record Text(int x, int y, String words) {}

  /** A shape with its words, a line each. */
  public record Figure(Diagram.Shape shape, boolean current, List<Text> words) {

    /** The corners of a gateway's diamond, as SVG's {@code points}. */
    public String diamond() {
      int middleX = shape.x() + shape.width() / 2;
      int middleY = shape.y() + shape.height() / 2;
      return "%d,%d %d,%d %d,%d %d,%d"
          .formatted(
              middleX,
              shape.y(),
              shape.x() + shape.width(),
              middleY,
              middleX,
              shape.y() + shape.height(),
              shape.x(),
              middleY);
    }

    /** The middle of a circle. */
    public int middleX() {
      return shape.x() + shape.width() / 2;
    }

    public int middleY() {
      return shape.y() + shape.height() / 2;
    }

    public int radius() {
      return shape.width() / 2;
    }
  }

  /** A step at which an instance waits for somebody or something. */
  public record Step(String name, boolean current) {}
}
