package org.libpass.web.admin;

import java.io.Serializable;
import java.util.List;
import org.libpass.ils.ConnectionCheck.Finding;

/** What a check found, for the page after it; holds nothing of what was typed. */
record Checked(List<Line> lines) implements Serializable {

  private static final int SHOWN = 8;

  static Checked of(List<Finding> findings) {
    return new Checked(findings.stream().map(Line::of).toList());
  }

  /**
   * One point.
   *
   * @param shown the first of its details
   * @param more how many more there are
   */
  record Line(Finding finding, List<String> shown, int more) implements Serializable {

    static Line of(Finding finding) {
      List<String> all = finding.details();
      List<String> shown = List.copyOf(all.subList(0, Math.min(SHOWN, all.size())));
      return new Line(finding, shown, all.size() - shown.size());
    }
  }
}
