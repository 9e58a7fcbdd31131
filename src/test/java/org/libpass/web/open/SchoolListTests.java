package org.libpass.web.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.web.StaffPageTest;

/** Catalogues and contacts of the schools, and the guide. */
class SchoolListTests extends StaffPageTest {

  private static final Pattern PICTURE =
      Pattern.compile("<img src=\"/assets/img/guide/([a-z-]+)-[0-9a-f]+\\.png\"");
  private static final long LARGEST_BYTES = 60 * 1024;

  @Test
  void allSchoolsAreListed() throws Exception {
    assertThat(text(open("/catalogues")))
        .contains("共 39 所學校", "href=\"https://catalogue.ntut.example.org/\"");
    assertThat(text(open("/contacts")))
        .contains(
            "共 39 所學校", "href=\"tel:02-0000-0101\"", "href=\"mailto:library@ntut.example.org\"");
  }

  @ParameterizedTest
  @CsvSource({
    "NTUT, 國立臺北科技大學",
    "ntut, 國立臺北科技大學",
    "國立台北科技, 國立臺北科技大學",
    "university technology national, 國立臺北科技大學",
    "ｎｔｕｔ, 國立臺北科技大學",
    "台北海洋, 台北海洋技術學院",
    "臺北海洋, 台北海洋技術學院",
    "花蓮, 大漢技術學院",
    "Hualien, 大漢技術學院"
  })
  void aSchoolIsFound(String words, String name) throws Exception {
    String found = text(mvc.perform(get("/contacts").param("q", words)));
    assertThat(found).contains("<strong>" + name + "</strong>").doesNotContain("明志科技大學");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "<b>", "沒有這所學校"})
  void nothingFoundSaysWhatToDo(String words) throws Exception {
    String found = text(mvc.perform(get("/catalogues").param("q", words)));
    assertThat(found).contains("沒有符合的學校").doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-TW", "en"})
  void theGuidesPicturesAreThereAndSmall(String language) throws Exception {
    var pictures =
        PICTURE
            .matcher(text(open("/guide?lang=" + language)))
            .results()
            .map(MatchResult::group)
            .map(tag -> tag.replaceAll(".*/([a-z-]+)-[0-9a-f]+\\.png\"", "$1"))
            .toList();
    assertThat(pictures).hasSize(7).allSatisfy(SchoolListTests::isSmall);
  }

  private static void isSmall(String picture) throws IOException {
    Path file = Path.of("src/main/resources/static/img/guide", picture + ".png");
    assertThat(Files.size(file)).as(picture).isPositive().isLessThanOrEqualTo(LARGEST_BYTES);
  }
}
