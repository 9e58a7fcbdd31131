package org.libpass.web.open;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.content.Article;
import org.libpass.content.Articles;
import org.libpass.content.Section;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the alliance and the schools write, as visitors read it. */
class NewsAndQuestionsTests extends StaffPageTest {

  private static final SchoolCode HDUT = new SchoolCode("HDUT");

  @Autowired Articles articles;
  @Autowired TaipeiClock clock;

  private final List<Article> written = new ArrayList<>();

  @AfterEach
  void remove() {
    written.forEach(article -> articles.remove(article, "test"));
  }

  @Test
  void newsIsMarkedForAWeek() throws Exception {
    write(null, Section.NEWS, 6, "六天前的消息");
    write(null, Section.NEWS, 7, "七天前的消息");

    String home = text(open("/"));
    assertThat(home)
        .containsPattern("(?s)NEW</strong></p>\\s*<a [^>]*>六天前的消息")
        .doesNotContainPattern("(?s)NEW</strong></p>\\s*<a [^>]*>七天前的消息")
        .contains("七天前的消息");
  }

  @Test
  void tomorrowsNewsIsNowhereYet() throws Exception {
    Article tomorrow = write(null, Section.NEWS, -1, "明天的消息");

    assertThat(text(open("/"))).doesNotContain("明天的消息");
    assertThat(text(open("/news"))).doesNotContain("明天的消息");
    assertThat(status(open("/news/" + tomorrow.id()))).isEqualTo(404);
  }

  @Test
  void aSchoolsNewsIsInTheListAndAtHomeForItsReaders() throws Exception {
    Article theirs = write(HDUT, Section.NEWS, 0, "宏國的消息");

    assertThat(text(open("/"))).doesNotContain("宏國的消息");
    Cookie reader = reader("HDUT", "hdut001");
    assertThat(page(reader, "/")).contains("宏國的消息");
    assertThat(text(open("/news"))).contains("宏國的消息", "熱門的書請提早申請");
    assertThat(text(open("/news?school=HDUT"))).contains("宏國的消息").doesNotContain("熱門的書請提早申請");
    assertThat(text(open("/news/" + theirs.id()))).contains("宏國的消息", "<strong>內文</strong>");
  }

  @Test
  void twentyAreOnAPage() throws Exception {
    for (int i = 1; i <= 21; i++) {
      write(HDUT, Section.NEWS, 30 - i, "第" + i + "則");
    }
    assertThat(text(open("/news?school=HDUT")))
        .contains("第21則<", "第2則<", "href=\"/news?school=HDUT&amp;page=2\"")
        .doesNotContain("第1則<");
    assertThat(text(open("/news?school=HDUT&page=2"))).contains("第1則<").doesNotContain("第2則<");
    assertThat(text(open("/news?school=HDUT&page=3"))).contains("沒有更早的消息了");
  }

  @Test
  void whatLooksLikeCodeIsShownAsTyped() throws Exception {
    Article odd =
        new Article(
            UUID.randomUUID(),
            0,
            null,
            Section.NEWS,
            clock.today(),
            "<i>斜</i>",
            "x",
            "<script>alert(1)</script>",
            "x");
    articles.write(odd, "test");
    written.add(odd);

    assertThat(text(open("/news/" + odd.id())))
        .contains("&lt;i&gt;斜&lt;/i&gt;", "&lt;script&gt;alert(1)")
        .doesNotContain("<i>斜", "<script>");
  }

  @Test
  void questionsStandUnderTheirHeadingsAndASchoolAddsItsOwn() throws Exception {
    write(HDUT, Section.BORROWING, 0, "宏國怎麼入館？");

    assertThat(text(open("/faq")))
        .containsSubsequence("登入和開通", "要用哪一組帳號登入？", "借書", "到別校借書要帶什麼？")
        .doesNotContain("宏國怎麼入館？");
    assertThat(text(open("/faq?school=hdut"))).contains("宏國怎麼入館？");
    assertThat(page(reader("HDUT", "hdut001"), "/faq")).contains("宏國怎麼入館？");
    assertThat(page(reader("HDUT", "hdut001"), "/faq?school=")).doesNotContain("宏國怎麼入館？");
    assertThat(text(open("/faq?school=LHU"))).contains("這所學校沒有另外的說明");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/news?page=0",
        "/news?page=x",
        "/news?page=999999",
        "/news?school=%27",
        "/faq?school=NO"
      })
  void nonsenseInTheAddressIsNoMistake(String address) throws Exception {
    assertThat(status(open(address))).isEqualTo(200);
  }

  @Test
  void anAddressOfNothingSaysSo() throws Exception {
    assertThat(status(open("/news/nothing"))).isEqualTo(404);
    assertThat(text(open("/news/" + UUID.randomUUID()))).contains("這則消息已經撤下");
  }

  private Article write(@Nullable SchoolCode school, Section section, int daysAgo, String title) {
    Article article =
        new Article(
            UUID.randomUUID(),
            0,
            school,
            section,
            clock.today().minusDays(daysAgo),
            title,
            "In English",
            "**內文**",
            "**Text**");
    articles.write(article, "test");
    written.add(article);
    return article;
  }
}
