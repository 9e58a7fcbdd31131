package org.libpass.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.RuleFiles.Content;
import org.libpass.policy.RuleFiles.Source;
import org.libpass.policy.RuleVersions.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a folder's files, and publishes them where they are to be a version. */
final class FolderPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(FolderPublisher.class);

  private final Publishing publishing;
  private final LiveVersions live;
  private final RuleVersions versions;

  FolderPublisher(Publishing publishing, LiveVersions live, RuleVersions versions) {
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
  record Found(@Nullable String hash, List<RulesError> errors) {}

  /**
   * What a folder's files come to.
   *
   * @param source null when there are none
   * @param changed whether this node saw them change, so that an old text is published too
   */
  Found take(String folder, @Nullable Source source, boolean changed) {
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
      return publish(
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

  private Found publish(RuleOwner owner, RuleTexts texts, boolean changed) {
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
}
