package org.libpass.benchmark;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.libpass.testing.Databases.Database;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On files, with the demo's own options. */
class CardsOnH2Benchmark extends CardsPerSecond {

  @TempDir static Path folder;

  @DynamicPropertySource
  static void onFile(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> onFile("libpass").url());
  }

  private static Database onFile(String name) {
    return new Database("jdbc:h2:file:" + folder.resolve(name) + ";LOCK_TIMEOUT=20000", "sa", "");
  }

  @Override
  Database another() {
    return onFile("bare");
  }

  @Override
  String kind() {
    return "H2 on files";
  }
}
