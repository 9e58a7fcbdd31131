package org.libpass.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libpass.platform.TaipeiClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what policy administrators are working on, one draft an owner and account. */
@Service
public class RuleDrafts {

  private static final RuleTexts NOTHING = new RuleTexts("", "", "");

  private final JdbcClient jdbc;
  private final RuleVersions versions;
  private final TaipeiClock clock;

  RuleDrafts(JdbcClient jdbc, RuleVersions versions, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * The author's draft, or a fresh one that says what the owner's newest version says, of those
   * that were not withdrawn.
   */
  public RuleDraft of(RuleOwner owner, String author) {
    return saved(owner, author).orElseGet(() -> fresh(owner));
  }

  private RuleDraft fresh(RuleOwner owner) {
    int newest = versions.newest(owner);
    RuleTexts texts =
        IntStream.iterate(newest, number -> number > 0, number -> number - 1)
            .mapToObj(number -> versions.find(owner, number))
            .flatMap(Optional::stream)
            .filter(version -> version.withdrawnAt() == null)
            .findFirst()
            .map(RuleVersion::texts)
            .orElse(NOTHING);
    return new RuleDraft(owner, newest, texts, null);
  }

  private Optional<RuleDraft> saved(RuleOwner owner, String author) {
    return jdbc.sql(
            "select base, rules, examples, words, saved_at from rule_draft"
                + " where owner = :owner and author = :author")
        .param("owner", owner.value())
        .param("author", author)
        .query((row, number) -> draft(owner, row))
        .optional();
  }

  private static RuleDraft draft(RuleOwner owner, ResultSet row) throws SQLException {
    return new RuleDraft(
        owner,
        row.getInt("base"),
        new RuleTexts(row.getString("rules"), row.getString("examples"), row.getString("words")),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }

  /**
   * Keeps a draft instead of the one that the author had of this owner.
   *
   * @param base the number of the version that the texts are a change of; a newer one is not
   *     overwritten when the draft is published
   */
  @Transactional
  public void save(RuleOwner owner, String author, int base, RuleTexts texts) {
    discard(owner, author);
    jdbc.sql(
            "insert into rule_draft (owner, author, base, rules, examples, words, saved_at)"
                + " values (:owner, :author, :base, :rules, :examples, :words, :now)")
        .param("owner", owner.value())
        .param("author", author)
        .param("base", base)
        .param("rules", texts.rules())
        .param("examples", texts.examples())
        .param("words", texts.words())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** Gives a draft up; does nothing when there is none. */
  public void discard(RuleOwner owner, String author) {
    jdbc.sql("delete from rule_draft where owner = :owner and author = :author")
        .param("owner", owner.value())
        .param("author", author)
        .update();
  }
}
