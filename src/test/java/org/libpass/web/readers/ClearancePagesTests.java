package org.libpass.web.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.Cookie;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** A librarian brings a list of those who leave, and marks those who have nothing left. */
class ClearancePagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CUFA");
  private static final SchoolCode LENDER = new SchoolCode("CUTE");

  @Autowired private JdbcClient jdbc;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.cufa");
  }

  @AfterEach
  void backToTheStart() {
    time.set(TestTime.START);
  }

  @Test
  void saysWhoHasWhatAndMarksWhoIsClear() throws Exception {
    Reader clear = readers.get(people.student(HOME));
    Card card = cardWithABook();
    Reader borrower = readers.get(card.reader());
    Reader overdue = readers.get(people.signedIn(HOME, 2));
    Reader unknown = readers.get(people.signedIn(HOME, 11));
    String list =
        String.join(
            "\n",
            clear.number().toUpperCase(),
            borrower.number(),
            overdue.number(),
            "",
            clear.number(),
            "nobody-here",
            "9".repeat(50),
            unknown.number());

    String path = brought(list);
    String shown = page(librarian, path);

    assertThat(shown).contains("還沒清 2", "查不全 1", "都清了 1", "沒用過館際通 1", "空白行 1", "太長 1", "重複 1");
    assertThat(shown)
        .contains(borrower.name(), "有效的借書證 1 張", "還有 1 冊沒還", overdue.name(), "逾期 2 冊")
        .doesNotContain(clear.name() + "<", "reader@example.org");
    assertThat(page(librarian, path + "?state=CLEAR")).contains(clear.name(), "沒有未清的");
    assertThat(page(librarian, path + "?state=UNKNOWN")).contains(unknown.name(), "未知");
    assertThat(page(librarian, path + "?state=TWICE")).contains("第 1 行已經有了");
    assertThat(page(librarian, path + "?state=NOBODY")).contains("nobody-here");

    var wrong = send(librarian, path + "/leave", "from", "昨天", "unknownToo", "true");
    assertThat(status(wrong)).isEqualTo(422);
    assertThat(text(wrong)).contains("請選一個日期", "value=\"昨天\"", "checked");
    assertThat(next(librarian, send(librarian, path + "/leave", "from", "2026-11-30")))
        .contains("標記了 1 位讀者");
    assertThat(readers.get(clear.id()).leavingFrom()).isEqualTo("2026-11-30");
    assertThat(readers.get(unknown.id()).leavingFrom()).isNull();
    assertThat(readers.get(borrower.id()).leavingFrom()).isNull();
    next(librarian, send(librarian, path + "/leave", "from", "2026-11-30", "unknownToo", "true"));
    assertThat(readers.get(unknown.id()).leavingFrom()).isEqualTo("2026-11-30");
  }

  @Test
  void aLenderThatCannotBeAskedIsNeverNone() throws Exception {
    Card card = printedCard(HOME);
    cards.cancel(card.id());
    Reader reader = readers.get(card.reader());
    String path = brought(reader.number());
    assertThat(page(librarian, path)).contains("查不全 1", "剛結束的證 1 張");

    jdbc.sql("update slot set state = 'FREE', card = null where card = :card")
        .param("card", card.id())
        .update();
    assertThat(page(librarian, path)).contains("都清了 1");
  }

  @Test
  void savesAllOfItAsAFile() throws Exception {
    Reader clear = readers.get(people.student(HOME));
    String path = brought(clear.number() + "\n=1+1\n");

    var saved = open(path + "/clearance.csv", librarian);

    assertThat(saved.andReturn().getResponse().getContentType()).startsWith("text/csv");
    assertThat(saved.andReturn().getResponse().getHeader("Content-Disposition"))
        .contains("clearance-2026-11-23.csv");
    assertThat(text(saved))
        .startsWith("\uFEFF行,")
        .contains("\r\n1," + clear.number() + "," + clear.name() + ",都清了,")
        .containsPattern("\r\n2,\"?'=1\\+1\"?,\"?\"?,沒用過館際通\r\n");
  }

  @Test
  void readsFilesOfUtf8AndBig5() throws Exception {
    Reader one = readers.get(people.student(HOME));
    for (Charset charset :
        new Charset[] {StandardCharsets.UTF_8, Charset.forName("x-windows-950")}) {
      byte[] file = ("讀者證號,姓名\r\n" + one.number() + ",王小明\r\n").getBytes(charset);
      var sent = upload(file, "");
      assertThat(next(librarian, sent)).as(charset.name()).contains(one.name());
    }
  }

  @Test
  void whatCannotBeReadIsSaidAndKept() throws Exception {
    assertThat(text(upload(new byte[] {(byte) 0xFF, (byte) 0x81, 1}, ""))).contains("既不是 UTF-8");
    assertThat(text(upload(new byte[] {'a'}, "cufa001"))).contains("請只留一個", ">cufa001</textarea>");
    assertThat(text(send(librarian, "/clearance", "text", " \n"))).contains("名單裡沒有讀者證號");
    String tooLong =
        IntStream.rangeClosed(0, 3000).mapToObj(i -> "n" + i).collect(Collectors.joining("\n"));
    var refused = send(librarian, "/clearance", "text", tooLong);
    assertThat(status(refused)).isEqualTo(422);
    assertThat(text(refused)).contains("一次最多 3,000 行", "n2999");
    assertThat(page(librarian, "/clearance?size=too-large")).contains("名單太長了");
  }

  @Test
  void aLongListIsAnsweredInPages() throws Exception {
    String list = IntStream.range(0, 3000).mapToObj(i -> "n" + i).collect(Collectors.joining("\n"));
    String path = brought(list);

    assertThat(page(librarian, path))
        .contains("沒用過館際通 3000", "n49<", "page=2")
        .doesNotContain("n50<");
    assertThat(page(librarian, path + "?page=60")).contains("n2999<").doesNotContain("page=61");
  }

  @Test
  void aListIsTheLibrariansWhoBroughtItAndDoesNotStay() throws Exception {
    Reader reader = readers.get(people.student(HOME));
    String path = brought(reader.number());

    for (String other : new String[] {"librarian2.cufa", "librarian.cute"}) {
      assertThat(status(open(path, staff(other)))).as(other).isEqualTo(404);
      assertThat(status(open(path + "/clearance.csv", staff(other)))).isEqualTo(404);
      assertThat(status(send(staff(other), path + "/leave", "from", "2026-11-30"))).isEqualTo(404);
    }
    assertThat(readers.get(reader.id()).leavingFrom()).isNull();
    assertThat(status(open("/clearance/nonsense", librarian))).isEqualTo(404);
    assertThat(status(open("/clearance/" + UUID.randomUUID(), librarian))).isEqualTo(404);
    assertThat(status(open("/clearance", staff("policy.cufa")))).isEqualTo(403);
    time.set(time.clock().instant().plus(Duration.ofMinutes(61)));
    Cookie later = staff("librarian.cufa");
    assertThat(text(open(path, later))).contains("名單只留一小時");
  }

  @Test
  void anotherSchoolsReaderIsNobodyHere() throws Exception {
    Reader stranger = readers.get(people.student(LENDER));

    assertThat(page(librarian, brought(stranger.number())))
        .contains("沒用過館際通 1")
        .doesNotContain(stranger.name());
  }

  private Card cardWithABook() {
    Card card = printedCard(HOME);
    desk.lend(
        LENDER,
        card.id(),
        new Loan.Item("LEFT-" + card.number(), "百年孤寂", "圖書"),
        new Desk.Librarian("librarian.cute", true, true));
    return cards.get(card.id());
  }

  private String brought(String list) throws Exception {
    ResultActions sent = send(librarian, "/clearance", "text", list);
    String to = sent.andReturn().getResponse().getRedirectedUrl();
    assertThat(to).startsWith("/clearance/");
    return to;
  }

  private ResultActions upload(byte[] file, String text) throws Exception {
    return mvc.perform(
        multipart("/clearance")
            .file(new MockMultipartFile("file", "list.csv", "text/csv", file))
            .param("text", text)
            .cookie(librarian)
            .with(csrf()));
  }
}
