package org.libpass.clearance;

import java.util.List;
import java.util.UUID;

/** What holds at this moment of the readers in a list, in the list's order. */
public record Clearance(UUID id, List<Leaver> lines) {

  public Clearance {
    lines = List.copyOf(lines);
  }

  /** The lines of one kind. */
  public List<Leaver> of(Leaver.State state) {
    return lines.stream().filter(line -> line.state() == state).toList();
  }

  /**
   * The readers who can be marked as leaving.
   *
   * @param withUnknown those too of whom it is not known whether they have anything left
   */
  public List<UUID> markable(boolean withUnknown) {
    return lines.stream()
        .filter(
            line ->
                line.state() == Leaver.State.CLEAR
                    || withUnknown && line.state() == Leaver.State.UNKNOWN)
        .map(line -> line.known().orElseThrow().reader().id())
        .toList();
  }
}
