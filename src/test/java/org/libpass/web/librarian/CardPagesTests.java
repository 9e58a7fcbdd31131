package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class CardPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("JENTE");
  private static final SchoolCode LENDER = new SchoolCode("CUTE");
  private static final SchoolCode OTHER_LENDER = new SchoolCode("LHU");

  @Autowired private AuditLog audit;
  @Autowired private Fines fines;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.jente");
  }

  @Test
  void listsTheSchoolsCardsByStateAndNumber() throws Exception {
    Card printed = printedCard(HOME);
    Card cancelled = printedCard(HOME);
    cards.cancel(cancelled.id());
    String one = printed.number().value();
    String other = cancelled.number().value();

    assertThat(page(librarian, "/cards")).contains(one, other, nameOf(printed));
    assertThat(page(librarian, "/cards?state=CANCELLED")).contains(other).doesNotContain(one);
    assertThat(page(librarian, "/cards?q=" + one.toLowerCase())).contains(one);
    assertThat(page(librarian, "/cards?q=<b>none</b>"))
        .contains("沒有符合的借書證", "&lt;b&gt;none&lt;/b&gt;");
    assertThat(page(staff("librarian.lhu"), "/cards?q=" + one)).contains("沒有符合的借書證");
  }

  @Test
  void theHomeSchoolSeesAllOfIt() throws Exception {
    Card card = lentAtTwoSchools();
    Reader reader = readers.get(card.reader());

    assertThat(page(librarian, "/cards/" + card.number()))
        .contains(reader.name(), reader.number(), "reader@example.org")
        .contains("百年孤寂", "日本語文法", "發證", "讀者列印")
        .contains("申請借書證", "櫃台借書", "CUTE/policy.drl", "使用天數", "本校使用中的證");
  }

  @Test
  void aSchoolThatHasLentSeesItsOwnLoanAndAMaskedName() throws Exception {
    Card card = lentAtTwoSchools();
    Reader reader = readers.get(card.reader());

    assertThat(page(staff("librarian.lhu"), "/cards/" + card.number()))
        .contains(reader.maskedName(), "日本語文法", "櫃台借書")
        .doesNotContain(reader.name(), reader.number(), "reader@example.org", "百年孤寂")
        .doesNotContain("申請借書證", "註銷這張證");
  }

  @Test
  void anyOtherSchoolSeesNothing() throws Exception {
    Card card = lentAtTwoSchools();
    Cookie stranger = staff("librarian.uch");

    var page = open("/cards/" + card.number(), stranger);
    assertThat(status(page)).isEqualTo(404);
    assertThat(text(page)).contains("貴校的借書證裡沒有這一張").doesNotContain(nameOf(card));
    for (String path :
        new String[] {
          "/cards/JENTE-1-20130101000000",
          "/cards/nonsense",
          "/cards/application/" + card.id(),
          "/cards/application/" + UUID.randomUUID(),
          "/cards/application/nonsense"
        }) {
      assertThat(status(open(path, stranger))).as(path).isEqualTo(404);
    }
  }

  @Test
  void revokesWithAReasonAndAConfirmation() throws Exception {
    Card card = lentAtTwoSchools();
    String path = "/cards/" + card.number();

    var bare = send(librarian, path + "/revoke", "reason", " ");
    assertThat(status(bare)).isEqualTo(422);
    assertThat(text(bare)).contains("請寫下理由", "請先勾選");
    var tooLong = send(librarian, path + "/revoke", "reason", "長".repeat(501));
    assertThat(text(tooLong)).contains("理由最多 500 字", "長".repeat(501));
    assertThat(cards.get(card.id()).isOpen()).isTrue();

    String next =
        next(
            librarian,
            send(librarian, path + "/revoke", "reason", "<b>遺失</b>", "confirmed", "true"));

    assertThat(next).contains("已經註銷", "&lt;b&gt;遺失&lt;/b&gt;", "館員註銷").doesNotContain("<b>遺失</b>");
    assertThat(cards.get(card.id()).state()).isEqualTo(CardState.REVOKED);
    assertThat(
            next(
                librarian, send(librarian, path + "/revoke", "reason", "再一次", "confirmed", "true")))
        .contains("這張證已經結束了，不需要註銷");
    assertThat(cards.get(card.id()).reason()).isEqualTo("<b>遺失</b>");
  }

  @Test
  void onlyTheHomeSchoolRevokes() throws Exception {
    Card card = lentAtTwoSchools();

    var sent =
        send(
            staff("librarian.lhu"),
            "/cards/" + card.number() + "/revoke",
            "reason",
            "不",
            "confirmed",
            "true");

    assertThat(status(sent)).isEqualTo(404);
    assertThat(cards.get(card.id()).isOpen()).isTrue();
  }

  @Test
  void sortsAndSaysWhatIsWrongWithADate() throws Exception {
    printedCard(HOME);
    assertThat(page(librarian, "/cards?state=PRINTED&sort=valid-until"))
        .contains("aria-sort=\"ascending\"", "/cards?state=PRINTED&amp;sort=-valid-until");
    var wrong = open("/cards?from=gestern", librarian);
    assertThat(status(wrong)).isEqualTo(422);
    assertThat(text(wrong)).contains("from-error", "這不是日期", "gestern");
    assertThat(text(open("/cards?from=2026-11-22&to=2026-11-21", librarian))).contains("最後一天比第一天早");
    assertThat(status(open("/cards/export/csv?from=gestern", librarian))).isEqualTo(404);
    assertThat(status(open("/cards/export/exe", librarian))).isEqualTo(404);
  }

  @Test
  void exportsWhatIsFilteredAndWritesDownWhoTookIt() throws Exception {
    Card printed = printedCard(HOME);
    Card other = printedCard(HOME);

    var answer =
        open("/cards/export/csv?q=" + printed.number(), librarian).andReturn().getResponse();

    assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.getHeader("Content-Disposition")).contains("attachment", "cards-JENTE-");
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .startsWith("\uFEFF證號,狀態,讀者姓名")
        .contains(printed.number().value(), "已列印", nameOf(printed))
        .doesNotContain(other.number().value());
    assertThat(audit.newest("JENTE", 1))
        .singleElement()
        .matches(entry -> entry.action().equals("cards-exported"))
        .matches(entry -> entry.actor().equals("librarian.jente"))
        .matches(entry -> "1; q=*".equals(entry.detail()), "how many, and no name");
    assertThat(
            open("/cards/export/xlsx", librarian).andReturn().getResponse().getContentAsByteArray())
        .startsWith('P', 'K');
    assertThat(page(staff("librarian.lhu"), "/cards/export/csv"))
        .doesNotContain(printed.number().value());
  }

  @Test
  void theLendingSchoolSettlesALoanWithAWord() throws Exception {
    Card card = lentAtTwoSchools();
    String path = "/cards/" + card.number();
    String barcode = "L-" + card.number();
    Cookie lender = staff("librarian.lhu");

    var bare = send(lender, path + "/settle", "barcode", barcode);
    assertThat(status(bare)).isEqualTo(422);
    assertThat(text(bare)).contains("請選遺失或已賠償", "請寫下說明", "請先勾選");
    for (Cookie stranger : new Cookie[] {librarian, staff("librarian.uch")}) {
      assertThat(status(settle(stranger, path, barcode))).isEqualTo(404);
    }
    Cookie otherLender = staff("librarian.cute");
    assertThat(next(otherLender, settle(otherLender, path, barcode))).contains("沒有任何改變");
    assertThat(cards.get(card.id()).loansOut()).hasSize(2);

    assertThat(next(lender, settle(lender, path, barcode)))
        .contains("已經結案", "以遺失結案", "&lt;i&gt;掉了&lt;/i&gt;")
        .doesNotContain("<i>掉了</i>");
    assertThat(cards.get(card.id()).loansOut()).hasSize(1);
    assertThat(audit.newest("LHU", 1))
        .singleElement()
        .matches(entry -> entry.action().equals("loan-settled-lost"));
    assertThat(next(lender, settle(lender, path, barcode))).contains("沒有任何改變");
    assertThat(page(librarian, path)).contains("以遺失結案", "寄給讀者的信", "借閱已經結案");
    assertThat(page(lender, path)).doesNotContain("寄給讀者的信");
  }

  private ResultActions settle(Cookie who, String path, String barcode) throws Exception {
    return send(
        who,
        path + "/settle",
        "barcode",
        barcode,
        "as",
        "LOST",
        "note",
        "<i>掉了</i>",
        "confirmed",
        "true");
  }

  @Test
  void theLendingSchoolRecordsAFineAndLiftsIt() throws Exception {
    Card card = lentAtTwoSchools();
    String path = "/cards/" + card.number();
    String barcode = "L-" + card.number();
    Cookie lender = staff("librarian.lhu");

    for (String amount : new String[] {"", "0", "-5", "1.5", "100001", "百"}) {
      var wrong = send(lender, path + "/fines", "barcode", barcode, "amount", amount, "note", "遲還");
      assertThat(status(wrong)).as(amount).isEqualTo(422);
      assertThat(text(wrong)).contains("amount-error", "請寫 1 到 100000 的整數");
    }
    assertThat(
            status(
                send(librarian, path + "/fines", "barcode", barcode, "amount", "5", "note", "遲還")))
        .as("the home school has lent nothing on it")
        .isEqualTo(404);
    assertThat(fines.of(card.id())).isEmpty();

    var sent = send(lender, path + "/fines", "barcode", barcode, "amount", "120", "note", "遲還");
    assertThat(next(lender, sent)).contains("已經記下 120 元", "未結清", "遲還");
    assertThat(page(librarian, path)).contains("120 元", "未結清").doesNotContain("結清這筆款項");
    assertThat(page(staff("librarian.cute"), path)).doesNotContain("120 元");

    String id = fines.of(card.id()).get(0).id().toString();
    var cute = staff("librarian.cute");
    assertThat(next(cute, send(cute, path + "/fines/lift", "fine", id, "note", "付清")))
        .contains("沒有任何改變");
    assertThat(status(send(lender, path + "/fines/lift", "fine", id, "note", " "))).isEqualTo(422);
    assertThat(next(lender, send(lender, path + "/fines/lift", "fine", "none", "note", "付清")))
        .contains("沒有任何改變");
    assertThat(fines.owedBy(card.reader())).hasSize(1);
    assertThat(next(lender, send(lender, path + "/fines/lift", "fine", id, "note", "付清")))
        .contains("已經結清");
    assertThat(fines.owedBy(card.reader())).isEmpty();
  }

  @Test
  void theHomeSchoolPrintsForTheReader() throws Exception {
    Card card = issuedCard(HOME);
    String path = "/cards/" + card.number();
    String lent = "/cards/" + lentAtTwoSchools().number();
    Cookie lender = staff("librarian.lhu");
    for (String notTheirs : new String[] {path, lent}) {
      assertThat(status(send(lender, notTheirs + "/print"))).as(notTheirs).isEqualTo(404);
      assertThat(status(open(notTheirs + "/print", lender))).as(notTheirs).isEqualTo(404);
    }

    assertThat(next(librarian, send(librarian, path + "/print")))
        .contains(card.number().value(), nameOf(card), "href=\"" + path + "\"");

    assertThat(cards.get(card.id()).isPrinted()).isTrue();
    assertThat(page(librarian, path)).contains("館員為讀者列印");
    assertThat(audit.newest("JENTE", 1))
        .singleElement()
        .matches(entry -> entry.action().equals("card-reprinted"));
    cards.cancel(card.id());
    assertThat(next(librarian, send(librarian, path + "/print"))).contains("不能再列印");
  }

  private String nameOf(Card card) {
    return readers.get(card.reader()).name();
  }

  private Card lentAtTwoSchools() {
    Card card = printedCard(HOME);
    String suffix = "-" + card.number();
    desk.lend(
        LENDER,
        card.id(),
        new Loan.Item("C" + suffix, "百年孤寂", "圖書"),
        new Desk.Librarian("librarian.cute", true, true));
    desk.lend(
        OTHER_LENDER,
        card.id(),
        new Loan.Item("L" + suffix, "日本語文法", null),
        new Desk.Librarian("librarian.lhu", true, true));
    return cards.get(card.id());
  }
}
