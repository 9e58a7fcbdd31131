package org.libpass.web.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardSeal;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Where the QR code of a card leads whoever scans it. */
class VerifyPageTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("TUST");
  private static final SchoolCode LENDER = new SchoolCode("LANYANG");

  @Autowired CardSeal seal;

  @AfterEach
  void backToToday() {
    time.set(TestTime.START);
  }

  @Test
  void aCardThatMayBorrowIsValid() throws Exception {
    Card card = printedCard(HOME);
    assertThat(said(seal.token(card)))
        .contains("有效的借書證", "已列印", card.validUntil().toString(), masked(card));
  }

  @Test
  void saysNothingElse() throws Exception {
    Card card = printedCard(HOME);
    Reader reader = readers.get(card.reader());
    String page = text(open("/verify/" + seal.token(card)));
    assertThat(page)
        .doesNotContain(
            reader.name(), reader.number(), card.number().value(), card.slotAccount(), "TUST")
        .doesNotContain(card.id().toString(), String.valueOf(reader.email()));
    assertThat(Jsoup.parse(page).select("main dt").eachText()).containsExactly("姓名", "狀態", "使用期限");
  }

  @Test
  void anAlteredOrInventedCodeIsNone() throws Exception {
    String token = seal.token(printedCard(HOME));
    String altered =
        token.substring(0, 9) + (token.charAt(9) == 'a' ? 'b' : 'a') + token.substring(10);
    for (String wrong : new String[] {altered, token + "a", token.substring(2), "x", "書"}) {
      ResultActions answer = open("/verify/" + wrong);
      assertThat(status(answer)).as(wrong).isEqualTo(404);
      assertThat(text(answer)).contains("查不到這張借書證").doesNotContain("<dl");
    }
  }

  @Test
  void aCodeUnderAKeyThatIsNotOursAnyMoreIsNone() throws Exception {
    String token = seal.token(printedCard(HOME));
    String otherKey = "_" + token.substring(1);
    assertThat(status(open("/verify/" + otherKey))).isEqualTo(404);
  }

  @Test
  void anEndedCardSaysHowItEnded() throws Exception {
    Card cancelled = printedCard(HOME);
    cards.cancel(cancelled.id());
    assertThat(said(seal.token(cancelled))).contains("讀者已經取消", "已取消", masked(cancelled));

    Card revoked = printedCard(HOME);
    cards.revoke(revoked.id(), "librarian.tust", "資料有誤");
    assertThat(said(seal.token(revoked))).contains("已經被所屬校註銷，請不要接受", "已註銷").doesNotContain("資料有誤");

    Card expired = printedCard(HOME);
    time.set(expired.validUntil().plusDays(1));
    timers.fireDue();
    assertThat(said(seal.token(expired))).contains("期限內沒有使用，已經收回", "逾期收回");
  }

  @Test
  void aCardWhoseDaysAreOverLendsNoMoreAlthoughBooksAreOut() throws Exception {
    Card card = printedCard(HOME);
    Desk.Librarian byHand = new Desk.Librarian("librarian.lanyang", true, true);
    desk.lend(LENDER, card.id(), new Loan.Item("V-1", null, null), byHand);
    assertThat(said(seal.token(card))).contains("有效的借書證", "使用中");

    LocalDate over = card.validUntil().plusDays(1);
    time.set(over);
    assertThat(said(seal.token(card))).contains("不能再借書了", "使用期限已過");
    timers.fireDue();
    assertThat(said(seal.token(card))).contains("使用期限已過");

    time.set(TestTime.START);
    desk.takeBack(LENDER, "V-1", byHand);
    assertThat(said(seal.token(card))).contains("書都還了，已經結束");
  }

  @Test
  void aLostCardsOldCodeIsVoidAndNamesNobody() throws Exception {
    Card card = printedCard(HOME);
    String old = seal.token(card);
    cards.lose(card.id());
    assertThat(said(old)).contains("這是舊的碼", "請不要接受").doesNotContain(masked(card));
    assertThat(said(seal.token(cards.get(card.id())))).contains("有效的借書證");
  }

  @Test
  void isNotForSearchEnginesAndCaches() throws Exception {
    var answer = open("/verify/" + seal.token(printedCard(HOME))).andReturn().getResponse();
    assertThat(answer.getHeader("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
  }

  private String masked(Card card) {
    return readers.get(card.reader()).maskedName();
  }

  private String said(String token) throws Exception {
    ResultActions answer = open("/verify/" + token);
    assertThat(status(answer)).isEqualTo(200);
    Document page = Jsoup.parse(text(answer));
    return page.select("main").text();
  }
}
