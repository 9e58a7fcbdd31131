package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libpass.policy.facts.Application;

/**
 * The slowest files that the gate lets through: how long they take to compile beside the alliance's
 * own file in the same run, and how long a decision under them takes.
 */
class WorstRulesBenchmark {

  private static final int ROUNDS = 5;
  private static final int DECISIONS = 20_000;

  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * What was measured.
   *
   * @param wall milliseconds on the clock
   * @param cpu milliseconds of all cores
   */
  private record Measured(double wall, double cpu) {}

  @Test
  void report() throws Exception {
    Map<String, RuleSet> sets = new LinkedHashMap<>();
    sets.put(
        "the alliance's file alone", Gate.school("// nothing".getBytes(StandardCharsets.UTF_8)));
    for (Map.Entry<String, String> file : WorstFiles.all().entrySet()) {
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      assertThat(bytes).hasSizeLessThanOrEqualTo(PreScan.MOST_BYTES);
      sets.put(file.getKey(), Gate.school(bytes));
    }
    for (int round = 0; round < 2; round++) {
      for (RuleSet rules : sets.values()) {
        new RuleCompiler().compile(rules);
      }
    }
    System.out.printf(
        "%-40s %10s %8s %10s %8s %12s%n",
        "compiled", "wall ms", "ratio", "CPU ms", "ratio", "ns/decision");
    Measured alliance = null;
    for (Map.Entry<String, RuleSet> one : sets.entrySet()) {
      Measured it = compile(one.getValue());
      alliance = alliance == null ? it : alliance;
      System.out.printf(
          "%-40s %10.0f %8.1f %10.0f %8.1f %12.0f%n",
          one.getKey(),
          it.wall(),
          it.wall() / alliance.wall(),
          it.cpu(),
          it.cpu() / alliance.cpu(),
          decide(one.getValue()));
    }
  }

  /** The middle of a few times. */
  private Measured compile(RuleSet rules) {
    List<Measured> times = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = machine.getProcessCpuTime();
      long wall = System.nanoTime();
      new RuleCompiler().compile(rules);
      times.add(
          new Measured(
              (System.nanoTime() - wall) / 1e6, (machine.getProcessCpuTime() - cpu) / 1e6));
    }
    times.sort((a, b) -> Double.compare(a.cpu(), b.cpu()));
    return times.get(ROUNDS / 2);
  }

  private static double decide(RuleSet rules) {
    CompiledRules compiled = Gate.compiled(rules);
    long begin = 0;
    for (int decision = -DECISIONS; decision < DECISIONS; decision++) {
      if (decision == 0) {
        begin = System.nanoTime();
      }
      compiled.decide(
          WithinBounds.TODAY, new Application(), Cases.steve().now(), Cases.FREE_SCHOOL);
    }
    return (System.nanoTime() - begin) / (double) DECISIONS;
  }
}
