package org.libpass.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with many things, some at a time. */
final class AtOnce {

  static final int THREADS = 4;

  private AtOnce() {}

  /** What is done with each. */
  interface Work<F, T> {
    T on(F from) throws Exception;
  }

  /** The results, in the order of the things. */
  static <F, T> List<T> each(List<F> things, Work<F, T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      things.forEach(thing -> calls.add(() -> work.on(thing)));
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
