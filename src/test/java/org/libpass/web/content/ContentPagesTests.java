package org.libpass.web.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.content.Article;
import org.libpass.content.Articles;
import org.libpass.platform.AuditLog;
import org.libpass.school.ClosedDay;
import org.libpass.school.ClosedDays;
import org.libpass.school.SchoolCode;
import org.libpass.school.SchoolWindow;
import org.libpass.school.Schools;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** What librarians and the alliance's administrators write, and what comes of it. */
class ContentPagesTests extends StaffPageTest {

  private static final SchoolCode HSC = new SchoolCode("HSC");
  private static final String DAYS = "/content/closed-days";

  @Autowired Articles articles;
  @Autowired ClosedDays closedDays;
  @Autowired Schools schools;
  @Autowired AuditLog audit;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.hsc");
  }

  @AfterEach
  void removeWhatWasWritten() {
    articles.of(HSC).forEach(article -> articles.remove(article, "test"));
    articles.of(null).stream()
        .filter(article -> article.titleEn().startsWith("Test"))
        .forEach(article -> articles.remove(article, "test"));
    closedDays.of(HSC, time.clock().today()).stream()
        .filter(entry -> entry.noteEn().startsWith("Test"))
        .forEach(entry -> closedDays.remove(HSC, entry.id(), "test"));
  }

  @Test
  void aLibrarianWritesChangesAndRemovesNewsOfTheirSchool() throws Exception {
    String id = UUID.randomUUID().toString();
    String after = next(librarian, write(librarian, "/content", id, "2026-11-23", "新書到館"));
    assertThat(after).contains("已經儲存", "新書到館");
    next(librarian, write(librarian, "/content", id, "2026-11-23", "新書到館"));
    assertThat(articles.of(HSC)).hasSize(1);
    assertThat(text(open("/news?school=HSC"))).contains("新書到館");

    assertThat(page(librarian, "/content/articles/" + id)).contains("新書到館", "讀者看到的樣子");
    String changed = next(librarian, change(librarian, "/content", id, "0", "新書上架"));
    assertThat(changed).contains("修改已經儲存", "新書上架").doesNotContain("新書到館");
    String stale = text(change(librarian, "/content", id, "0", "晚到的修改"));
    assertThat(stale).contains("有人改過這一則", "晚到的修改", "新書上架");

    String path = "/content/articles/" + id + "/remove";
    assertThat(next(librarian, send(librarian, path))).contains("已經刪除");
    assertThat(next(librarian, send(librarian, path))).contains("已經不在了");
    assertThat(status(open("/content/articles/" + id, librarian))).isEqualTo(404);
    assertThat(audit.newest("HSC", 3))
        .extracting(AuditLog.Entry::action, AuditLog.Entry::actor)
        .contains(tuple("article-removed", "librarian.hsc"));
  }

  @Test
  void anAdministratorWritesTheAlliancesQuestions() throws Exception {
    Cookie alliance = staff("alliance");
    ResultActions sent =
        send(
            alliance,
            "/admin/content/articles/new",
            "section",
            "RETURNING",
            "titleZh",
            "可以請快遞還書嗎？",
            "titleEn",
            "Test: by courier?",
            "textZh",
            "不行，請親自到**櫃台**。",
            "textEn",
            "No.");
    assertThat(next(alliance, sent)).contains("聯盟的內容", "可以請快遞還書嗎？");
    assertThat(text(open("/faq"))).contains("可以請快遞還書嗎？", "<strong>櫃台</strong>");
  }

  @Test
  void whatIsMissingIsSaidBesideTheFieldAndNothingTypedIsLost() throws Exception {
    ResultActions sent =
        send(
            librarian,
            "/content/articles/new",
            "section",
            "NEWS",
            "since",
            "明天",
            "titleZh",
            "只有中文",
            "titleEn",
            " ",
            "textZh",
            "a".repeat(Article.TEXT_LENGTH + 1),
            "textEn",
            "x");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("只有中文", "兩種語言的標題都要寫", "內文最多 4000 個字", "請填公布日", "value=\"明天\"");
    assertThat(articles.of(HSC)).isEmpty();
  }

  @Test
  void anothersContentIsNotThere() throws Exception {
    String theirs = articles.of(null).get(0).id().toString();
    assertThat(status(open("/content/articles/" + theirs, librarian))).isEqualTo(404);
    assertThat(status(change(librarian, "/content", theirs, "0", "搶走"))).isEqualTo(404);
    send(librarian, "/content/articles/" + theirs + "/remove");
    assertThat(articles.find(UUID.fromString(theirs))).isPresent();
    assertThat(status(open("/content/articles/nonsense", librarian))).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/content", "/content/closed-days", "/content/contact"})
  void onlyLibrariansOpenTheirSchoolsPages(String path) throws Exception {
    assertThat(status(open(path, librarian))).isEqualTo(200);
    assertThat(status(open(path, staff("policy.hsc")))).isEqualTo(403);
    assertThat(status(open(path, staff("alliance")))).isEqualTo(403);
    assertThat(status(open("/admin/content", librarian))).isEqualTo(403);
  }

  @Test
  void closedDaysAreEnteredChangedAndRemoved() throws Exception {
    String id = UUID.randomUUID().toString();
    String[] form = {
      "id",
      id,
      "from",
      "2026-11-25",
      "to",
      "",
      "open",
      "false",
      "noteZh",
      "搬書",
      "noteEn",
      "Test move"
    };
    assertThat(next(librarian, send(librarian, DAYS, form))).contains("已經登記", "2026-11-25（三）");
    next(librarian, send(librarian, DAYS, form));
    assertThat(own()).hasSize(1);
    assertThat(text(open("/"))).contains("搬書");
    assertThat(text(open("/closed-days"))).contains("搬書");
    assertThat(text(open("/closed-days?by=school"))).contains("搬書");
    assertThat(text(open("/closed-days/HSC"))).contains("搬書");

    form[5] = "2026-11-27";
    form[7] = "true";
    assertThat(next(librarian, send(librarian, DAYS + "/" + id, form)))
        .contains("修改已經儲存", "2026-11-27（五）", "照常開館");
    assertThat(next(librarian, send(librarian, DAYS + "/" + id + "/remove"))).contains("已經刪除");
    assertThat(own()).isEmpty();
    assertThat(status(send(librarian, DAYS + "/" + id, form))).isEqualTo(404);
    assertThat(audit.newest("HSC", 3))
        .extracting(AuditLog.Entry::action)
        .containsExactly("closed-day-removed", "closed-day-changed", "closed-day-added");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 請填第一天",
    "2026-13-01, '', 請填第一天",
    "2026-11-25, 2026-11-24, 最後一天不能比第一天早",
    "2026-11-25, 明天, 請填最後一天",
    "2026-11-20, 2026-11-22, 這幾天已經過去了",
    "2026-11-22, '', 這幾天已經過去了",
    "2026-11-25, 2027-11-26, 一筆最多 366 天",
    "2062-11-25, '', 最多只能登記到兩年後"
  })
  void daysThatWillNotDoAreRefused(String from, String to, String why) throws Exception {
    ResultActions sent =
        send(librarian, DAYS, "from", from, "to", to, "noteZh", "搬書", "noteEn", "Test move");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains(why, "value=\"搬書\"");
    assertThat(own()).isEmpty();
  }

  @Test
  void anothersClosedDaysAreNotThere() throws Exception {
    ClosedDay theirs = closedDays.of(new SchoolCode("TAKMING"), time.clock().today()).get(0);
    String path = DAYS + "/" + theirs.id();
    assertThat(status(open(path, librarian))).isEqualTo(404);
    assertThat(next(librarian, send(librarian, path + "/remove"))).contains("已經不在了");
    assertThat(closedDays.find(theirs.school(), theirs.id())).isEqualTo(Optional.of(theirs));
  }

  @Test
  void aContactIsChangedAndSeenAtOnce() throws Exception {
    SchoolWindow before = SchoolWindow.of(schools.get(HSC));
    try {
      ResultActions sent =
          send(
              librarian,
              "/content/contact",
              "contactPhone",
              "03-0000-9999 #12",
              "contactEmail",
              "",
              "catalogueUrl",
              "https://books.hsc.example.org/",
              "passwordUrl",
              "");
      assertThat(next(librarian, sent)).contains("聯絡方式已經更新", "03-0000-9999 #12");
      assertThat(text(open("/contacts?q=HSC")))
          .contains("03-0000-9999 #12")
          .doesNotContain("library@hsc.example.org");
      assertThat(text(open("/catalogues?q=HSC"))).contains("https://books.hsc.example.org/");
    } finally {
      schools.changeWindow(HSC, before, "test");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "catalogueUrl, javascript:alert(1), 網址請從 https:// 或 http:// 開始",
    "passwordUrl, ftp://x, 網址請從 https:// 或 http:// 開始",
    "contactEmail, a b@example.org, 這不像電子郵件地址",
    "contactPhone, 找我, 電話請用數字"
  })
  void aContactThatWillNotDoIsRefused(String field, String typed, String why) throws Exception {
    ResultActions sent = send(librarian, "/content/contact", field, typed);
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains(why, "value=\"" + typed + "\"");
  }

  private List<ClosedDay> own() {
    return closedDays.of(HSC, time.clock().today()).stream()
        .filter(entry -> entry.noteEn().startsWith("Test"))
        .toList();
  }

  private ResultActions write(Cookie who, String desk, String id, String since, String title)
      throws Exception {
    return send(
        who,
        desk + "/articles/new",
        "id",
        id,
        "section",
        "NEWS",
        "since",
        since,
        "titleZh",
        title,
        "titleEn",
        "Test: new books",
        "textZh",
        "**五十冊**",
        "textEn",
        "Fifty.");
  }

  private ResultActions change(Cookie who, String desk, String id, String version, String title)
      throws Exception {
    return send(
        who,
        desk + "/articles/" + id,
        "version",
        version,
        "section",
        "NEWS",
        "since",
        "2026-11-23",
        "titleZh",
        title,
        "titleEn",
        "Test: new books",
        "textZh",
        "**五十冊**",
        "textEn",
        "Fifty.");
  }
}
