package org.libpass.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.libpass.policy.RulePlaces.Place;

/** Changes to be made in a text: the places are those in the text as it was. */
final class TextChanges {

  private final String text;
  private final List<Change> changes = new ArrayList<>();
  private final StringBuilder added = new StringBuilder();

  TextChanges(String text) {
    this.text = text;
  }

  private record Change(Place place, String by) {}

  void replace(Place place, String by) {
    changes.add(new Change(place, by));
  }

  /**
   * Takes away the lines of a place; the place alone where something else stands on them. Takes a
   * blank line before them, too, where two would be left.
   */
  void removeLines(Place place) {
    int from = lineStart(place.from());
    int lineEnd = text.indexOf('\n', place.to());
    int to = lineEnd < 0 ? text.length() : lineEnd + 1;
    if (!isBlank(from, place.from()) || !isBlank(place.to(), to)) {
      replace(place, "");
      return;
    }
    int nextEnd = text.indexOf('\n', to);
    int before = from == 0 ? 0 : lineStart(from - 1);
    boolean twoLeft = isBlank(to, nextEnd < 0 ? text.length() : nextEnd) && isBlank(before, from);
    replace(new Place(twoLeft ? before : from, to), "");
  }

  /** Adds lines at the end, after a blank one. */
  void append(String lines) {
    added.append('\n').append(lines);
  }

  /** The text with all of it done. */
  String done() {
    StringBuilder written = new StringBuilder(text);
    changes.stream()
        .sorted(Comparator.comparing((Change change) -> change.place().from()).reversed())
        .forEach(it -> written.replace(it.place().from(), it.place().to(), it.by()));
    if (!added.isEmpty()) {
      String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
      if (!written.isEmpty() && written.charAt(written.length() - 1) != '\n') {
        written.append(lineEnd);
      }
      String lines = written.isEmpty() ? added.substring(1) : added.toString();
      written.append(lines.replace("\n", lineEnd));
    }
    return written.toString();
  }

  private boolean isBlank(int from, int to) {
    return text.substring(from, to).isBlank();
  }

  private int lineStart(int place) {
    return text.lastIndexOf('\n', place - 1) + 1;
  }
}
