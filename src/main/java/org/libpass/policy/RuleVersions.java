package org.libpass.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.libpass.platform.TaipeiClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code rule_version} and {@code rule_epoch}. */
@Component
public class RuleVersions {

  private static final String SELECT = "select * from rule_version where owner = :owner ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RuleVersions(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** An owner's versions, the newest first. */
  public List<RuleVersion> of(RuleOwner owner) {
    return jdbc.sql(SELECT + "order by number desc")
        .param("owner", owner.value())
        .query(this::version)
        .list();
  }

  /** One version. */
  public Optional<RuleVersion> find(RuleOwner owner, int number) {
    return jdbc.sql(SELECT + "and number = :number")
        .param("owner", owner.value())
        .param("number", number)
        .query(this::version)
        .optional();
  }

  /** The versions of all owners that wait for their date, the next first. */
  List<RuleVersion> waiting(Instant now) {
    return jdbc.sql(
            "select * from rule_version where scheduled = true and withdrawn_at is null and"
                + " effective_at > :now order by effective_at, number")
        .param("now", at(now))
        .query(this::version)
        .list();
  }

  /** The number of the version that was published last; 0 when there is none. */
  public int newest(RuleOwner owner) {
    return jdbc.sql("select coalesce(max(number), 0) from rule_version where owner = :owner")
        .param("owner", owner.value())
        .query(Integer.class)
        .single();
  }

  /** A version's times, without its texts. */
  record Times(RuleOwner owner, int number, String hash, Instant effectiveAt, boolean scheduled) {}

  /** All that were not withdrawn. */
  List<Times> times() {
    return jdbc.sql(
            "select owner, number, hash, effective_at, scheduled from rule_version"
                + " where withdrawn_at is null")
        .query(
            (row, number) ->
                new Times(
                    new RuleOwner(row.getString("owner")),
                    row.getInt("number"),
                    row.getString("hash"),
                    moment(row, "effective_at"),
                    row.getBoolean("scheduled")))
        .list();
  }

  /** Whether these texts were ever published for this owner. */
  boolean knows(RuleOwner owner, String hash) {
    return jdbc.sql("select count(*) from rule_version where owner = :owner and hash = :hash")
            .param("owner", owner.value())
            .param("hash", hash)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Changes with each publication. */
  long epoch() {
    return jdbc.sql("select epoch from rule_epoch where one = 1").query(Long.class).single();
  }

  /** Lets one publication at a time go on, until its transaction ends. */
  void lock() {
    jdbc.sql("update rule_epoch set epoch = epoch + 1 where one = 1").update();
  }

  /** Adds a version; the caller holds the lock. */
  void add(RuleVersion version) {
    jdbc.sql(
            "insert into rule_version (owner, number, rules, examples, words, hash, origin, author,"
                + " reason, report, published_at, effective_at, scheduled) values (:owner, :number,"
                + " :rules, :examples, :words, :hash, :origin, :author, :reason, :report,"
                + " :publishedAt, :effectiveAt, :scheduled)")
        .param("owner", version.owner().value())
        .param("number", version.number())
        .param("rules", version.texts().rules())
        .param("examples", version.texts().examples())
        .param("words", version.texts().words())
        .param("hash", version.hash())
        .param("origin", version.origin().name())
        .param("author", version.author())
        .param("reason", version.reason())
        .param("report", json.writeValueAsString(version.report()))
        .param("publishedAt", at(version.publishedAt()))
        .param("effectiveAt", at(version.effectiveAt()))
        .param("scheduled", version.scheduled())
        .update();
  }

  /**
   * Withdraws a version that waits for its date; the caller holds the lock.
   *
   * @return false when it doesn't wait any more
   */
  boolean withdraw(RuleOwner owner, int number, String by, Instant now) {
    return jdbc.sql(
                "update rule_version set withdrawn_at = :now, withdrawn_by = :by where owner ="
                    + " :owner and number = :number and scheduled = true and withdrawn_at is null"
                    + " and effective_at > :now")
            .param("now", at(now))
            .param("by", by)
            .param("owner", owner.value())
            .param("number", number)
            .update()
        == 1;
  }

  private RuleVersion version(ResultSet row, int number) throws SQLException {
    OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    return new RuleVersion(
        new RuleOwner(row.getString("owner")),
        row.getInt("number"),
        new RuleTexts(row.getString("rules"), row.getString("examples"), row.getString("words")),
        row.getString("hash"),
        RuleVersion.Origin.valueOf(row.getString("origin")),
        row.getString("author"),
        row.getString("reason"),
        json.readValue(row.getString("report"), Report.class),
        moment(row, "published_at"),
        moment(row, "effective_at"),
        row.getBoolean("scheduled"),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atZone(TaipeiClock.ZONE).toOffsetDateTime();
  }
}
