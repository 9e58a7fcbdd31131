package org.libpass.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.StorageTest;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.County;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to an article from its first writing to its removal. */
@StorageTest
abstract class ArticlePaths {

  static final SchoolCode CUTE = new SchoolCode("CUTE");
  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final String AUTHOR = "librarian.cute";

  @Autowired Articles articles;
  @Autowired Schools schools;
  @Autowired AuditLog audit;
  @Autowired TaipeiClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void addSchools() {
    for (SchoolCode code : List.of(CUTE, NTUT)) {
      schools.add(
          School.of(
              code,
              code + "學院",
              code + " College",
              County.TAIPEI,
              null,
              null,
              null,
              null,
              List.of()));
    }
  }

  @AfterEach
  void removeAll() {
    jdbc.sql("delete from article").update();
    jdbc.sql("delete from school").update();
  }

  @Test
  void everyoneReadsTheAlliancesNewsAndOneSchoolsWithIt() {
    articles.write(article(null, Section.NEWS, clock.today().minusDays(3), "alliance"), AUTHOR);
    articles.write(article(CUTE, Section.NEWS, clock.today(), "cute"), AUTHOR);
    articles.write(article(NTUT, Section.NEWS, clock.today().minusDays(1), "ntut"), AUTHOR);

    assertThat(articles.newest(null, 9)).extracting(Article::titleEn).containsExactly("alliance");
    assertThat(articles.newest(CUTE, 9))
        .extracting(Article::titleEn)
        .containsExactly("cute", "alliance");
    assertThat(articles.newest(CUTE, 1)).extracting(Article::titleEn).containsExactly("cute");
    assertThat(articles.news(null, 1, 9))
        .extracting(Article::titleEn)
        .containsExactly("ntut", "alliance");
    assertThat(articles.news(NTUT, 0, 9)).extracting(Article::titleEn).containsExactly("ntut");
  }

  @Test
  void newsOfALaterDayWaits() {
    articles.write(article(CUTE, Section.NEWS, clock.today().plusDays(1), "tomorrow"), AUTHOR);

    assertThat(articles.newest(CUTE, 9)).isEmpty();
    assertThat(articles.news(null, 0, 9)).isEmpty();
    assertThat(articles.of(CUTE)).hasSize(1);
  }

  @Test
  void questionsStandInTheOrderInWhichTheyWereWritten() {
    articles.write(article(null, Section.CARD, clock.today(), "first"), AUTHOR);
    articles.write(article(null, Section.ACCOUNT, clock.today().minusDays(9), "second"), AUTHOR);
    articles.write(article(CUTE, Section.CARD, clock.today(), "theirs"), AUTHOR);

    assertThat(articles.questions(null))
        .extracting(Article::titleEn)
        .containsExactly("first", "second");
    assertThat(articles.questions(CUTE)).extracting(Article::titleEn).containsExactly("theirs");
    assertThat(articles.newest(CUTE, 9)).isEmpty();
  }

  @Test
  void whoeverChangesAnOldVersionChangesNothing() {
    Article first = article(CUTE, Section.NEWS, clock.today(), "first");
    articles.write(first, AUTHOR);
    assertThat(articles.change(titled(first, 0, "second"), AUTHOR)).isTrue();
    assertThat(articles.change(titled(first, 0, "third"), AUTHOR)).isFalse();

    Article now = articles.find(first.id()).orElseThrow();
    assertThat(now.titleEn()).isEqualTo("second");
    assertThat(now.version()).isEqualTo(1);
  }

  @Test
  void nobodyChangesOrRemovesWhatIsAnothersSchools() {
    Article theirs = article(CUTE, Section.NEWS, clock.today(), "theirs");
    articles.write(theirs, AUTHOR);
    Article asOurs =
        new Article(theirs.id(), 0, NTUT, Section.NEWS, clock.today(), "我", "mine", "我", "mine");

    assertThat(articles.change(asOurs, "librarian.ntut")).isFalse();
    assertThat(articles.remove(asOurs, "librarian.ntut")).isFalse();
    assertThat(articles.find(theirs.id())).contains(theirs);
  }

  @Test
  void whatWasDoneIsKeptWithWhoDidIt() {
    Article article = article(CUTE, Section.NEWS, clock.today(), "news");
    articles.write(article, AUTHOR);
    articles.write(article, AUTHOR);
    articles.change(article, AUTHOR);
    assertThat(articles.remove(article, AUTHOR)).isTrue();
    assertThat(articles.remove(article, AUTHOR)).isFalse();

    assertThat(audit.newest("CUTE", 9))
        .filteredOn(entry -> entry.subject().equals(article.id().toString()))
        .extracting(AuditLog.Entry::action)
        .containsExactly("article-removed", "article-changed", "article-written");
  }

  @Test
  void itIsNewForAWeek() {
    Article article = article(null, Section.NEWS, LocalDate.of(2026, 11, 20), "news");
    assertThat(article.isNew(LocalDate.of(2026, 11, 19))).isFalse();
    assertThat(article.isNew(LocalDate.of(2026, 11, 20))).isTrue();
    assertThat(article.isNew(LocalDate.of(2026, 11, 26))).isTrue();
    assertThat(article.isNew(LocalDate.of(2026, 11, 27))).isFalse();
  }

  @Test
  void aTextIsNeitherBlankNorEndless() {
    LocalDate today = clock.today();
    assertThatThrownBy(() -> article(null, Section.NEWS, today, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> article(null, Section.NEWS, today, "a".repeat(121)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Article article(
      @Nullable SchoolCode school, Section section, LocalDate since, String title) {
    return new Article(UUID.randomUUID(), 0, school, section, since, "標題", title, "內文", "text");
  }

  private static Article titled(Article article, int version, String title) {
    return new Article(
        article.id(),
        version,
        article.school(),
        article.section(),
        article.since(),
        article.titleZh(),
        title,
        article.textZh(),
        article.textEn());
  }
}
