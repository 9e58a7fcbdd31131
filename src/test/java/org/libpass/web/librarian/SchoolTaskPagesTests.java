package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.circulation.LoanDetection;
import org.libpass.circulation.Silences;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.message.Messages;
import org.libpass.process.Inbox;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks about schools: what another one has written, and one's own library system. */
class SchoolTaskPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("HDUT");
  private static final SchoolCode LENDER = new SchoolCode("AEUST");

  @Autowired Messages messages;
  @Autowired Silences silences;
  @Autowired LoanDetection detection;
  @Autowired Standin standin;

  @AfterEach
  void leaveNothing() {
    standin.setFault(LENDER, StandinFault.NONE);
    for (Card card : cards.waiting().stream().filter(it -> it.school().equals(HOME)).toList()) {
      cards.revoke(card.id(), "librarian.hdut", "end of the test");
    }
    later(Duration.ofMinutes(31));
    detection.sweep();
    silences.review();
    for (SchoolCode school : List.of(HOME, LENDER)) {
      for (Inbox.Task task : inbox.open(school)) {
        if (task.kind() == Inbox.Kind.MESSAGE) {
          messages.read(task.subject(), "librarian.hdut");
        }
      }
      assertThat(inbox.open(school)).isEmpty();
    }
    timers.fireDue();
    time.set(TestTime.START);
  }

  @Test
  void aMessageIsReadAndAnswered() throws Exception {
    Card card = printedCard(HOME);
    Reader reader = readers.get(card.reader());
    String path = sent(card, "<b>第 3 冊</b>\n有人在等");
    Cookie librarian = staff("librarian.hdut");

    assertThat(page(librarian, "/inbox")).contains("別校的訊息", "來自");
    assertThat(page(librarian, path))
        .contains("&lt;b&gt;第 3 冊&lt;/b&gt;", "/cards/" + card.number(), "B-7")
        .doesNotContain("<b>第 3 冊");
    assertThat(english(librarian, path)).contains("Read, no answer needed");

    var empty = send(librarian, path + "/answer", "text", "  ");
    assertThat(status(empty)).isEqualTo(422);
    assertThat(text(empty)).contains("請寫幾句話");
    String kept = "長".repeat(1001);
    assertThat(text(send(librarian, path + "/answer", "text", kept))).contains("最多 1000 字", kept);

    assertThat(next(librarian, send(librarian, path + "/answer", "text", "週五寄出")))
        .contains("回覆送出了");
    assertThat(next(librarian, send(librarian, path + "/answer", "text", "週五寄出")))
        .contains("這件待辦已經結束了");

    Cookie lender = staff("librarian.aeust");
    String back = "/inbox/" + onlyTask(LENDER);
    assertThat(page(lender, back))
        .contains("週五寄出", "之前的往來", "有人在等", card.number().value())
        .doesNotContain(reader.name(), "/cards/" + card.number());
    assertThat(next(lender, send(lender, back + "/read"))).contains("這則訊息處理完了");
    assertThat(inbox.open(LENDER)).isEmpty();
  }

  @Test
  void aMessageThatAColleagueHasCanBeReadButNotAnswered() throws Exception {
    String path = sent(printedCard(HOME), "請聯絡讀者");
    Cookie librarian = staff("librarian.hdut");
    Cookie colleague = staff("librarian2.hdut");
    send(librarian, path + "/claim");

    assertThat(page(colleague, path)).contains("請聯絡讀者", "正在處理這件").doesNotContain("/answer\"");
    assertThat(next(colleague, send(colleague, path + "/read"))).contains("這件已經有同事在處理");
    assertThat(next(colleague, send(colleague, path + "/answer", "text", "好")))
        .contains("這件已經有同事在處理");
    assertThat(inbox.open(HOME)).hasSize(1);
  }

  @Test
  void anotherSchoolSeesNothingOfAMessage() throws Exception {
    String path = sent(printedCard(HOME), "請聯絡讀者");
    Cookie stranger = staff("librarian.uch");

    assertThat(status(open(path, stranger))).isEqualTo(404);
    for (String action : List.of("/read", "/answer", "/check")) {
      assertThat(next(stranger, send(stranger, path + action, "text", "好"))).contains("這件待辦已經結束了");
    }
    assertThat(inbox.open(HOME)).hasSize(1);
  }

  @Test
  void aSilentSystemIsShownToItsOwnLibrariansAndAskedAtOnce() throws Exception {
    printedCard(HOME);
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    later(Duration.ofMinutes(31));
    detection.sweep();
    later(Duration.ofDays(1));
    detection.sweep();
    silences.review();
    String path = "/inbox/" + onlyTask(LENDER);
    Cookie librarian = staff("librarian.aeust");

    assertThat(page(librarian, "/inbox")).contains("連線中斷", "本校的館藏系統");
    assertThat(page(librarian, path)).contains("一直問不到本校的館藏系統", "接不上", "現在問一次");
    assertThat(english(librarian, path)).contains("your library system could not be asked");
    assertThat(status(open(path, staff("librarian.hdut")))).isEqualTo(404);
    later(Duration.ofMinutes(1));
    assertThat(next(librarian, send(librarian, path + "/check"))).contains("還是沒有回答");

    standin.setFault(LENDER, StandinFault.NONE);
    later(Duration.ofMinutes(1));
    assertThat(next(librarian, send(librarian, path + "/check"))).contains("館藏系統有回答了");
    assertThat(inbox.open(LENDER)).isEmpty();
  }

  private String sent(Card card, String text) {
    messages.send(LENDER, HOME, card.id(), "B-7", text, "librarian.aeust");
    return "/inbox/" + onlyTask(HOME);
  }

  private String onlyTask(SchoolCode school) {
    return inbox.open(school).stream()
        .map(Inbox.Task::id)
        .reduce((one, other) -> UUID.randomUUID().toString())
        .orElseThrow();
  }

  private void later(Duration duration) {
    time.set(time.clock().instant().plus(duration));
  }

  private String english(Cookie session, String path) throws Exception {
    return text(mvc.perform(get(path).cookie(session).locale(Locale.ENGLISH)));
  }
}
