package org.libpass.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.RuleFiles.Source;
import org.libpass.school.SchoolCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force, and how they come from disk: all at once or not at all. A file that is not
 * good leaves the last good rules of its owner in force; a school whose file was never good runs on
 * the alliance's.
 */
class RuleStore {

  private static final Logger LOG = LoggerFactory.getLogger(RuleStore.class);

  private final Path directory;
  private final RuleArchive archive;
  private final Clock clock;
  private final RuleCompiler compiler;

  /** What the last look at the disk saw, and what was last taken. Guarded by this. */
  private Map<String, Source> seen = Map.of();

  private Map<String, Source> taken = Map.of();

  private volatile Map<String, Live> live = Map.of();

  /**
   * What is in force for one owner.
   *
   * @param own the owner's last good text, null for a school whose file was never good
   */
  private record Live(
      CompiledRules compiled, @Nullable String own, Instant since, @Nullable RulesError error) {

    Live with(@Nullable RulesError wrong) {
      return new Live(compiled, own, since, wrong);
    }
  }

  /**
   * Reads the files.
   *
   * @throws IllegalStateException if the alliance's file is missing or not good: without it no case
   *     has an answer
   */
  RuleStore(Path directory, RuleArchive archive, Clock clock, RuleCompiler compiler) {
    this.directory = directory;
    this.archive = archive;
    this.clock = clock;
    this.compiler = compiler;
    reload();
  }

  /** The rules in force for a school. */
  CompiledRules of(SchoolCode school) {
    Map<String, Live> now = live;
    Live own = now.get(school.value());
    return (own == null ? Objects.requireNonNull(now.get(RuleFiles.ALLIANCE)) : own).compiled();
  }

  /** What is live, the alliance first. */
  List<RulesStatus> status() {
    return live.entrySet().stream()
        .map(
            one ->
                new RulesStatus(
                    one.getKey(),
                    RuleFiles.file(one.getKey()),
                    one.getValue().compiled().rules().version(),
                    one.getValue().since(),
                    one.getValue().error()))
        .toList();
  }

  /** Takes what is on disk now. */
  synchronized void reload() {
    Map<String, Source> now = look();
    seen = now;
    take(now);
  }

  /**
   * Takes what is on disk as far as it is as it was at the last call: who saves a file may be in
   * the middle of it.
   */
  synchronized void poll() {
    Map<String, Source> now = look();
    Map<String, Source> settled = new TreeMap<>(taken);
    TreeSet<String> owners = new TreeSet<>(now.keySet());
    owners.addAll(taken.keySet());
    for (String owner : owners) {
      Source source = now.get(owner);
      if (!Objects.equals(source, seen.get(owner))) {
        continue;
      }
      if (source == null) {
        settled.remove(owner);
      } else {
        settled.put(owner, source);
      }
    }
    seen = now;
    if (!settled.equals(taken)) {
      take(settled);
    }
  }

  private Map<String, Source> look() {
    try {
      return RuleFiles.read(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the rules directory " + directory, e);
    }
  }

  private void take(Map<String, Source> files) {
    Map<String, Live> before = live;
    Map<String, Live> after = new LinkedHashMap<>();
    Live alliance = alliance(files.get(RuleFiles.ALLIANCE), before.get(RuleFiles.ALLIANCE));
    after.put(RuleFiles.ALLIANCE, alliance);
    if (files.containsKey(RuleFiles.ALLIANCE)) {
      files.forEach(
          (owner, source) -> {
            if (!owner.equals(RuleFiles.ALLIANCE)) {
              after.put(owner, school(owner, source, before.get(owner), alliance));
            }
          });
    } else {
      // The whole directory is away, more likely than that everybody gave up their rules.
      before.forEach(after::putIfAbsent);
    }
    live = after;
    taken = files;
    compiler.keepOnly(after.values().stream().map(Live::compiled).toList());
    tell(before, after);
  }

  private Live alliance(@Nullable Source source, @Nullable Live before) {
    String file = RuleFiles.file(RuleFiles.ALLIANCE);
    try {
      if (source == null) {
        throw new RuleFileException(1, "alliance-missing");
      }
      String text = source.text();
      RulesVersion version = new RulesVersion(RuleFiles.ALLIANCE, Texts.sha256(text));
      List<Rule> rules = RuleReader.read(true, file, text);
      return inForce(RuleSet.merge(version, rules, List.of()), text, null, before);
    } catch (RuleFileException e) {
      RulesError error = e.in(file);
      if (before == null) {
        throw new IllegalStateException(
            "Libpass does not start without the alliance's rules. "
                + directory.resolve(file)
                + ", line "
                + error.line()
                + ": "
                + error.en()
                + " / "
                + error.zh());
      }
      return before.with(error);
    }
  }

  private Live school(String owner, Source source, @Nullable Live before, Live alliance) {
    String file = RuleFiles.file(owner);
    try {
      return merged(owner, source.text(), before, alliance);
    } catch (RuleFileException e) {
      return stay(owner, before, alliance).with(e.in(file));
    }
  }

  /** What a school runs on whose file is not good: its last good text on the alliance of today. */
  private Live stay(String owner, @Nullable Live before, Live alliance) {
    if (before == null || before.own() == null) {
      return new Live(alliance.compiled(), null, alliance.since(), null);
    }
    try {
      return merged(owner, before.own(), before, alliance);
    } catch (RuleFileException e) {
      return before;
    }
  }

  private Live merged(String owner, String text, @Nullable Live before, Live alliance)
      throws RuleFileException {
    if (SchoolCode.parse(owner).filter(code -> code.value().equals(owner)).isEmpty()) {
      throw new RuleFileException(1, "folder", owner);
    }
    String floor = Objects.requireNonNull(alliance.own());
    RulesVersion version = new RulesVersion(owner, Texts.sha256(floor, owner, text));
    RuleSet rules =
        RuleSet.merge(
            version,
            RuleReader.read(true, RuleFiles.file(RuleFiles.ALLIANCE), floor),
            RuleReader.read(false, RuleFiles.file(owner), text));
    return inForce(rules, floor, text, before);
  }

  private Live inForce(
      RuleSet rules, String alliance, @Nullable String school, @Nullable Live before) {
    String own = school == null ? alliance : school;
    if (before != null && before.compiled().rules().version().equals(rules.version())) {
      return new Live(before.compiled(), own, before.since(), null);
    }
    CompiledRules compiled = compiler.compile(rules);
    Instant now = clock.instant();
    archive.keep(rules.version(), alliance, school, now);
    return new Live(compiled, own, now, null);
  }

  private static void tell(Map<String, Live> before, Map<String, Live> after) {
    after.forEach(
        (owner, now) -> {
          Live then = before.get(owner);
          RulesError error = now.error();
          if (error != null && (then == null || !error.equals(then.error()))) {
            LOG.error(
                "Rule file {}, line {}: {} / {} The last good rules stay in force.",
                error.file(),
                error.line(),
                error.en(),
                error.zh());
          }
          RulesVersion version = now.compiled().rules().version();
          if (then == null || !then.compiled().rules().version().equals(version)) {
            LOG.info("Rules {} in force for {}", version.shortHash(), owner);
          }
        });
    before.keySet().stream()
        .filter(owner -> !after.containsKey(owner))
        .forEach(owner -> LOG.info("No rules of its own any more: {}", owner));
  }
}
