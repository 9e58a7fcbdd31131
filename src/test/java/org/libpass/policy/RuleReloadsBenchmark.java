package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libpass.policy.facts.Application;
import org.libpass.school.SchoolCode;

/**
 * 39 schools, each with a rule of its own that no other shares: how long the start takes, how long
 * it takes from a saved file to the first decision under it, and whether 500 reloads under load
 * leave anything behind.
 */
class RuleReloadsBenchmark {

  private static final int SCHOOLS = 39;
  private static final int RELOADS = 500;

  private final PolicyTables tables = new PolicyTables();
  @TempDir Path directory;
  private int saved;

  @Test
  void reloads() throws Exception {
    put("alliance", RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl")));
    node(directory).disk().start();
    Duration alone = took(() -> node(directory).rules().warm());
    for (int school = 0; school < SCHOOLS; school++) {
      put(code(school), rule(school, 0));
    }
    PolicyNode first = node(directory);
    Duration published = took(first.disk()::start);
    PolicyNode again = node(directory);
    Duration start = took(again.disk()::start);
    Duration all = took(again.rules()::warm);
    System.out.printf(
        "the alliance's rules built alone %d ms; 39 differing schools: first start %d ms (%.1f),"
            + " next start %d ms (%.1f), all built after it in %d ms (%.1f)%n",
        alone.toMillis(),
        published.toMillis(),
        ratio(published, alone),
        start.toMillis(),
        ratio(start, alone),
        all.toMillis(),
        ratio(all, alone));
    reloadUnderLoad(again);
  }

  private void reloadUnderLoad(PolicyNode node) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    List<Future<Long>> decided = new ArrayList<>();
    for (int reader = 0; reader < 2; reader++) {
      decided.add(readers.submit(() -> decide(node.policies(), stop)));
    }
    List<Duration> fromFileToDecision = new ArrayList<>();
    List<Footprint> footprints = new ArrayList<>();
    try {
      for (int reload = 1; reload <= RELOADS; reload++) {
        fromFileToDecision.add(reload(node, reload));
        if (reload % 100 == 0) {
          footprints.add(Footprint.now());
        }
      }
    } finally {
      stop.set(true);
    }
    long decisions = 0;
    for (Future<Long> one : decided) {
      decisions += one.get();
    }
    readers.shutdown();
    report(fromFileToDecision, footprints, decisions);
  }

  private static void report(
      List<Duration> fromFileToDecision, List<Footprint> footprints, long decisions) {
    List<Duration> sorted = fromFileToDecision.stream().sorted().toList();
    System.out.printf(
        "from a saved file to the first decision under it, the two looks at the disk not counted:"
            + " middle %d ms, longest %d ms; %d decisions beside%n",
        sorted.get(sorted.size() / 2).toMillis(),
        sorted.get(sorted.size() - 1).toMillis(),
        decisions);
    Footprint early = footprints.get(0);
    for (int i = 0; i < footprints.size(); i++) {
      Footprint one = footprints.get(i);
      System.out.printf(
          "after %d reloads: heap %d MB (%.2f), loaded classes %d (%.2f)%n",
          (i + 1) * 100,
          one.heap() / 1_000_000,
          (double) one.heap() / early.heap(),
          one.classes(),
          (double) one.classes() / early.classes());
    }
  }

  /** Saves one school's file, looks until it has been taken, and decides under it. */
  private Duration reload(PolicyNode node, int reload) throws IOException {
    int school = reload % SCHOOLS;
    put(code(school), rule(school, reload));
    node.disk().poll();
    Duration took =
        took(
            () -> {
              node.disk().poll();
              Decision decision = decide(node.policies(), school);
              assertThat(decision.limits().validDays()).isEqualTo(1 + reload % 14);
            });
    node.rules().warm();
    return took;
  }

  private static long decide(Policies policies, AtomicBoolean stop) {
    long decisions = 0;
    while (!stop.get()) {
      decide(policies, (int) (decisions % SCHOOLS));
      decisions++;
    }
    return decisions;
  }

  private static Decision decide(Policies policies, int school) {
    return policies.decide(
        new SchoolCode(code(school)), new Application(), Cases.steve().now(), Cases.FREE_SCHOOL);
  }

  private PolicyNode node(Path directory) {
    return new PolicyNode(tables, directory, RulesOnDisk.NOW, new RuleCompiler());
  }

  private static Duration took(Runnable work) {
    long before = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - before);
  }

  private static double ratio(Duration one, Duration baseline) {
    return (double) one.toNanos() / baseline.toNanos();
  }

  private static String code(int school) {
    return "S" + (char) ('A' + school / 26) + (char) ('A' + school % 26);
  }

  /** Differs from every other school's and from every other reload's, figures and conditions. */
  private static String rule(int school, int reload) {
    return "rule \"使用天數\" when Application() then limits.validDays("
        + (1 + reload % 14)
        + "); end\n"
        + IntStream.range(0, 5)
            .mapToObj(
                one ->
                    "rule \"own %d\" when Application() Reader( openCards > %d ) then decision.refer(\"own\", \"試\", \"test\"); end%n"
                        .formatted(one, 1000 + reload * 1000 + school * 10 + one))
            .reduce("", String::concat);
  }

  private void put(String folder, String text) throws IOException {
    Files.createDirectories(directory.resolve(folder));
    Files.writeString(
        directory.resolve(folder).resolve("policy.drl"), "// " + saved++ + "\n" + text);
  }

  /**
   * What the virtual machine holds.
   *
   * @param heap bytes in use after collecting
   * @param classes loaded and not unloaded
   */
  private record Footprint(long heap, int classes) {

    static Footprint now() {
      System.gc();
      System.gc();
      return new Footprint(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }
  }
}
