package org.libpass.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.message.Message;
import org.libpass.message.Messages;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A lending school writes to the home school about a loan. */
class LoanMessagePagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CUFA");
  private static final SchoolCode LENDER = new SchoolCode("TCUST");
  private static final Desk.Librarian CLERK = new Desk.Librarian("librarian.tcust", true, true);

  @Autowired Messages messages;

  private Cookie librarian;
  private Card card;
  private String path;

  @BeforeEach
  void lend() throws Exception {
    librarian = staff("librarian.tcust");
    card = printedCard(HOME);
    desk.lend(LENDER, card.id(), new Loan.Item("M/1&2", "被留言的書", "圖書"), CLERK);
    path = "/loans/" + card.number() + "/message";
  }

  @AfterEach
  void leaveNothing() {
    desk.takeBack(LENDER, "M/1&2", CLERK);
    cards.revoke(card.id(), "librarian.cufa", "end of the test");
    for (Message one : messages.about(card.id(), HOME)) {
      messages.read(one.id(), "librarian.cufa");
    }
  }

  @Test
  void theListLeadsToAFormAboutTheLoan() throws Exception {
    assertThat(page(librarian, "/loans?q=被留言的書")).contains(path + "?item=M/1%262");

    Reader reader = readers.get(card.reader());
    assertThat(form())
        .contains("留言給崇右影藝科技大學", "被留言的書", reader.maskedName(), "還沒有留言")
        .doesNotContain(reader.name(), reader.number());
  }

  @Test
  void whatIsWrittenReachesTheHomeSchoolAndTheAnswerIsShown() throws Exception {
    assertThat(sent("<b>請提醒讀者還書</b>")).contains("留言已經送到", "&lt;b&gt;請提醒讀者還書&lt;/b&gt;", "還沒有人看");

    Message sent = messages.about(card.id(), HOME).get(0);
    assertThat(sent.to()).isEqualTo(HOME);
    assertThat(sent.barcode()).isEqualTo("M/1&2");
    assertThat(inbox.open(HOME)).anyMatch(task -> task.subject().equals(sent.id()));
    messages.answer(sent.id(), "librarian.cufa", "已經打過電話");

    assertThat(form()).contains("已經打過電話", "看過了", "崇右影藝科技大學寫的");
    messages.about(card.id(), HOME).forEach(one -> messages.read(one.id(), "librarian.tcust"));
  }

  @Test
  void anEmptyOrOverlongTextIsAnsweredBesideTheField() throws Exception {
    var empty = send(librarian, path, "item", "M/1&2", "text", " \n ");
    assertThat(status(empty)).isEqualTo(422);
    assertThat(text(empty)).contains("請寫下要告訴他們的事");
    String longest = "長".repeat(1000);
    assertThat(text(send(librarian, path, "item", "M/1&2", "text", longest + "了")))
        .contains("留言最多 1,000 字", longest + "了");
    assertThat(messages.about(card.id(), HOME)).isEmpty();
    assertThat(sent(longest)).contains("留言已經送到");
  }

  @Test
  void onlyTheSchoolThatLentItWrites() throws Exception {
    for (String account : new String[] {"librarian.cufa", "librarian.ctcn"}) {
      Cookie other = staff(account);
      assertThat(status(form(other))).as(account).isEqualTo(404);
      assertThat(status(send(other, path, "item", "M/1&2", "text", "不"))).isEqualTo(404);
    }
    assertThat(status(open(path, librarian))).isEqualTo(404);
    assertThat(status(open("/loans/nonsense/message?item=M", librarian))).isEqualTo(404);
    assertThat(messages.about(card.id(), HOME)).isEmpty();
  }

  /** The page that follows on sending. */
  private String sent(String text) throws Exception {
    var answer = send(librarian, path, "item", "M/1&2", "text", text);
    String next = answer.andReturn().getResponse().getRedirectedUrl();
    assertThat(next).isEqualTo(path + "?item=M%2F1%262");
    return text(mvc.perform(get(URI.create(next)).cookie(librarian)));
  }

  private String form() throws Exception {
    return text(form(librarian));
  }

  private ResultActions form(Cookie who) throws Exception {
    return mvc.perform(get(path).param("item", "M/1&2").cookie(who));
  }
}
