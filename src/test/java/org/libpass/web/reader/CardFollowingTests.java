package org.libpass.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;

/** Where a card stands, in words and in the drawing of its process; losing it; showing it. */
class CardFollowingTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("YPU");
  private static final SchoolCode LENDER = new SchoolCode("LANYANG");
  private static final Desk.Librarian CLERK = new Desk.Librarian("librarian.lanyang", true, true);
  private static final AtomicInteger STUDENTS = new AtomicInteger(1700);

  private Cookie session;
  private UUID reader;

  @AfterEach
  void backToToday() {
    time.set(TestTime.START);
  }

  private void comes(int number) throws Exception {
    reader = people.signedIn(HOME, number);
    session = reader("YPU", "ypu%03d".formatted(number));
    people.activated(reader);
  }

  private Card getsACard() throws Exception {
    comes(STUDENTS.incrementAndGet());
    return ((Answer.Issued) applications.apply(reader)).card();
  }

  /** The card's page, in a language. */
  private Document page(Card card, String language) throws Exception {
    String path = card.wasIssued() ? "/me/cards/" + card.number() : "/me/applications/" + card.id();
    return Jsoup.parse(text(open(path, session, new Cookie("libpass-language", language))));
  }

  private void standsAt(Card card, String zh, String en) throws Exception {
    assertThat(page(card, "zh-TW").select("[aria-current=step] > span").eachText())
        .containsExactly(zh);
    Document english = page(card, "en");
    assertThat(english.select("[aria-current=step] > span").eachText()).containsExactly(en);
    assertThat(String.join(" ", english.select(".shape-current text").eachText())).isEqualTo(en);
  }

  @Test
  void theStepOfEachStateIsMarked() throws Exception {
    Card card = getsACard();
    standsAt(card, "已申請：等待列印", "Issued: to be printed");
    cards.print(card.id());
    standsAt(card, "已列印：等待借書", "Printed: to be used");
    desk.lend(LENDER, card.id(), new Loan.Item("F-1", null, null), CLERK);
    standsAt(card, "使用中：書在讀者手上", "In use: books out");
    desk.takeBack(LENDER, "F-1", CLERK);
    standsAt(card, "使用中：書都還了", "In use: all back");
    cards.done(card.id());
    standsAt(card, "已結束：額度整理中", "Over: slot is settling");
  }

  @Test
  void anOverdueBookIsFollowedUpBesideTheStep() throws Exception {
    Card card = getsACard();
    cards.print(card.id());
    desk.lend(LENDER, card.id(), new Loan.Item("F-2", null, null), CLERK);
    time.set(LocalDate.of(2027, 1, 20));
    timers.fireDue();
    assertThat(page(card, "zh-TW").select("[aria-current=step] > span").eachText())
        .containsExactly("不再借書：等待還書", "追蹤逾期未還");
    desk.takeBack(LENDER, "F-2", CLERK);
  }

  @Test
  void theDrawingHasEveryStepAndWay() throws Exception {
    Document page = page(getsACard(), "zh-TW");
    assertThat(page.select(".process-drawing rect")).hasSize(11);
    assertThat(page.select(".process-drawing .way").eachAttr("d"))
        .hasSize(44)
        .contains("M140 215L140 75L330 75", "M1040 430L1360 430L1360 270");
    assertThat(page.select(".process-drawing .way-head")).hasSize(44);
    assertThat(page.select(".process-steps li")).hasSize(7);
    assertThat(page.select("[style]")).isEmpty();
  }

  @Test
  void sinceWhenItWaitsIsSaidAsOneWouldSayIt() throws Exception {
    comes(11); // whose library does not tell everything, so that a librarian is asked
    UUID application = ((Answer.Referred) applications.apply(reader)).application();
    Card card = cards.get(application);
    assertThat(since(card, "zh-TW")).isEqualTo("今天 09:00開始，等您學校的圖書館審核。");
    time.set(LocalDate.of(2026, 11, 24));
    assertThat(since(card, "en")).isEqualTo("Waiting for your library since yesterday.");
    time.set(LocalDate.of(2026, 11, 27));
    assertThat(since(card, "zh-TW")).isEqualTo("星期一開始，等您學校的圖書館審核。");
    assertThat(since(card, "en")).isEqualTo("Waiting for your library since Monday.");
    time.set(LocalDate.of(2026, 11, 30));
    assertThat(since(card, "en")).isEqualTo("Waiting for your library since 2026-11-23 (Mon).");
    standsAt(card, "館員審核申請", "Reviewed by a librarian");
    applications.withdraw(application);
    assertThat(page(cards.get(application), "en").select(".shape-current text").eachText())
        .containsExactly("Not issued");
  }

  private String since(Card card, String language) throws Exception {
    return page(card, language).select(".since").text();
  }

  @Test
  void aLostCardGetsNewCodesAndSaysSo() throws Exception {
    Card card = getsACard();
    final Document before = page(card, "zh-TW");
    String path = "/me/cards/" + card.number();

    String after = next(session, send(session, path + "/lost"));

    assertThat(after).contains("換好了，舊的碼已經失效", "第 2 版，之前印的都已失效", "您掛失了借書證");
    for (String code : List.of(".qr path", ".card-back figure:first-child path")) {
      assertThat(Jsoup.parse(after).select(code).attr("d"))
          .isNotEqualTo(before.select(code).attr("d"));
    }
    cards.cancel(card.id());
    assertThat(next(session, send(session, path + "/lost"))).contains("這張證已經結束，不用掛失");
    assertThat(cards.get(card.id()).generation()).isEqualTo(2);
  }

  @Test
  void thePhonePageShowsTheCardAloneWhileItIsOpen() throws Exception {
    Card card = getsACard();
    String path = "/me/cards/" + card.number() + "/phone";
    Document phone = Jsoup.parse(page(session, path));
    assertThat(phone.select(".site-header, .site-footer")).isEmpty();
    assertThat(phone.select(".qr, .barcode")).hasSize(3);
    assertThat(phone.text()).contains(card.number().value(), "接受手機的圖書館", "中國科技大學");

    cards.cancel(card.id());
    assertThat(open(path, session).andReturn().getResponse().getRedirectedUrl())
        .isEqualTo("/me/cards/" + card.number());
  }

  @Test
  void anotherReadersCardIsNeitherShownNorLost() throws Exception {
    Card card = getsACard();
    comes(STUDENTS.incrementAndGet());
    String path = "/me/cards/" + card.number();
    assertThat(status(open(path + "/phone", session))).isEqualTo(404);
    assertThat(status(send(session, path + "/lost"))).isEqualTo(404);
    assertThat(cards.get(card.id()).generation()).isEqualTo(1);
  }

  @Test
  void aLibrarianSeesTheSameDrawing() throws Exception {
    Card card = getsACard();
    Document page = Jsoup.parse(page(staff("librarian.ypu"), "/cards/" + card.number()));
    assertThat(Set.copyOf(page.select("[aria-current=step] > span").eachText()))
        .containsExactly("已申請：等待列印");
  }
}
