package org.libpass.ils.sip2;

import java.util.Arrays;

/** How long the last hundred answers took. For one thread at a time. */
final class ResponseTimes {

  private static final int KEPT = 100;
  private static final int NANOS = 1_000_000;

  private final int[] millis = new int[KEPT];
  private long count;

  void add(long nanos) {
    millis[(int) (count++ % KEPT)] = (int) Math.min(nanos / NANOS, Integer.MAX_VALUE);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The middle one, the lower of two; not to be asked of none. */
  int median() {
    int[] sorted = sorted();
    return sorted[(sorted.length - 1) / 2];
  }

  /** The longest one; not to be asked of none. */
  int slowest() {
    int[] sorted = sorted();
    return sorted[sorted.length - 1];
  }

  private int[] sorted() {
    int[] sorted = Arrays.copyOf(millis, (int) Math.min(count, KEPT));
    Arrays.sort(sorted);
    return sorted;
  }
}
