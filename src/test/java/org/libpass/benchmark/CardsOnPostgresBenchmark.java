package org.libpass.benchmark;

import org.libpass.testing.Databases;
import org.libpass.testing.Databases.Database;
import org.libpass.testing.OnPostgres;

/** On the embedded PostgreSQL, with its defaults. */
@OnPostgres
class CardsOnPostgresBenchmark extends CardsPerSecond {

  @Override
  Database another() {
    return Databases.postgres();
  }

  @Override
  String kind() {
    return "PostgreSQL";
  }
}
