package org.libpass.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The articles: reading them, and changing them with a line in the audit log. */
@Service
public class Articles {

  private static final String SELECT =
      "select id, version, school, section, since, title_zh, title_en, text_zh, text_en"
          + " from article ";

  private static final String NEWEST_FIRST = " order by since desc, written desc";

  private final JdbcClient jdbc;
  private final TaipeiClock clock;
  private final AuditLog audit;

  Articles(JdbcClient jdbc, TaipeiClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * The newest news of the alliance, and of one school if it is given; the newest first.
   *
   * @param most how many at most
   */
  public List<Article> newest(@Nullable SchoolCode school, int most) {
    return jdbc.sql(
            SELECT
                + "where section = 'NEWS' and since <= :today"
                + " and (school is null or school = :school)"
                + NEWEST_FIRST
                + " limit :most")
        .param("today", clock.today())
        .param("school", school == null ? "" : school.value())
        .param("most", most)
        .query(Articles::article)
        .list();
  }

  /**
   * News of everyone, or of one school alone; the newest first.
   *
   * @param school whose, null for everyone's
   * @param skip how many of the newest to leave out
   * @param most how many at most
   */
  public List<Article> news(@Nullable SchoolCode school, int skip, int most) {
    return jdbc.sql(
            SELECT
                + "where section = 'NEWS' and since <= :today"
                + (school == null ? "" : " and school = :school")
                + NEWEST_FIRST
                + " limit :most offset :skip")
        .param("today", clock.today())
        .param("school", code(school))
        .param("most", most)
        .param("skip", skip)
        .query(Articles::article)
        .list();
  }

  /** The questions of the alliance, or of one school, in the order in which they were written. */
  public List<Article> questions(@Nullable SchoolCode school) {
    return jdbc.sql(
            SELECT
                + "where section <> 'NEWS' and since <= :today and "
                + owned(school)
                + " order by written")
        .param("today", clock.today())
        .param("school", code(school))
        .query(Articles::article)
        .list();
  }

  /** All that the alliance, or one school, has written, the newest first; also what comes later. */
  public List<Article> of(@Nullable SchoolCode school) {
    return jdbc.sql(SELECT + "where " + owned(school) + NEWEST_FIRST)
        .param("school", code(school))
        .query(Articles::article)
        .list();
  }

  /** The article of that id, shown already or not, or empty. */
  public Optional<Article> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(Articles::article).optional();
  }

  /**
   * Adds an article. One whose id is there already was sent twice, and nothing happens.
   *
   * @param actor who writes it: a staff account's username
   */
  @Transactional
  public void write(Article article, String actor) {
    if (find(article.id()).isPresent()) {
      return;
    }
    add(article);
    keep(article, actor, "article-written");
  }

  /**
   * Changes an article of the same school.
   *
   * @param actor who changes it: a staff account's username
   * @return false if it is gone, or somebody has changed it since that version
   */
  @Transactional
  public boolean change(Article article, String actor) {
    int changed =
        jdbc.sql(
                "update article set version = version + 1, section = :section, since = :since,"
                    + " title_zh = :titleZh, title_en = :titleEn, text_zh = :textZh,"
                    + " text_en = :textEn where id = :id and version = :version and "
                    + owned(article.school()))
            .params(row(article))
            .update();
    if (changed == 1) {
      keep(article, actor, "article-changed");
    }
    return changed == 1;
  }

  /**
   * Removes an article.
   *
   * @param actor who removes it: a staff account's username
   * @return false if it is gone already
   */
  @Transactional
  public boolean remove(Article article, String actor) {
    int removed =
        jdbc.sql("delete from article where id = :id and " + owned(article.school()))
            .params(row(article))
            .update();
    if (removed == 1) {
      keep(article, actor, "article-removed");
    }
    return removed == 1;
  }

  /** Adds an article without a word in the audit log: nobody has written what a demo brings. */
  void add(Article article) {
    jdbc.sql(
            "insert into article (id, version, school, section, since, title_zh, title_en, text_zh,"
                + " text_en) values (:id, 0, :school, :section, :since, :titleZh, :titleEn,"
                + " :textZh, :textEn)")
        .params(row(article))
        .update();
  }

  private void keep(Article article, String actor, String action) {
    audit.keep(code(article.school()), actor, action, article.id().toString(), article.titleZh());
  }

  /** The condition that an article is the school's, or the alliance's where there is none. */
  private static String owned(@Nullable SchoolCode school) {
    return school == null ? "school is null" : "school = :school";
  }

  private static @Nullable String code(@Nullable SchoolCode school) {
    return school == null ? null : school.value();
  }

  private static Map<String, @Nullable Object> row(Article article) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", article.id());
    row.put("version", article.version());
    row.put("school", code(article.school()));
    row.put("section", article.section().name());
    row.put("since", article.since());
    row.put("titleZh", article.titleZh());
    row.put("titleEn", article.titleEn());
    row.put("textZh", article.textZh());
    row.put("textEn", article.textEn());
    return row;
  }

  private static Article article(ResultSet row, int number) throws SQLException {
    String school = row.getString("school");
    return new Article(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        school == null ? null : new SchoolCode(school),
        Section.valueOf(row.getString("section")),
        row.getObject("since", LocalDate.class),
        row.getString("title_zh"),
        row.getString("title_en"),
        row.getString("text_zh"),
        row.getString("text_en"));
  }
}
