package org.libpass.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.FolderPublisher.Found;
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.policy.RuleFiles.Source;
import org.libpass.policy.RuleVersions.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows this node's rule files. The database is the truth: a set that changes while this node
 * runs is published, an old one too, since somebody has saved it; what is found at the start is
 * published only if it never was before, so that a redeploy with old files or a second disk brings
 * nothing back.
 */
class DiskRules {

  private static final Logger LOG = LoggerFactory.getLogger(DiskRules.class);

  private final Path directory;
  private final RuleFiles files;
  private final FolderPublisher publisher;
  private final boolean writes;
  private final LiveVersions live;
  private final RuleVersions versions;

  /** What the last look saw, and what was last dealt with. Guarded by this. */
  private Map<String, Source> seen = Map.of();

  private final Map<String, Source> taken = new TreeMap<>();
  private final Map<String, Found> found = new HashMap<>();
  private @Nullable InForce before;

  DiskRules(
      RulesProperties properties, Publishing publishing, LiveVersions live, RuleVersions versions) {
    this.directory = properties.directory();
    this.files = new RuleFiles(directory);
    this.writes = properties.write();
    this.publisher = new FolderPublisher(publishing, live, versions);
    this.live = live;
    this.versions = versions;
  }

  /** The owners whose folders are known. */
  synchronized List<RuleOwner> owners() {
    return found.keySet().stream().map(RuleOwner::new).toList();
  }

  /** What is wrong with an owner's files. */
  synchronized List<RulesError> errors(RuleOwner owner) {
    Found known = found.get(owner.value());
    return known == null ? List.of() : known.errors();
  }

  /**
   * Looks at the files for the first time.
   *
   * @throws IllegalStateException if the alliance has no rules at all, neither published nor here:
   *     without them no case has an answer
   */
  synchronized void start() {
    seen = look();
    TreeMap<String, Source> rest = new TreeMap<>(seen);
    Source alliance = rest.remove(RuleOwner.ALLIANCE.value());
    take(RuleOwner.ALLIANCE.value(), alliance, false);
    if (live.now().number(RuleOwner.ALLIANCE) == 0) {
      throw new IllegalStateException(withoutAlliance());
    }
    startWith(rest);
    before = live.now();
  }

  /** Where all schools are new, compiling is what the start waits for: all cores do it. */
  private void startWith(Map<String, Source> schools) {
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<String, Future<Found>> judged = new TreeMap<>();
      schools.forEach(
          (folder, source) ->
              judged.put(folder, cores.submit(() -> publisher.take(folder, source, false))));
      for (Map.Entry<String, Future<Found>> one : judged.entrySet()) {
        keep(one.getKey(), schools.get(one.getKey()), one.getValue().get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The rule files could not be read", e);
    } finally {
      cores.shutdownNow();
    }
  }

  private String withoutAlliance() {
    RulesError error = errors(RuleOwner.ALLIANCE).get(0);
    return "Libpass does not start without the alliance's rules. "
        + directory.resolve(error.file())
        + ", line "
        + error.line()
        + ": "
        + error.en()
        + " / "
        + error.zh();
  }

  /**
   * Looks again. A folder counts when two looks have seen it alike: who saves a file may be in the
   * middle of it.
   */
  synchronized void poll() {
    Map<String, Source> now = look();
    TreeSet<String> folders = new TreeSet<>(now.keySet());
    folders.addAll(taken.keySet());
    for (String folder : inOrder(folders)) {
      Source source = now.get(folder);
      boolean settled = Objects.equals(source, seen.get(folder));
      if (settled && (!Objects.equals(source, taken.get(folder)) || mayBeGoodByNow(folder))) {
        take(folder, source, true);
      }
    }
    seen = now;
    InForce current = live.now();
    if (before != null && before != current) {
      followThoseWhoseDayHasCome(before, current);
    }
    before = current;
  }

  /**
   * A version for a date is written when its day has come: nobody's click does it then. Only where
   * the files said what was in force until now; others stay as somebody has left them.
   */
  private void followThoseWhoseDayHasCome(InForce last, InForce current) {
    for (Times times : current.versions().values()) {
      Times replaced = last.versions().get(times.owner());
      Found known = found.get(times.owner().value());
      if (times.scheduled()
          && replaced != null
          && replaced.number() != times.number()
          && known != null
          && replaced.hash().equals(known.hash())) {
        versions.find(times.owner(), times.number()).ifPresent(this::write);
      }
    }
  }

  /** The alliance first: the others stand on it. */
  private static List<String> inOrder(TreeSet<String> folders) {
    return folders.stream().sorted(Comparator.comparing(folder -> !isAlliance(folder))).toList();
  }

  private static boolean isAlliance(String folder) {
    return folder.equals(RuleOwner.ALLIANCE.value());
  }

  /** Whether a school's files were wrong by an alliance's version that is not in force any more. */
  private boolean mayBeGoodByNow(String folder) {
    Found known = found.get(folder);
    return known != null
        && !known.errors().isEmpty()
        && before != null
        && before.number(RuleOwner.ALLIANCE) != live.now().number(RuleOwner.ALLIANCE);
  }

  private Map<String, Source> look() {
    try {
      return files.look();
    } catch (IOException e) {
      // The whole directory is away: as if each folder in it were empty.
      return Map.of();
    }
  }

  private void take(String folder, @Nullable Source source, boolean changed) {
    if (source == null && live.now().number(new RuleOwner(folder)) == 0 && !isAlliance(folder)) {
      taken.remove(folder);
      found.remove(folder);
    } else {
      keep(folder, source, publisher.take(folder, source, changed));
    }
  }

  private void keep(String folder, @Nullable Source source, Found now) {
    if (source == null) {
      taken.remove(folder);
    } else {
      taken.put(folder, source);
    }
    Found earlier = found.put(folder, now);
    if (!now.errors().isEmpty() && (earlier == null || !now.errors().equals(earlier.errors()))) {
      now.errors().forEach(DiskRules::tell);
    }
  }

  private static void tell(RulesError error) {
    LOG.error(
        "Rule file {}, line {}: {} / {} The last good rules stay in force.",
        error.file(),
        error.line(),
        error.en(),
        error.zh());
  }

  /** Writes what was published in the browser, where that can be done. */
  synchronized void write(RuleVersion version) {
    if (!writes) {
      return;
    }
    String folder = version.owner().value();
    try {
      files.write(version.owner(), version.texts());
      Source written = files.look().get(folder);
      Map<String, Source> now = new TreeMap<>(seen);
      if (written != null) {
        now.put(folder, written);
        taken.put(folder, written);
      }
      seen = now;
      found.put(folder, new Found(version.hash(), List.of()));
    } catch (IOException e) {
      LOG.warn(
          "Rules {} {} are in force and not on this disk: {}",
          folder,
          version.number(),
          e.getMessage());
    }
  }

  /** How this node's files compare with what is in force. */
  synchronized RulesStatus.Disk compare(InForce now, RuleOwner owner) {
    Found known = found.get(owner.value());
    if (known == null) {
      return now.number(owner) == 0 ? RulesStatus.Disk.NONE : RulesStatus.Disk.DIFFERS;
    }
    if (!known.errors().isEmpty()) {
      return RulesStatus.Disk.WRONG;
    }
    Times current = now.versions().get(owner);
    return current != null && current.hash().equals(known.hash())
        ? RulesStatus.Disk.SAME
        : RulesStatus.Disk.DIFFERS;
  }
}
