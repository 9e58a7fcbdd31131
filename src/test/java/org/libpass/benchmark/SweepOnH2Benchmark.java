package org.libpass.benchmark;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On a file, with the demo's own options. */
class SweepOnH2Benchmark extends WholeSweep {

  @TempDir static Path folder;

  @DynamicPropertySource
  static void onFile(DynamicPropertyRegistry properties) {
    properties.add(
        "spring.datasource.url",
        () -> "jdbc:h2:file:" + folder.resolve("libpass") + ";LOCK_TIMEOUT=20000");
  }

  @Override
  String kind() {
    return "H2 on files";
  }
}
