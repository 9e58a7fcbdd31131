package org.libpass.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.libpass.platform.TaipeiClock;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The versions of the privacy policy. New ones come with the product's files and are copied into
 * the database at the start, where they stay, so that a reader can always read what they agreed to;
 * a file that says something else under a version that is known stops the start.
 */
@Service
@DependsOnDatabaseInitialization
public class PrivacyTexts implements InitializingBean {

  private static final String FILES = "classpath*:privacy/*.yaml";

  private static final Comparator<PrivacyText> NEWEST_FIRST =
      Comparator.comparing(PrivacyText::since).thenComparing(PrivacyText::version).reversed();

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  /** A version never changes, so reading it once is enough. */
  private final Map<String, PrivacyText> read = new ConcurrentHashMap<>();

  PrivacyTexts(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        add(file.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (all().isEmpty()) {
      throw new IllegalStateException("There is no privacy policy to agree to");
    }
  }

  /**
   * Adds a version unless it is known.
   *
   * @param source what its file says
   * @throws IllegalStateException if that version is known and says something else
   */
  void add(String source) {
    PrivacyText text = PrivacyText.read(source);
    if (find(text.version()).isEmpty()) {
      insert(text, source);
    }
    PrivacyText kept = find(text.version()).orElseThrow();
    if (!kept.equals(text)) {
      throw new IllegalStateException(
          "Privacy policy %s is not what readers agreed to any more. Give another text another version."
              .formatted(text.version()));
    }
  }

  private void insert(PrivacyText text, String source) {
    try {
      jdbc.sql(
              "insert into privacy_text (version, since, source)"
                  + " values (:version, :since, :source)")
          .param("version", text.version())
          .param("since", text.since())
          .param("source", source)
          .update();
    } catch (DuplicateKeyException otherNode) {
      return; // it has come to the same; the caller compares
    }
  }

  /** The version that holds today. */
  public PrivacyText current() {
    LocalDate today = clock.today();
    List<PrivacyText> all = all();
    return all.stream()
        .filter(text -> !text.since().isAfter(today))
        .findFirst()
        .orElseGet(() -> all.get(all.size() - 1));
  }

  /** All versions, the newest first; one that holds only from a later day on comes before. */
  public List<PrivacyText> all() {
    return jdbc.sql("select version from privacy_text").query(String.class).list().stream()
        .map(version -> find(version).orElseThrow())
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** The version of that name. */
  public Optional<PrivacyText> find(String version) {
    PrivacyText known = read.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PrivacyText> kept =
        jdbc.sql("select source from privacy_text where version = :version")
            .param("version", version)
            .query(String.class)
            .optional()
            .map(PrivacyText::read);
    kept.ifPresent(text -> read.put(version, text));
    return kept;
  }

  /** Whether the reader has agreed to the version that holds today. */
  public boolean isAgreedBy(Reader reader) {
    Consent last = reader.consent();
    return last != null && last.privacyVersion().equals(current().version());
  }
}
