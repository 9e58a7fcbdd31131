package org.libpass.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A lending school looks at what it has lent, and takes it back without the card. */
class LoansPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CUFA");
  private static final SchoolCode LENDER = new SchoolCode("TCUST");
  private static final SchoolCode OTHER = new SchoolCode("LIT");

  @Autowired Standin standin;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.tcust");
  }

  @AfterEach
  void leaveNothing() {
    standin.setFault(LENDER, StandinFault.NONE);
    for (Card card : cards.waiting().stream().filter(it -> it.school().equals(HOME)).toList()) {
      for (Loan loan : card.loansOut()) {
        standin.discharge(loan.school(), loan.barcode());
        desk.takeBack(loan.school(), loan.barcode(), byHand(loan.school()));
      }
      cards.revoke(card.id(), "librarian.cufa", "end of the test");
    }
    time.set(TestTime.START);
  }

  @Test
  void showsTheSchoolsOwnLoansWithAMaskedName() throws Exception {
    Card card = lent("W-1", "<b>百年孤寂</b>");
    lend(OTHER, card, "W-2", "日本語文法");
    Reader reader = readers.get(card.reader());

    assertThat(page(librarian, "/loans"))
        .contains("&lt;b&gt;百年孤寂&lt;/b&gt;", "W-1", card.number().value(), reader.maskedName())
        .contains("全部在外", "沒有問過", "/cards/" + card.number())
        .doesNotContain(reader.name(), reader.number(), "reader@example.org", "日本語文法", "W-2");
    assertThat(page(staff("librarian.cufa"), "/loans"))
        .contains("現在沒有書借給別校讀者")
        .doesNotContain("W-1");
  }

  @Test
  void marksWhatIsDueAndWhatIsLate() throws Exception {
    Card card = lent("D-1", "到期的書");
    var returnBy = cards.get(card.id()).loans().get(0).returnBy();

    assertThat(page(librarian, "/loans?show=overdue")).contains("沒有逾期的書").doesNotContain("D-1");
    time.set(returnBy);
    assertThat(page(librarian, "/loans?show=due-today")).contains("D-1", "今天到期");
    time.set(returnBy.plusDays(3));
    assertThat(page(librarian, "/loans?show=overdue")).contains("D-1", "逾期 3 天");
    assertThat(english("/loans?show=overdue")).contains("3 days overdue");
  }

  @Test
  void searchesFiltersAndSorts() throws Exception {
    lent("F-1", "甲");
    lent("F-2", "乙");

    assertThat(page(librarian, "/loans?q=f-1")).contains("F-1").doesNotContain("F-2");
    assertThat(page(librarian, "/loans?q=f-&home=CUFA")).contains("F-1", "F-2");
    assertThat(page(librarian, "/loans?home=NTUT")).contains("沒有符合的").doesNotContain("F-1");
    assertThat(page(librarian, "/loans?q=<script>"))
        .contains("沒有符合的", "&lt;script&gt;")
        .doesNotContain("<script>");
    String sorted = page(librarian, "/loans?q=F-&sort=-lent");
    assertThat(sorted).contains("aria-sort=\"descending\"", "/loans?q=F-&amp;sort=lent");
    assertThat(page(librarian, "/loans?show=nonsense&sort=nonsense&page=-1&home=%00"))
        .contains("F-1");
    assertThat(page(librarian, "/loans?q=F-&page=2")).contains("沒有符合的");
  }

  @Test
  void showsFiftyToAPage() throws Exception {
    for (int number = 0; number < 11; number++) {
      Card card = printedCard(HOME);
      for (int item = 0; item < 5; item++) {
        lend(LENDER, card, "P-%02d%d".formatted(number, item), null);
      }
      timers.fireDue();
    }

    String first = page(librarian, "/loans?q=P-&sort=title");
    String second = page(librarian, "/loans?q=P-&sort=title&page=2");

    assertThat(first).contains("P-000", "P-094", "page=2").doesNotContain("P-100");
    assertThat(second).contains("P-100", "P-104", "上一頁").doesNotContain("P-094", "下一頁");
  }

  @Test
  void takesBackByBarcodeAndUndoesIt() throws Exception {
    Card card = lent("T-1", "還書");
    Reader reader = readers.get(card.reader());

    String back =
        next(librarian, send(librarian, "/loans/take-back", "barcode", " T-1 ", "q", "T-1"));

    assertThat(back).contains("已歸還：還書", "取消剛才這一步", "value=\"T-1\"").doesNotContain(reader.name());
    assertThat(cards.get(card.id()).hasLoansOut()).isFalse();
    assertThat(page(librarian, "/loans?show=ended&q=T-1")).contains("T-1");
    assertThat(next(librarian, send(librarian, "/loans/take-back", "barcode", "T-1")))
        .contains("沒有哪張館際借書證借著這一件");

    String number = card.number().value();
    assertThat(next(librarian, send(librarian, "/loans/undo", "undo", number))).contains("上一步已取消");
    assertThat(cards.get(card.id()).hasLoansOut()).isTrue();
    assertThat(next(librarian, send(librarian, "/loans/undo", "undo", "nonsense")))
        .contains("沒有可以取消的步驟");
  }

  @Test
  void whatAnotherSchoolHasLentBelongsThere() throws Exception {
    Card card = printedCard(HOME);
    lend(OTHER, card, "X-1", null);
    SchoolCode third = new SchoolCode("CTCN");
    lend(third, card, "X-1", null);

    assertThat(next(librarian, send(librarian, "/loans/take-back", "barcode", "X-1")))
        .contains("這一件屬於", "黎明技術學院", "耕莘健康管理專科學校", "什麼都沒有改變");
    assertThat(cards.get(card.id()).loansOut()).hasSize(2);
  }

  @Test
  void anEmptyOrOverlongBarcodeIsAnsweredBesideTheField() throws Exception {
    var sent = send(librarian, "/loans/take-back", "barcode", " ", "q", "kept");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("請掃描或輸入館藏條碼", "value=\"kept\"");
    assertThat(text(send(librarian, "/loans/take-back", "barcode", "9".repeat(61))))
        .contains("館藏條碼最多 60 個字", "9".repeat(61));
  }

  @Test
  void goesThroughTheLibrarysSystemWhereThereIsOne() throws Exception {
    Card card = printedCard(HOME);
    StandinItem book =
        standin.items(LENDER).stream()
            .filter(item -> item.status() == StandinItem.Status.AVAILABLE && item.heldFor() == null)
            .findFirst()
            .orElseThrow();
    desk.lend(
        LENDER,
        card.id(),
        new Loan.Item(book.barcode(), null, "圖書"),
        new Desk.Librarian("librarian.tcust", true, false));
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);

    assertThat(next(librarian, send(librarian, "/loans/take-back", "barcode", book.barcode())))
        .contains("沒有歸還：", "先在這裡還", "name=\"byHand\" value=\"true\"");
    assertThat(cards.get(card.id()).hasLoansOut()).isTrue();

    standin.setFault(LENDER, StandinFault.NONE);
    assertThat(next(librarian, send(librarian, "/loans/take-back", "barcode", book.barcode())))
        .contains("已歸還：");
    assertThat(standin.item(LENDER, book.barcode()).orElseThrow().holder()).isNull();
  }

  private Card lent(String barcode, String title) {
    Card card = printedCard(HOME);
    lend(LENDER, card, barcode, title);
    return cards.get(card.id());
  }

  private void lend(SchoolCode at, Card card, String barcode, String title) {
    var by = new Desk.Librarian("librarian." + at.value().toLowerCase(Locale.ROOT), true, true);
    assertThat(desk.lend(at, card.id(), new Loan.Item(barcode, title, "圖書"), by))
        .isInstanceOf(Desk.Lent.Done.class);
  }

  private static Desk.Librarian byHand(SchoolCode at) {
    return Desk.Librarian.of("librarian." + at.value().toLowerCase(Locale.ROOT)).withoutSystem();
  }

  private String english(String path) throws Exception {
    return text(mvc.perform(get(path).cookie(librarian).locale(Locale.ENGLISH)));
  }
}
