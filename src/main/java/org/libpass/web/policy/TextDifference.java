package org.libpass.web.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;

/**
 * How two sets of rule texts differ, line by line.
 *
 * @param files the files that differ; empty when the sets say the same
 */
record TextDifference(List<File> files) {

  /** So many lines are shown before and after each change. */
  private static final int AROUND = 3;

  /**
   * One file that differs.
   *
   * @param name as {@code NTUT/policy.drl}
   */
  record File(String name, List<Line> lines) {}

  /** What became of a line; {@code SKIPPED} stands for lines that are alike and not shown. */
  enum Kind {
    SAME,
    ADDED,
    REMOVED,
    SKIPPED
  }

  /**
   * One line.
   *
   * @param before its number in the first text, from 1; 0 when it is not in it
   * @param after its number in the second text, from 1; 0 when it is not in it
   * @param text the line; of {@code SKIPPED}, how many lines it stands for
   */
  record Line(Kind kind, int before, int after, String text) {}

  static TextDifference of(RuleOwner owner, RuleTexts before, RuleTexts after) {
    return new TextDifference(
        Stream.of(
                file(owner + "/policy.drl", before.rules(), after.rules()),
                file(owner + "/tests.yaml", before.examples(), after.examples()),
                file(owner + "/words.yaml", before.words(), after.words()))
            .filter(file -> !file.lines().isEmpty())
            .toList());
  }

  /** Whether the sets say the same. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  private static File file(String name, String first, String second) {
    String before = first.replace("\r\n", "\n");
    String after = second.replace("\r\n", "\n");
    boolean bothEnd = before.endsWith("\n") && after.endsWith("\n");
    List<String> left = lines(before, bothEnd);
    List<String> right = lines(after, bothEnd);
    return new File(name, left.equals(right) ? List.of() : shortened(all(left, right)));
  }

  /** A last line end counts as a line of nothing, unless both texts have it. */
  private static List<String> lines(String text, boolean withoutLastEnd) {
    if (text.isEmpty()) {
      return List.of();
    }
    String body = withoutLastEnd ? text.substring(0, text.length() - 1) : text;
    return List.of(body.split("\n", -1));
  }

  private static List<Line> all(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    for (AbstractDelta<String> part : DiffUtils.diff(before, after, true).getDeltas()) {
      int left = part.getSource().getPosition();
      int right = part.getTarget().getPosition();
      if (part.getType() == DeltaType.EQUAL) {
        for (String text : part.getSource().getLines()) {
          lines.add(new Line(Kind.SAME, ++left, ++right, text));
        }
        continue;
      }
      for (String text : part.getSource().getLines()) {
        lines.add(new Line(Kind.REMOVED, ++left, 0, text));
      }
      for (String text : part.getTarget().getLines()) {
        lines.add(new Line(Kind.ADDED, 0, ++right, text));
      }
    }
    return lines;
  }

  /** Leaves out what is alike and far from any change. */
  private static List<Line> shortened(List<Line> all) {
    List<Line> shown = new ArrayList<>();
    int skipped = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isNear(all, i)) {
        addSkipped(shown, skipped);
        skipped = 0;
        shown.add(all.get(i));
      } else {
        skipped++;
      }
    }
    addSkipped(shown, skipped);
    return List.copyOf(shown);
  }

  private static boolean isNear(List<Line> all, int place) {
    return all
        .subList(Math.max(0, place - AROUND), Math.min(all.size(), place + AROUND + 1))
        .stream()
        .anyMatch(line -> line.kind() != Kind.SAME);
  }

  private static void addSkipped(List<Line> shown, int count) {
    if (count > 0) {
      shown.add(new Line(Kind.SKIPPED, 0, 0, String.valueOf(count)));
    }
  }
}
