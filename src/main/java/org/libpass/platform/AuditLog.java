package org.libpass.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was done by whom, for those who may ask later. Nothing in here is ever changed. */
@Component
public class AuditLog {

  /** Stands for the alliance where a school's code would stand, for looking up. */
  public static final String ALLIANCE = "alliance";

  private static final int LONGEST_DETAIL = 1000;

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  public AuditLog(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param id counts up in the order in which the entries were made
   * @param school whose matter it is, null when it is the alliance's
   * @param actor a staff account, or {@code libpass} for the platform itself
   * @param action what, as a key such as {@code rules-published}; message {@code audit.<key>}
   * @param subject what it was done to, such as a file's name; names no person
   * @param detail more about it, null when there is nothing more to say
   */
  public record Entry(
      long id,
      Instant at,
      @Nullable String school,
      String actor,
      String action,
      String subject,
      @Nullable String detail) {}

  /**
   * Keeps an entry, in the caller's transaction if there is one.
   *
   * @param action at most 40 characters
   * @param subject at most 80 characters
   * @param detail cut after 1,000 characters
   */
  public void keep(
      @Nullable String school,
      String actor,
      String action,
      String subject,
      @Nullable String detail) {
    jdbc.sql(
            "insert into audit_log (happened_at, school, actor, action, subject, detail)"
                + " values (:at, :school, :actor, :action, :subject, :detail)")
        .param("at", OffsetDateTime.now(clock))
        .param("school", school)
        .param("actor", actor)
        .param("action", action)
        .param("subject", subject)
        .param("detail", cut(detail))
        .update();
  }

  private static @Nullable String cut(@Nullable String detail) {
    return detail == null || detail.length() <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, LONGEST_DETAIL);
  }

  /**
   * Which entries are looked for.
   *
   * @param school whose matter, {@link #ALLIANCE} for what is the alliance's own, null for all
   * @param action what was done, null for whatever
   * @param before only entries older than the one of this id, null for the newest
   */
  public record Wanted(@Nullable String school, @Nullable String action, @Nullable Long before) {}

  /**
   * The newest entries, the newest first.
   *
   * @param school whose, null for all
   * @param most how many at most
   */
  public List<Entry> newest(@Nullable String school, int most) {
    return find(new Wanted(school, null, null), most);
  }

  /**
   * Entries, the newest first.
   *
   * @param most how many at most
   */
  public List<Entry> find(Wanted wanted, int most) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (ALLIANCE.equals(wanted.school())) {
      where.append(" and school is null");
    } else if (wanted.school() != null) {
      where.append(" and school = :school");
    }
    if (wanted.action() != null) {
      where.append(" and action = :action");
    }
    if (wanted.before() != null) {
      where.append(" and id < :before");
    }
    return jdbc.sql(
            "select id, happened_at, school, actor, action, subject, detail from audit_log"
                + where
                + " order by id desc limit :most")
        .param("school", wanted.school())
        .param("action", wanted.action())
        .param("before", wanted.before())
        .param("most", most)
        .query(AuditLog::entry)
        .list();
  }

  /** What was ever done in a school's matters, each action once, by its key. */
  public List<String> actions(String school) {
    return jdbc.sql("select distinct action from audit_log where school = :school order by action")
        .param("school", school)
        .query(String.class)
        .list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("school"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"));
  }
}
