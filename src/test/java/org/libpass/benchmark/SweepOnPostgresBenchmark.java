package org.libpass.benchmark;

import org.libpass.testing.OnPostgres;

/** On the embedded PostgreSQL, with its defaults. */
@OnPostgres
class SweepOnPostgresBenchmark extends WholeSweep {

  @Override
  String kind() {
    return "PostgreSQL";
  }
}
