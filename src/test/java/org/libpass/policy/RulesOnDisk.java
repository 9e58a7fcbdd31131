package org.libpass.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** A rules directory in a test, and the policies that live on it. */
final class RulesOnDisk {

  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final SchoolCode CUTE = new SchoolCode("CUTE");
  static final SchoolCode NTCB = new SchoolCode("NTCB");

  /** Where the product's own rules are; tests run at the project's root. */
  static final Path PRODUCT = Path.of("rules");

  /** A Monday in the morning, always. */
  static final TaipeiClock NOW =
      new TaipeiClock(
          Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), Duration.ZERO);

  /** Compiling is the slow part: what one test has compiled the next one finds. */
  static final RuleCompiler COMPILER =
      new RuleCompiler() {
        @Override
        void keepOnly(Collection<CompiledRules> live) {
          // Keep all.
        }
      };

  private final Path directory;
  private final List<String> archived = new ArrayList<>();
  private @Nullable RuleStore store;

  RulesOnDisk(Path directory) {
    this.directory = directory;
    alliance(read(PRODUCT.resolve("alliance/policy.drl")));
  }

  /** The product's own files, all of them. */
  static Policies product() {
    return new Policies(new RuleStore(PRODUCT, (v, a, s, t) -> {}, NOW, COMPILER), NOW);
  }

  RulesOnDisk alliance(String text) {
    return write("alliance", text);
  }

  /** Adds to the alliance's file. */
  RulesOnDisk allianceAlso(String rules) {
    return alliance(read(directory.resolve("alliance/policy.drl")) + "\n" + rules);
  }

  RulesOnDisk school(SchoolCode school, String... lines) {
    return write(school.value(), List.of(lines).stream().collect(Collectors.joining("\n")));
  }

  RulesOnDisk write(String folder, String text) {
    try {
      Files.createDirectories(directory.resolve(folder));
      Files.writeString(directory.resolve(folder).resolve("policy.drl"), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RulesOnDisk remove(String folder) {
    try {
      Files.delete(directory.resolve(folder).resolve("policy.drl"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts on the files as they are. */
  Policies start() {
    store =
        new RuleStore(
            directory,
            (version, alliance, own, now) -> archived.add(version.hash()),
            NOW,
            COMPILER);
    return new Policies(store, NOW);
  }

  /** What the job does, once. */
  void poll() {
    if (store != null) {
      store.poll();
    }
  }

  List<String> archived() {
    return archived;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
