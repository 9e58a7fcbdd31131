package org.libpass.policy;

import static org.libpass.policy.Cases.PRINTED_CARD;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;

/**
 * Decisions a second and bytes a decision: the compiled rules of the alliance with NTUT's and
 * CUTE's, beside the same policy in plain Java in the same run. An application and a loan in turn,
 * over every reader of {@link PlainCases}.
 */
class DecisionsBenchmark {

  private static final int ROUNDS = 3;
  private static final long ROUND = 2_000_000_000L;
  private static final School SCHOOL = new School(7, 53);

  private final CompiledRules home = rules("NTUT");
  private final CompiledRules lender = rules("CUTE");
  private volatile int sum;

  private static CompiledRules rules(String school) {
    try {
      return Gate.compiled(
          Gate.school(
              org.libpass.testing.ProjectFiles.bytes(
                  RulesOnDisk.PRODUCT.resolve(school + "/policy.drl"))));
    } catch (RuleFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was measured: a median of the rounds. */
  private record Measured(double perSecond, double bytes) {}

  @Test
  void report() throws Exception {
    System.out.printf(
        "%-12s %8s %14s %14s %10s%n", "", "threads", "decisions/s", "ns/decision", "bytes");
    for (int threads = 1; threads <= 2; threads++) {
      Measured ruled = measure(threads, this::ruled);
      Measured plain = measure(threads, DecisionsBenchmark::plain);
      print("rules", threads, ruled);
      print("plain Java", threads, plain);
      System.out.printf(
          "%-12s %8d %14.4f %14.0f %10.1f%n",
          "ratio",
          threads,
          ruled.perSecond() / plain.perSecond(),
          plain.perSecond() / ruled.perSecond(),
          ruled.bytes() / plain.bytes());
    }
  }

  private static void print(String name, int threads, Measured it) {
    System.out.printf(
        "%-12s %8d %14.0f %14.0f %10.0f%n",
        name, threads, it.perSecond(), threads * 1e9 / it.perSecond(), it.bytes());
  }

  private int ruled(Reader reader) {
    return home.decide(WithinBounds.TODAY, new Application(), reader, SCHOOL).reasons().size()
        + lender.decide(WithinBounds.TODAY, new Lending(), reader, PRINTED_CARD).reasons().size();
  }

  private static int plain(Reader reader) {
    return PlainPolicy.application(reader, SCHOOL).reasons().size()
        + PlainPolicy.lending(reader, PRINTED_CARD).reasons().size();
  }

  /** The first round warms up and does not count. */
  private Measured measure(int threads, Function<Reader, Integer> both) throws Exception {
    List<Measured> rounds = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round <= ROUNDS; round++) {
        List<Callable<Measured>> works = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          works.add(() -> work(both));
        }
        double perSecond = 0;
        double bytes = 0;
        for (Future<Measured> one : pool.invokeAll(works)) {
          perSecond += one.get().perSecond();
          bytes += one.get().bytes() / threads;
        }
        if (round > 0) {
          rounds.add(new Measured(perSecond, bytes));
        }
      }
    } finally {
      pool.shutdownNow();
    }
    rounds.sort((a, b) -> Double.compare(a.perSecond(), b.perSecond()));
    return rounds.get(rounds.size() / 2);
  }

  private Measured work(Function<Reader, Integer> both) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long allocated = threads.getThreadAllocatedBytes(self);
    long begin = System.nanoTime();
    long decisions = 0;
    int reasons = 0;
    while (System.nanoTime() - begin < ROUND) {
      for (Reader reader : PlainCases.READERS) {
        reasons += both.apply(reader);
        decisions += 2;
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double bytes = threads.getThreadAllocatedBytes(self) - allocated;
    sum += reasons;
    return new Measured(decisions / seconds, bytes / decisions);
  }
}
