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
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.policy.RuleFiles.Content;
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
  private final boolean writes;
  private final Publishing publishing;
  private final LiveVersions live;
  private final RuleVersions versions;

  /** What the last look saw, and what was last dealt with. Guarded by this. */
  private Map<String, Source> seen = Map.of();

  private final Map<String, Source> taken = new TreeMap<>();
  private final Map<String, Found> found = new HashMap<>();
  private int standsOn;

  DiskRules(
      RulesProperties properties, Publishing publishing, LiveVersions live, RuleVersions versions) {
    this.directory = properties.directory();
    this.files = new RuleFiles(directory);
    this.writes = properties.write();
    this.publishing = publishing;
    this.live = live;
    this.versions = versions;
  }

  /**
   * What is known of a folder.
   *
   * @param hash names its texts, null when they can't be read
   * @param errors what is wrong with them
   */
  private record Found(@Nullable String hash, List<RulesError> errors) {}

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
    standsOn = live.now().number(RuleOwner.ALLIANCE);
    startWith(rest);
  }

  /** Where all schools are new, compiling is what the start waits for: all cores do it. */
  private void startWith(Map<String, Source> schools) {
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<String, Future<Found>> judged = new TreeMap<>();
      schools.forEach(
          (folder, source) -> judged.put(folder, cores.submit(() -> judge(folder, source, false))));
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
    standsOn = live.now().number(RuleOwner.ALLIANCE);
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
        && standsOn != live.now().number(RuleOwner.ALLIANCE);
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
      keep(folder, source, judge(folder, source, changed));
    }
  }

  private void keep(String folder, @Nullable Source source, Found now) {
    if (source == null) {
      taken.remove(folder);
    } else {
      taken.put(folder, source);
    }
    Found before = found.put(folder, now);
    if (!now.errors().isEmpty() && (before == null || !now.errors().equals(before.errors()))) {
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

  private Found judge(String folder, @Nullable Source source, boolean changed) {
    String name = OwnRules.RULES;
    try {
      RuleOwner owner =
          RuleOwner.ofFolder(folder).orElseThrow(() -> new RuleFileException(1, "folder", folder));
      if (source == null) {
        throw new RuleFileException(1, owner.isAlliance() ? "alliance-missing" : "deleted");
      }
      Map<String, String> texts = new HashMap<>();
      for (String file : OwnRules.FILES) {
        name = file;
        texts.put(file, text(source.file(file), wasThere(owner, file)));
      }
      return judge(
          owner,
          new RuleTexts(
              texts.getOrDefault(OwnRules.RULES, ""),
              texts.getOrDefault(OwnRules.EXAMPLES, ""),
              texts.getOrDefault(OwnRules.WORDS, "")),
          changed);
    } catch (RuleFileException e) {
      return new Found(null, List.of(e.in(folder + "/" + name)));
    }
  }

  /** Whether a file that is missing now was part of what is in force: then it was lost. */
  private boolean wasThere(RuleOwner owner, String file) {
    int number = live.now().number(owner);
    return file.equals(OwnRules.RULES)
        && (owner.isAlliance()
            || versions
                .find(owner, number)
                .filter(version -> !version.texts().rules().isBlank())
                .isPresent());
  }

  private static String text(@Nullable Content content, boolean needed) throws RuleFileException {
    if (content == null) {
      if (needed) {
        throw new RuleFileException(1, "deleted");
      }
      return "";
    }
    if (!content.readable()) {
      throw new RuleFileException(1, "unreadable");
    }
    String text = PreScan.text(content.raw());
    if (text.isBlank()) {
      throw new RuleFileException(1, "empty");
    }
    return text;
  }

  private Found judge(RuleOwner owner, RuleTexts texts, boolean changed) {
    String hash = texts.hash();
    Times current = live.now().versions().get(owner);
    boolean isLive = current != null && current.hash().equals(hash);
    if (isLive || (!changed && versions.knows(owner, hash))) {
      return new Found(hash, List.of());
    }
    Published published = publishing.publishFiles(owner, texts);
    if (published instanceof Published.Refused refused) {
      return new Found(hash, refused.check().errors());
    }
    if (published instanceof Published.Done done) {
      LOG.info("Rules {} {} in force", owner, done.version().number());
    }
    return new Found(hash, List.of());
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
