package org.libpass.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/**
 * A rules directory in a test and the policies that live on it, with a database of their own. More
 * nodes may share the database, each with a directory of its own.
 */
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
  static final RuleCompiler COMPILER = new RuleCompiler();

  private final Path directory;
  private final PolicyTables tables;
  private @Nullable PolicyNode node;

  RulesOnDisk(Path directory) {
    this(directory, new PolicyTables());
    alliance(read(PRODUCT.resolve("alliance/policy.drl")));
  }

  private RulesOnDisk(Path directory, PolicyTables tables) {
    this.directory = directory;
    this.tables = tables;
  }

  /** Another node's directory, empty, on the same database. */
  RulesOnDisk beside(Path other) {
    return new RulesOnDisk(other, tables);
  }

  /** The product's own files, all of them. */
  static Policies product() {
    return new RulesOnDisk(PRODUCT, new PolicyTables()).start();
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
    return write(folder, "policy.drl", text);
  }

  RulesOnDisk write(String folder, String file, String text) {
    try {
      Files.createDirectories(directory.resolve(folder));
      Files.writeString(directory.resolve(folder).resolve(file), text);
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

  /** What an owner's rule file says now. */
  String text(SchoolCode school) {
    return read(directory.resolve(school.value()).resolve("policy.drl"));
  }

  /** Starts, or starts again, on the files as they are. */
  Policies start() {
    PolicyNode started = new PolicyNode(tables, directory, NOW);
    node = started;
    started.disk().start();
    return started.policies();
  }

  PolicyNode node() {
    return Objects.requireNonNull(node, "Not started");
  }

  /** What the job does, once. */
  void poll() {
    node().disk().poll();
  }

  /** What the job does until what is on disk now has been taken. */
  void settle() {
    poll();
    poll();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
