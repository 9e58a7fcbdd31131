package org.libpass.benchmark;

import java.util.List;
import java.util.Map;
import org.libpass.benchmark.Questions.Heard;
import org.libpass.school.SchoolCode;

/**
 * What became of a sweep.
 *
 * @param least how many seconds a school's questions take at least: their number by its response
 *     time, shared by its connections
 */
record Sweep(String name, Map<SchoolCode, Heard> schools, Map<SchoolCode, Double> least) {

  /** When the last good answer came, in seconds. */
  double lastAnswer() {
    return schools.values().stream().mapToDouble(Heard::lastAnswer).max().orElse(0);
  }

  /** The least that the whole can take: the slowest good school's share, in seconds. */
  double bound() {
    return schools.keySet().stream()
        .filter(school -> schools.get(school).answered() > 0)
        .mapToDouble(least::get)
        .max()
        .orElse(0);
  }

  /** The sweep's figures below their names. */
  String table() {
    return "%-25s %9s %9s %8s %8s %6s %12s%n"
            .formatted("sweep", "questions", "answers", "seconds", "bound", "ratio", "connections")
        + "%-25s %9d %9d %8.2f %8.2f %6.2f %12d%n"
            .formatted(
                name,
                schools.values().stream().mapToInt(Heard::asked).sum(),
                schools.values().stream().mapToInt(Heard::answered).sum(),
                lastAnswer(),
                bound(),
                lastAnswer() / bound(),
                schools.values().stream().mapToInt(Heard::connections).max().orElse(0));
  }

  /** How much later the good schools' last answers came than in a sweep without any fault. */
  String comparedTo(Sweep good) {
    List<Double> ratios =
        schools.entrySet().stream()
            .filter(it -> it.getValue().answered() > 0)
            .map(it -> it.getValue().lastAnswer() / good.schools.get(it.getKey()).lastAnswer())
            .sorted()
            .toList();
    return "the others' last answers, with the faults to without: middle %.2f, latest %.2f%n"
        .formatted(ratios.get(ratios.size() / 2), ratios.get(ratios.size() - 1));
  }

  /** When a school that fails was left alone. */
  String givenUp(SchoolCode school) {
    Heard heard = schools.get(school);
    return "%s was left alone after %.1f s and %d questions%n"
        .formatted(school, heard.lastEnd(), heard.asked());
  }
}
