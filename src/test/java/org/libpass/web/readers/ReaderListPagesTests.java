package org.libpass.web.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.list.Problem;
import org.libpass.reader.list.ReaderLists;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** Importing a list of readers on the pages. */
class ReaderListPagesTests extends StaffPageTest {

  private static final String PAGE = "/readers/import";
  private static final String HEADS = "證號,姓名,身分,單位,效期,信箱\n";
  private static final Cookie ENGLISH = new Cookie("libpass-language", "en");

  @Autowired TaipeiClock clock;
  @Autowired MessageSource messages;

  private final String number = freshAccount();

  @Test
  void onlyLibrariansOfASchoolWithoutAConnectionHaveIt() throws Exception {
    Cookie here = staff("librarian.lanyang");
    assertThat(page(here, "/inbox")).contains("href=\"" + PAGE + "\"");
    assertThat(page(here, PAGE)).contains("匯入讀者名單", "不在名單上的讀者維持原樣");

    Cookie elsewhere = staff("librarian.ntut");
    assertThat(page(elsewhere, "/inbox")).doesNotContain(PAGE);
    for (ResultActions answer :
        new ResultActions[] {
          open(PAGE, elsewhere), upload(elsewhere, HEADS), send(elsewhere, PAGE, "text", HEADS)
        }) {
      assertThat(status(answer)).isEqualTo(404);
      assertThat(text(answer)).contains("已經和館際通連線");
    }
    for (String other : new String[] {"policy.lanyang", "alliance"}) {
      assertThat(status(open(PAGE, staff(other)))).isEqualTo(403);
    }
  }

  @Test
  void aFileIsShownBeforeItIsTaken() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    String preview = preview(upload(librarian, HEADS + line("<i>游</i>俊傑")));
    assertThat(page(librarian, preview))
        .contains("&lt;i&gt;游&lt;/i&gt;俊傑", "2028-06-30", "用 UTF-8 讀的", number)
        .doesNotContain("<i>游");
    assertThat(text(open(preview, librarian, ENGLISH)))
        .contains("What this list would change", "new readers");

    assertThat(next(librarian, send(librarian, preview)))
        .contains("已經匯入：新增 1 位，變更 0 位，沒有變的 0 位。", "上次匯入");
    assertThat(next(librarian, send(librarian, preview))).contains("已經匯入：新增 1 位");
    assertThat(status(open(preview, librarian))).isEqualTo(404);
  }

  @Test
  void whatIsPastedIsAListTooAndWhatChangesIsStruckThrough() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    send(librarian, preview(upload(librarian, HEADS + line("游俊傑"))));
    String pasted = (HEADS + line("游大傑")).replace(',', '\t');
    String preview = preview(send(librarian, PAGE, "text", pasted));
    assertThat(page(librarian, preview)).contains("<s class=\"small-print\">游俊傑</s>");
    assertThat(next(librarian, send(librarian, preview + "/drop"))).contains("沒有匯入，內容已經刪掉");
    assertThat(status(open(preview, librarian))).isEqualTo(404);
  }

  @Test
  void bigFiveIsToldApart() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    byte[] file = (HEADS + line("許功蓋")).getBytes(Charset.forName("Big5"));
    assertThat(page(librarian, preview(upload(librarian, file)))).contains("用 Big5 讀的", "許功蓋");
  }

  @Test
  void whatIsWrongIsSaidByLineAndWhatWasPastedIsKept() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    String text = HEADS + number + ",=cmd|' /C calc'!A0,,,115/6/30,<script>alert(1)</script>\n";
    ResultActions answer = send(librarian, PAGE, "text", text);
    assertThat(status(answer)).isEqualTo(422);
    assertThat(text(answer))
        .contains("名單還有 3 個地方要改", "第 2 行的「姓名」：「=cmd", "像是民國年")
        .contains("「&lt;script&gt;alert(1)&lt;/script&gt;」不是可以寄信的電子郵件")
        .contains("證號,姓名,身分,單位,效期,信箱\n" + number + ",=cmd|&#39; /C calc")
        .doesNotContain("<script>alert");
    assertThat(status(send(librarian, PAGE, "text", " "))).isEqualTo(422);
  }

  @Test
  void ofVeryManyFaultsTheFirstAreShown() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    String lines =
        IntStream.range(0, 60)
            .mapToObj(one -> number + one + ",王?明,,,,\n")
            .collect(Collectors.joining());
    assertThat(text(upload(librarian, HEADS + lines)))
        .contains("名單還有 60 個地方要改", "第 51 行", "還有 10 個")
        .doesNotContain("第 52 行");
  }

  @Test
  void aFileAndATextAreOneTooMany() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    ResultActions answer =
        mvc.perform(
            multipart(PAGE)
                .file(file(HEADS.getBytes(StandardCharsets.UTF_8)))
                .param("text", HEADS)
                .cookie(librarian)
                .with(csrf()));
    assertThat(status(answer)).isEqualTo(422);
    assertThat(text(answer)).contains("請只留一個");
  }

  @Test
  void aFileThatIsTooLargeIsSaidSo() throws Exception {
    byte[] large = new byte[ReaderLists.MOST_BYTES + 1];
    Cookie librarian = staff("librarian.lanyang");
    assertThat(text(upload(librarian, large))).contains("名單超過 3072 KB");
    ResultActions refused =
        mvc.perform(post(PAGE).cookie(librarian).content(new byte[5 * 1024 * 1024]));
    assertThat(next(librarian, refused)).contains("名單超過 3072 KB");
  }

  @Test
  void aListThatIsGoneIsSaidSo() throws Exception {
    Cookie librarian = staff("librarian.lanyang");
    String preview = preview(upload(librarian, HEADS + line("游俊傑")));
    assertThat(status(open(preview, staff("librarian2.lanyang")))).isEqualTo(404);
    clock.advance(Duration.ofHours(1));
    Cookie later = staff("librarian.lanyang");
    assertThat(next(later, send(later, preview))).contains("這份名單已經不在了");
    assertThat(status(open(PAGE + "/nonsense", later))).isEqualTo(404);
  }

  @Test
  void everyFaultHasItsSentence() {
    for (Problem.Kind kind : Problem.Kind.values()) {
      for (var language : new Locale[] {Locale.TAIWAN, Locale.ENGLISH}) {
        assertThat(
                messages.getMessage("readers.problem." + kind, new Object[] {"x", "1"}, language))
            .isNotBlank();
      }
    }
  }

  private String line(String name) {
    return number + "," + name + ",學生,觀光系,2028-06-30," + number + "@example.org\n";
  }

  private ResultActions upload(Cookie librarian, String file) throws Exception {
    return upload(librarian, file.getBytes(StandardCharsets.UTF_8));
  }

  private ResultActions upload(Cookie librarian, byte[] file) throws Exception {
    return mvc.perform(multipart(PAGE).file(file(file)).cookie(librarian).with(csrf()));
  }

  private static MockMultipartFile file(byte[] content) {
    return new MockMultipartFile("file", "readers.csv", "text/csv", content);
  }

  private static String preview(ResultActions uploaded) {
    String to = uploaded.andReturn().getResponse().getRedirectedUrl();
    assertThat(to).isNotNull().startsWith(PAGE + "/");
    return to;
  }
}
