package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;

class CardPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("JENTE");
  private static final SchoolCode LENDER = new SchoolCode("CUTE");
  private static final SchoolCode OTHER_LENDER = new SchoolCode("LHU");

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
    assertThat(page(librarian, "/cards?number=" + one.toLowerCase())).contains(one);
    assertThat(page(librarian, "/cards?number=<b>none</b>"))
        .contains("沒有符合的借書證", "&lt;b&gt;none&lt;/b&gt;");
    assertThat(page(staff("librarian.lhu"), "/cards?number=" + one)).contains("沒有符合的借書證");
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
