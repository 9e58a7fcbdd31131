package org.libpass.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardSeal;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class DeskPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("NANYA");
  private static final SchoolCode DESK = new SchoolCode("LANYANG");

  @Autowired OpenDays openDays;
  @Autowired CardSeal seal;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.lanyang");
  }

  @Test
  void aScannedCardShowsWhoAndUntilWhen() throws Exception {
    Card card = printedCard(HOME);
    String number = card.number().value();

    String link = "http://libpass.example/verify/" + seal.token(card);
    for (String scanned : new String[] {number, link, link + "\n", " " + number.toLowerCase()}) {
      assertThat(text(look(scanned)))
          .contains(readers.get(card.reader()).name(), card.slotAccount(), "已列印")
          .contains("證件核對過了，繼續", "冊還能在這裡借");
    }
  }

  @Test
  void whatIsNoCardIsAnsweredInASentence() throws Exception {
    assertThat(text(look("NANYA-1-20130101000000"))).contains("沒有這個證號的借書證");
    assertThat(text(look("<b>9789571234567</b>")))
        .contains("這不像借書證證號", "&lt;b&gt;9789571234567")
        .doesNotContain("<b>978");
    assertThat(status(look("長".repeat(5000)))).isEqualTo(200);
  }

  @Test
  void anAlteredCodeIsSaidToBeNone() throws Exception {
    Card card = printedCard(HOME);
    String token = seal.token(card);
    String altered =
        token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);

    for (String wrong : new String[] {altered, token.substring(1), token + "A", "nonsense", ""}) {
      assertThat(text(look("https://libpass.example/verify/" + wrong)))
          .contains("這個 QR 碼不是本平台發的，或被改過")
          .doesNotContain(readers.get(card.reader()).name());
    }
  }

  @Test
  void aLostCardIsRefusedAndTheNewOneLends() throws Exception {
    Card lost = printedCard(HOME);
    final String oldLink = "https://libpass.example/verify/" + seal.token(lost);
    String name = readers.get(lost.reader()).name();
    assertThat(cards.lose(lost.id())).isTrue();
    Card card = cards.get(lost.id());
    String number = card.number().value();
    assertThat(card.code()).hasToString(number + "-2");

    assertThat(text(look(oldLink))).contains("讀者掛失過這張證").doesNotContain(name);
    for (String old : new String[] {oldLink, number + "-1"}) {
      assertThat(next(librarian, lendOn(old, "L-" + card.slot()))).contains("這張紙已經失效");
    }
    assertThat(cards.get(card.id()).loans()).isEmpty();

    String link = "https://libpass.example/verify/" + seal.token(card);
    assertThat(text(look(link))).contains(name, "value=\"" + number + "-2\"");
    assertThat(next(librarian, lendOn(number + "-2", "L-" + card.slot()))).contains("已借出");
  }

  @Test
  void theNumberOfACardThatWasLostNeedsAnIdentityFirst() throws Exception {
    Card lost = printedCard(HOME);
    cards.lose(lost.id());
    String number = lost.number().value();

    assertThat(text(look(number)))
        .contains("先核對身分", readers.get(lost.reader()).name())
        .doesNotContain("證件已核對");
    assertThat(next(librarian, send(librarian, "/desk/scan", "card", number, "scan", "N-1")))
        .contains("沒有借出：N-1", "還沒有核對證件", "先核對身分");
    assertThat(cards.get(lost.id()).loans()).isEmpty();

    String checked =
        text(
            mvc.perform(
                get("/desk").param("card", number).param("identity", "seen").cookie(librarian)));
    assertThat(checked).contains("證件已核對", "掃要借的書");
    assertThat(text(send(librarian, "/desk/scan", "card", number, "identity", "seen")))
        .as("what was said is kept")
        .contains("請掃描，或輸入證號或館藏條碼", "證件已核對");
    assertThat(next(librarian, lendOn(number, "N-" + lost.slot()))).contains("已借出");
  }

  @Test
  void theFirstItemNeedsAPhotoIdentity() throws Exception {
    Card card = printedCard(HOME);

    assertThat(text(look(card.number().value()))).contains("第一件之前，請看過", "身分證", "駕照", "學生證", "教職員證");
    assertThat(next(librarian, lend(card, "scan", "<b>D-1</b>")))
        .contains("沒有借出：&lt;b&gt;D-1", "還沒有核對證件");
    assertThat(cards.get(card.id()).loans()).isEmpty();
  }

  @Test
  void oneFieldTellsCardsAndItemsApart() throws Exception {
    Card card = printedCard(HOME);
    final String number = card.number().value();
    String name = readers.get(card.reader()).name();
    String link = "http://libpass.example/verify/" + seal.token(card);

    for (String one : new String[] {number, number.toLowerCase(java.util.Locale.ROOT), link}) {
      assertThat(next(librarian, send(librarian, "/desk/scan", "scan", one))).contains(name);
    }
    for (String unread : new String[] {number.substring(0, 12), card.slotAccount()}) {
      assertThat(next(librarian, send(librarian, "/desk/scan", "scan", unread)))
          .contains("這不像借書證證號");
    }
    assertThat(next(librarian, send(librarian, "/desk/scan", "scan", "AB-12")))
        .as("no school is called so: it is an item")
        .contains("沒有歸還：AB-12");
    Card other = printedCard(HOME);
    assertThat(
            next(
                librarian,
                send(
                    librarian,
                    "/desk/scan",
                    "scan",
                    other.number().value(),
                    "card",
                    number,
                    "identity",
                    "seen")))
        .as("the next reader is looked at, too")
        .contains(readers.get(other.reader()).name(), "第一件之前，請看過")
        .doesNotContain(name);
  }

  @Test
  void missingAndOverlongFieldsAreAnsweredBesideThem() throws Exception {
    Card card = printedCard(HOME);

    assertThat(text(lend(card, "identity", "seen", "scan", "  "))).contains("請掃描，或輸入證號或館藏條碼");
    assertThat(text(send(librarian, "/desk/scan", "scan", "長".repeat(401)))).contains("這太長了");
    var sent =
        lend(
            card,
            "identity",
            "seen",
            "scan",
            "9".repeat(61),
            "title",
            "長".repeat(301),
            "type",
            "x".repeat(61));
    assertThat(text(sent)).contains("館藏條碼最多 60 個字", "題名最多 300 個字", "種類最多 60 個字", "9".repeat(61));
    assertThat(text(send(librarian, "/desk/take-back", "barcode", ""))).contains("請掃描或輸入館藏條碼");
    assertThat(text(send(librarian, "/desk/take-back", "barcode", "9".repeat(61))))
        .contains("館藏條碼最多 60 個字");
    assertThat(cards.get(card.id()).loans()).isEmpty();
  }

  @Test
  void lendsUndoesTakesBackAndSaysEachStep() throws Exception {
    Card card = printedCard(HOME);
    String barcode = "D-" + card.slot() + "-1";
    LocalDate returnBy = time.clock().today().plusDays(21);

    String lent = next(librarian, lend(card, "identity", "seen", "scan", barcode, "title", "𠮷兔"));
    assertThat(lent)
        .contains("已借出：𠮷兔", "還能借 4 冊", "證件已核對", "取消剛才這一步", "使用中")
        .contains(returnBy.toString());

    assertThat(next(librarian, lend(card, "identity", "seen", "scan", barcode)))
        .contains("這一件已經在這張證上了");

    assertThat(next(librarian, undo(card))).contains("上一步已取消");
    assertThat(cards.get(card.id()).loans()).isEmpty();
    assertThat(next(librarian, undo(card))).contains("沒有可以取消的步驟");

    lend(card, "identity", "seen", "scan", barcode);
    assertThat(next(librarian, takeBack(barcode, card.number().value())))
        .contains("已歸還：" + barcode, "期限內還可以再借");
    assertThat(next(librarian, takeBack(barcode, ""))).contains("沒有哪張館際借書證借著這一件");
  }

  @Test
  void aDueDateOnAClosedDayIsShownWithTheDayToWhichItMoves() throws Exception {
    Card card = printedCard(HOME);
    LocalDate due = time.clock().today().plusDays(21);
    ClosedDay closed = ClosedDay.closed(DESK, due, due, "校慶", "Anniversary");
    openDays.add(closed);
    try {
      String page = next(librarian, lend(card, "identity", "seen", "scan", "M-" + card.slot()));

      assertThat(page).contains("到期日 " + due, "本館休館，所以順延");
    } finally {
      openDays.remove(closed.id());
    }
  }

  @Test
  void aReturnWithoutTheCardShowsNobodysName() throws Exception {
    Card card = printedCard(HOME);
    desk.lend(
        DESK,
        card.id(),
        new Loan.Item("R-1", "題名", null),
        new Desk.Librarian("librarian.lanyang", true, true));

    String page = next(librarian, takeBack("R-1", ""));

    assertThat(page)
        .contains("已歸還：題名", "取消剛才這一步")
        .doesNotContain(readers.get(card.reader()).name());
  }

  @Test
  void anotherSchoolsItemIsNotTakenBackHere() throws Exception {
    Card card = printedCard(HOME);
    SchoolCode elsewhere = new SchoolCode("LHU");
    desk.lend(
        elsewhere,
        card.id(),
        new Loan.Item("E-1", null, null),
        new Desk.Librarian("librarian.lhu", true, true));

    assertThat(next(librarian, takeBack("E-1", ""))).contains("這一件屬於", "不能在這裡還");
    assertThat(cards.get(card.id()).hasLoansOut()).isTrue();
  }

  @Test
  void anItemOnAnotherCardIsNotLent() throws Exception {
    Card one = printedCard(HOME);
    Card other = printedCard(HOME);
    desk.lend(
        DESK,
        one.id(),
        new Loan.Item("O-1", null, null),
        new Desk.Librarian("librarian.lanyang", true, true));

    assertThat(next(librarian, lend(other, "identity", "seen", "scan", "O-1")))
        .contains("這一件還登記在別的借書證上");
  }

  @Test
  void onesOwnReaderBorrowsWithTheUsualAccount() throws Exception {
    Card own = printedCard(new SchoolCode("AEUST"));
    librarian = staff("librarian.aeust");

    assertThat(text(look(own.number().value()))).contains("這是本校讀者的館際借書證");
    assertThat(next(librarian, lend(own, "identity", "seen", "scan", "P-1")))
        .contains("沒有借出：P-1", "這是本校讀者的館際借書證");
  }

  @Test
  void policysRefusalSaysWhyAndWhatToDo() throws Exception {
    Card card = issuedCard(HOME);

    assertThat(text(look(card.number().value()))).contains("依本館的規則，現在不能借", "請讀者先把借書證印出來再借書。");
    assertThat(next(librarian, lend(card, "identity", "seen", "scan", "N-1")))
        .contains("沒有借出：N-1", "這間圖書館需要看到列印出來的借書證。");
  }

  @Test
  void aCardWhoseDaysAreOverLendsNothing() throws Exception {
    Card card = printedCard(HOME);
    lend(card, "identity", "seen", "scan", "V-1-" + card.slot());
    time.set(card.validUntil().plusDays(1));
    librarian = staff("librarian.lanyang");

    assertThat(text(look(card.number().value())))
        .contains("使用期限到 " + card.validUntil(), "已借的書照常歸還")
        .doesNotContain("證件核對過了，繼續");
    assertThat(next(librarian, lend(card, "identity", "seen", "scan", "V-2-" + card.slot())))
        .contains("沒有借出：V-2", "這張借書證的使用期限已經過了。", "要再借書請重新申請");
    assertThat(cards.get(card.id()).loans()).hasSize(1);
    time.set(TestTime.START);
  }

  @Test
  void aCardWhoseItemsAreUsedLendsNothing() throws Exception {
    Card card = printedCard(HOME);
    for (int item = 0; item < card.totalItems(); item++) {
      next(librarian, lend(card, "identity", "seen", "scan", "T-" + item + "-" + card.slot()));
    }

    assertThat(text(look(card.number().value()))).contains("這張證可借的 5 冊都用完了", "可以重新申請");
    assertThat(next(librarian, lend(card, "identity", "seen", "scan", "T-9-" + card.slot())))
        .contains("沒有借出：T-9", "這張借書證可借的冊數已經用完。", "還完書之後");
    assertThat(cards.get(card.id()).loans()).hasSize(card.totalItems());
  }

  @Test
  void anIdentityThatTheSchoolDoesNotAdmitIsRefusedInTheSchoolsWords() throws Exception {
    var alumnus = people.activated(people.signedIn(HOME, 9));
    applications.apply(alumnus);
    Card card = cards.ofReader(alumnus).get(0);
    cards.print(card.id());
    librarian = staff("librarian.cute");

    assertThat(text(look(card.number().value())))
        .contains("依本館的規則，現在不能借", "本館請校友辦理校友借書證", "這是貴館自己的規則")
        .doesNotContain("證件核對過了，繼續");
    assertThat(next(librarian, lend(card, "identity", "seen", "scan", "Y-1", "byHand", "true")))
        .contains("沒有借出：Y-1", "本館請校友辦理校友借書證");
    assertThat(cards.get(card.id()).loans()).isEmpty();
  }

  @Test
  void whatPolicyLeavesToTheLibrarianIsAskedAndLentOnYes() throws Exception {
    var reader = people.signedIn(HOME, 11);
    people.activated(reader);
    applications.apply(reader);
    Card card = cards.ofReader(reader).get(0);
    applications.approve(card.id(), reader, "librarian.nanya");
    cards.print(card.id());
    Card printed = cards.get(card.id());

    String asked = next(librarian, lend(printed, "identity", "seen", "scan", "A-1"));
    assertThat(asked).contains("請您決定：A-1", "我看過了，借給讀者", "這次不借");
    assertThat(cards.get(card.id()).loans()).isEmpty();

    assertThat(next(librarian, lend(printed, "identity", "seen", "scan", "A-1", "agreed", "true")))
        .contains("已借出：A-1");
  }

  @Test
  void aClosedCardLendsNothing() throws Exception {
    Card card = printedCard(HOME);
    cards.revoke(card.id(), "librarian.nanya", "遺失");

    assertThat(text(look(card.number().value())))
        .contains("已註銷", "這張證已被所屬校註銷，不能再借")
        .doesNotContain("第一件之前，請看過");
    assertThat(next(librarian, lend(card, "identity", "seen", "scan", "C-1")))
        .contains("沒有借出：C-1", "這張證已被所屬校註銷，不能再借");
    assertThat(cards.get(card.id()).state()).isEqualTo(CardState.REVOKED);
  }

  @Test
  void anUnknownCardIsAnsweredAtEveryStep() throws Exception {
    String unknown = "NANYA-1-20130101000000";
    var sent = send(librarian, "/desk/scan", "card", unknown, "scan", "U-1", "identity", "seen");
    assertThat(next(librarian, sent)).contains("沒有這個證號的借書證");
    assertThat(next(librarian, send(librarian, "/desk/undo", "undo", unknown)))
        .contains("沒有可以取消的步驟");
    assertThat(next(librarian, send(librarian, "/desk/undo"))).contains("沒有可以取消的步驟");
  }

  @Test
  void whoIsNoLibrarianGetsNoDesk() throws Exception {
    Cookie policy = staff("policy.aeust");
    assertThat(status(open("/desk", policy))).isEqualTo(403);
    assertThat(status(send(policy, "/desk/take-back", "barcode", "X"))).isEqualTo(403);
  }

  private ResultActions look(String scanned) throws Exception {
    return mvc.perform(get("/desk").param("card", scanned).cookie(librarian));
  }

  private ResultActions lend(Card card, String... more) throws Exception {
    String[] all = new String[more.length + 2];
    all[0] = "card";
    all[1] = card.number().value();
    System.arraycopy(more, 0, all, 2, more.length);
    return send(librarian, "/desk/scan", all);
  }

  private ResultActions lendOn(String shown, String barcode) throws Exception {
    return send(librarian, "/desk/scan", "card", shown, "scan", barcode, "identity", "seen");
  }

  private ResultActions takeBack(String barcode, String card) throws Exception {
    return send(librarian, "/desk/take-back", "barcode", barcode, "card", card);
  }

  private ResultActions undo(Card card) throws Exception {
    String number = card.number().value();
    return send(librarian, "/desk/undo", "undo", number, "card", number, "identity", "seen");
  }
}
