/**
 * Measurements, which say what is and never fail for being slow: {@code mvn -q -Pbenchmark test}.
 *
 * <p>A class here is named {@code *Benchmark}, is a test like any other and prints what it found.
 * The name keeps it out of every other run.
 */
@NullMarked
package org.libpass.benchmark;

import org.jspecify.annotations.NullMarked;
