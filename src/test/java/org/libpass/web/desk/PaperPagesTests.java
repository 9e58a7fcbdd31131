package org.libpass.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.Disagreement;
import org.libpass.circulation.Disagreements;
import org.libpass.process.Inbox;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** On Tuesday at nine a librarian enters what was written on paper on Monday. */
class PaperPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("NANYA");
  private static final SchoolCode DESK = new SchoolCode("LANYANG");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired Disagreements disagreements;

  private Cookie librarian;
  private Card card;

  @BeforeEach
  void cardOfMondayOnTuesday() throws Exception {
    card = printedCard(HOME);
    time.set(TestTime.START.plus(Duration.ofDays(1)));
    librarian = staff("librarian.lanyang");
  }

  @AfterEach
  void backToMonday() {
    time.set(TestTime.START);
  }

  @Test
  void thePaperFormHasNothingButItself() throws Exception {
    String form = page(librarian, "/desk/paper/form");

    assertThat(form)
        .contains("館際借還紙本紀錄", "證號", "看過證件", "駕照", "館藏條碼", "借出", "歸還", "時間")
        .contains("css/paper");
    assertThat(form.split("data-slip-item")).hasSize(1 + 4 * 5);
    String english =
        text(mvc.perform(get("/desk/paper/form").param("lang", "en").cookie(librarian)));
    assertThat(english).contains("Inter-library lending on paper", "Identity seen");
  }

  @Test
  void theDeskLeadsThereAndHoldsTheFormItself() throws Exception {
    assertThat(page(librarian, "/desk"))
        .contains("href=\"/desk/paper\"", "館際借還紙本紀錄", "id=\"desk-away\"", "現在連不上平台");
  }

  @Test
  void enteringLendsAndTakesBackAsOfThatDay() throws Exception {
    String barcode = "Z1-" + card.slot();

    String page = next(librarian, enter("12:00", row(0, barcode), row(1, barcode, "step", "back")));

    assertThat(page).contains("登錄好的", "已借出：" + barcode, "已歸還：" + barcode, "2026-12-14");
    assertThat(page)
        .as("ready for the next")
        .contains("value=\"2026-11-23\"")
        .doesNotContain(card.number().value());
    Loan loan = cards.get(card.id()).loans().get(0);
    assertThat(loan.lentAt()).isEqualTo(TestTime.START.plus(Duration.ofHours(3)));
    assertThat(loan.returnedAt()).isEqualTo(loan.lentAt());
    assertThat(loan.dueDate()).isEqualTo(MONDAY.plusDays(21));
    assertThat(loan.lentBy()).isEqualTo("librarian.lanyang");
  }

  @Test
  void whatIsMissingIsSaidBesideItAndWhatWasTypedIsKept() throws Exception {
    ResultActions sent =
        send(
            librarian,
            "/desk/paper",
            "day",
            "2026-11-31",
            "time",
            "25:00",
            "barcode0",
            "<b>Z2</b>");

    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent))
        .contains("請填紙上寫的日期", "請填紙上寫的時間", "有借出的館藏，請填證號", "請確認借書時看過證件")
        .contains("value=\"&lt;b&gt;Z2&lt;/b&gt;\"", "value=\"25:00\"");
    assertThat(text(send(librarian, "/desk/paper"))).contains("請至少填一件館藏條碼");
    assertThat(text(enterWith("card", "NANYA-1-20130101000000", row(0, "Z3"))))
        .contains("沒有這個證號的借書證", "value=\"NANYA-1-20130101000000\"");
    assertThat(cards.get(card.id()).loans()).isEmpty();
  }

  @Test
  void onlyTheLastDaysCanBeEnteredAndNothingToCome() throws Exception {
    assertThat(text(enterWith("day", "2026-11-16", row(0, "Z4"))))
        .contains("只能登錄 2026-11-17（二）以後的");
    assertThat(text(enterWith("day", "2026-11-24", row(0, "Z4")))).contains("這個時間還沒到");
    assertThat(text(enterWith("day", "9999-12-31", row(0, "Z4")))).contains("這個時間還沒到");
    assertThat(cards.get(card.id()).loans()).isEmpty();
  }

  @Test
  void withoutTheIdentityNothingIsLentButAReturnNeedsNeitherIdentityNorCard() throws Exception {
    assertThat(text(enterWith("identity", "", row(0, "Z5")))).contains("請確認借書時看過證件");
    assertThat(cards.get(card.id()).loans()).isEmpty();
    next(librarian, enter("12:00", row(0, "Z5")));

    String page =
        next(
            librarian,
            send(
                librarian,
                "/desk/paper",
                all("day", "2026-11-23", "time", "13:00", row(0, "Z5", "step", "back"))));

    assertThat(page).contains("已歸還：Z5");
    assertThat(cards.get(card.id()).hasLoansOut()).isFalse();
  }

  @Test
  void whatIsNotDoneStaysWithItsSentenceAndTheRestIsDone() throws Exception {
    Card other = printedCard(HOME);
    time.set(TestTime.START.plus(Duration.ofDays(1)));
    String page =
        next(
            librarian,
            enter(
                "12:00", row(0, "Z6"), row(1, "Z6-NEVER", "step", "back"), row(2, "9".repeat(61))));

    assertThat(page)
        .contains("已借出：Z6", "沒有歸還：Z6-NEVER", "如果這一件也是寫在紙上借的", "館藏條碼最多 60 個字")
        .contains(
            "value=\"Z6-NEVER\"", "value=\"" + card.number().value() + "\"", "value=\"12:00\"")
        .doesNotContain("value=\"Z6\"");
    assertThat(next(librarian, enter("12:00", row(0, "Z6")))).contains("已經在這張證上：Z6");
    assertThat(
            next(
                librarian,
                enterWith(
                    "card",
                    other.number().value(),
                    "day",
                    "2026-11-24",
                    "time",
                    "09:00",
                    row(0, "Z6"))))
        .contains("這一件還登記在別的借書證上", "先登錄歸還");
  }

  @Test
  void whatCameBeforeTheIssueOrTheLoanIsAskedAbout() throws Exception {
    assertThat(next(librarian, enter("08:59", row(0, "Z7"))))
        .contains("這張證 2026-11-23（一）09:00才發出來");
    next(librarian, enter("12:00", row(0, "Z7")));
    assertThat(next(librarian, enter("11:00", row(0, "Z7", "step", "back"))))
        .contains("這一件 2026-11-23（一）12:00才借出");
    assertThat(cards.get(card.id()).hasLoansOut()).isTrue();
  }

  @Test
  void whatIsRefusedIsOutAlreadyAndIsEnteredAsItIsWithATask() throws Exception {
    LocalDate after = card.validUntil().plusDays(1);
    time.set(after.plusDays(1));
    timers.fireDue();
    List<String> head = List.of("day", after.toString(), "time", "10:00");

    String refused = next(librarian, enterWith(head, row(0, "Z8")));
    assertThat(refused).contains("沒有借出：Z8", "書已經不在館裡了", "照實登錄").doesNotContain("登錄好的");
    assertThat(cards.get(card.id()).loans()).isEmpty();

    String page = next(librarian, enterWith(head, row(0, "Z8", "word", "AS_IT_IS")));
    assertThat(page).contains("已照實登錄：Z8", "待辦事項裡多了一件");
    assertThat(cards.get(card.id()).state()).isEqualTo(CardState.EXPIRED);
    Disagreement open = disagreements.of(card.id()).get(0);
    Inbox.Task task = task(DESK, open.id());
    assertThat(page(librarian, "/inbox/" + task.id()))
        .contains("這一件是平台連不上時寫在紙上借的", "是這位讀者借的", "Z8")
        .doesNotContain("借給這個館際帳號");
    send(librarian, "/inbox/" + task.id() + "/claim");
    String settled =
        next(librarian, send(librarian, "/inbox/" + task.id() + "/settle", "choice", "NEVER_LENT"));
    assertThat(settled).contains("已經釐清");
    assertThat(cards.get(card.id()).loans()).isEmpty();
  }

  @Test
  void whatPolicyLeftToTheLibrarianIsAskedAndLentOnTheirWord() throws Exception {
    UUID reader = people.activated(people.signedIn(new SchoolCode("HDUT"), 11));
    applications.apply(reader);
    UUID referred = cards.ofReader(reader).get(0).id();
    applications.approve(referred, reader, "librarian.hdut");
    cards.print(referred);
    card = cards.get(referred);
    time.set(TestTime.START.plus(Duration.ofDays(2)));

    String asked = next(librarian, enterWith("day", "2026-11-24", row(0, "Z9")));
    assertThat(asked).contains("請您決定：Z9", "紙上借的時候，有館員看過、同意嗎", "借書時我看過，同意借出");
    assertThat(cards.get(referred).loans()).isEmpty();

    assertThat(next(librarian, enterWith("day", "2026-11-24", row(0, "Z9", "word", "AGREED"))))
        .contains("已借出：Z9");
  }

  @Test
  void noOtherStaffAndNoReaderOpensIt() throws Exception {
    for (String page : new String[] {"/desk/paper", "/desk/paper/form"}) {
      assertThat(status(open(page, staff("policy.aeust")))).isEqualTo(403);
      assertThat(status(open(page))).isEqualTo(302);
    }
  }

  private static List<String> row(int place, String barcode, String... more) {
    List<String> row = new ArrayList<>(List.of("barcode" + place, barcode));
    row.addAll(List.of("type" + place, "圖書"));
    for (int i = 0; i < more.length; i += 2) {
      row.addAll(List.of(more[i] + place, more[i + 1]));
    }
    return row;
  }

  @SafeVarargs
  private ResultActions enter(String at, List<String>... rows) throws Exception {
    return enterWith(List.of("time", at), rows);
  }

  private ResultActions enterWith(Object... parts) throws Exception {
    return enterWith(List.of(all(parts)));
  }

  /** The card's paper of Monday noon, but for what is given. */
  @SafeVarargs
  private ResultActions enterWith(List<String> given, List<String>... rows) throws Exception {
    List<String> sent = new ArrayList<>(given);
    for (List<String> row : rows) {
      sent.addAll(row);
    }
    String[] usual = {
      "day", "2026-11-23", "time", "12:00", "card", card.number().value(), "identity", "seen"
    };
    for (int i = 0; i < usual.length; i += 2) {
      if (!given.contains(usual[i])) {
        sent.addAll(List.of(usual[i], usual[i + 1]));
      }
    }
    return send(librarian, "/desk/paper", sent.toArray(String[]::new));
  }

  private static String[] all(Object... parts) {
    List<String> all = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof List<?> row) {
        row.forEach(one -> all.add(one.toString()));
      } else {
        all.add(part.toString());
      }
    }
    return all.toArray(String[]::new);
  }
}
