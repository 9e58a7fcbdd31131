package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.circulation.LoanDetection;
import org.libpass.circulation.Settling;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.process.Inbox;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** What librarians and readers see of the lending schools' library systems. */
class CirculationPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("HWU");
  private static final SchoolCode LENDER = new SchoolCode("TNU");

  @Autowired Standin standin;
  @Autowired LoanDetection detection;
  @Autowired Settling settling;

  @AfterEach
  void leaveNothing() {
    standin.setFault(LENDER, StandinFault.NONE);
    for (Card card : cards.waiting().stream().filter(it -> it.school().equals(HOME)).toList()) {
      for (Loan loan : card.loansOut()) {
        standin.discharge(loan.school(), loan.barcode());
        desk.takeBack(
            loan.school(), loan.barcode(), Desk.Librarian.of("librarian.tnu").withoutSystem());
      }
      cards.revoke(card.id(), "librarian.hwu", "end of the test");
    }
    for (int round = 0; round < 2; round++) {
      sweep();
      timers.fireDue();
    }
    settling.review();
    time.set(TestTime.START);
  }

  @Test
  void theDeskSaysThatTheSystemHasTheLoanToo() throws Exception {
    Cookie clerk = staff("librarian.tnu");
    Card card = printedCard(HOME);
    StandinItem book = shelved();

    String lent = next(clerk, lend(clerk, card, book.barcode()));

    assertThat(lent).contains("已借出：", book.title(), "館藏系統也已經記下這一筆", "借還都會同時記進本館的館藏系統");
    assertThat(standin.item(LENDER, book.barcode()).orElseThrow().holder())
        .isEqualTo(card.slotAccount());
  }

  @Test
  void theSystemsRefusalIsShownInItsOwnWords() throws Exception {
    Cookie clerk = staff("librarian.tnu");

    assertThat(next(clerk, lend(clerk, printedCard(HOME), "NO-SUCH-ITEM")))
        .contains("沒有借出：NO-SUCH-ITEM", "館藏系統不接受，它說：「查無此館藏」");
  }

  @Test
  void whileTheSystemIsAwayTheLibrarianMayGoOnByHand() throws Exception {
    Cookie clerk = staff("librarian.tnu");
    Card card = printedCard(HOME);
    StandinItem book = shelved();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);

    assertThat(next(clerk, lend(clerk, card, book.barcode())))
        .contains("現在連不上本館的館藏系統，什麼都沒有改變", "先記在借書證上", "name=\"byHand\" value=\"true\"");
    assertThat(cards.get(card.id()).loans()).isEmpty();
    assertThat(next(clerk, lend(clerk, card, book.barcode(), "byHand", "true")))
        .contains("已借出：")
        .doesNotContain("館藏系統也已經記下這一筆");

    standin.setFault(LENDER, StandinFault.NONE);
    standin.charge(LENDER, book.barcode(), card.slotAccount(), null);
    sweep();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    assertThat(next(clerk, send(clerk, "/desk/take-back", "barcode", book.barcode())))
        .contains("沒有歸還：", "先在這裡還", "name=\"byHand\" value=\"true\"");
  }

  @Test
  void whatIsNotKnownIsSaidSo() throws Exception {
    Cookie clerk = staff("librarian.tnu");
    Card card = printedCard(HOME);
    StandinItem book = shelved();
    standin.setFault(LENDER, StandinFault.BREAKS_DOWN);

    assertThat(next(clerk, lend(clerk, card, book.barcode())))
        .contains("還不知道有沒有借出：" + book.barcode(), "請不要再掃這一件");
  }

  @Test
  void aDisagreementShowsBothSidesAndIsSettledByOneOfItsChoices() throws Exception {
    Cookie clerk = staff("librarian.tnu");
    Card card = printedCard(HOME);
    StandinItem book = shelved();
    next(clerk, lend(clerk, card, book.barcode(), "byHand", "true"));
    sweep();
    String path = "/inbox/" + onlyTask(LENDER, Inbox.Kind.DISAGREEMENT);

    assertThat(page(clerk, "/inbox")).contains("記載不一致");
    assertThat(page(clerk, path))
        .contains("先記在借書證上", "借出中，應還日", "不在這個館際帳號上", card.slotAccount(), "沒有借出，從借書證上拿掉")
        .doesNotContain(readers.get(card.reader()).name());
    assertThat(english(clerk, path)).contains("It was not lent: take it off the card");

    assertThat(text(send(clerk, path + "/settle", "note", "長".repeat(501))))
        .contains("請選一個結果", "說明最多 500 個字");
    assertThat(text(send(clerk, path + "/settle", "choice", "MOVED"))).contains("請選一個結果");
    assertThat(next(clerk, send(clerk, path + "/approve"))).contains("不需要同意或不同意");
    assertThat(next(clerk, send(clerk, path + "/settle", "choice", "NEVER_LENT"))).contains("已經釐清");
    assertThat(cards.get(card.id()).loans()).isEmpty();
    assertThat(next(clerk, send(clerk, path + "/settle", "choice", "NEVER_LENT")))
        .contains("這件待辦已經結束了");
  }

  @Test
  void anotherSchoolsLibrariansSeeNothingOfADisagreement() throws Exception {
    Cookie clerk = staff("librarian.tnu");
    Card card = printedCard(HOME);
    next(clerk, lend(clerk, card, shelved().barcode(), "byHand", "true"));
    sweep();
    String path = "/inbox/" + onlyTask(LENDER, Inbox.Kind.DISAGREEMENT);
    Cookie stranger = staff("librarian.uch");

    assertThat(status(open(path, stranger))).isEqualTo(404);
    assertThat(next(stranger, send(stranger, path + "/settle", "choice", "NEVER_LENT")))
        .contains("這件待辦已經結束了");
    assertThat(cards.get(card.id()).loans()).hasSize(1);
  }

  @Test
  void slotsThatWaitForASilentLibraryAreLetGoOnOnePage() throws Exception {
    Cookie librarian = staff("librarian.hwu");
    Card card = printedCard(HOME);
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    cards.cancel(card.id());
    time.set(time.clock().instant().plus(Duration.ofDays(1)));
    detection.sweep();
    settling.review();
    String path = "/inbox/" + onlyTask(HOME, Inbox.Kind.RELEASE);

    assertThat(page(librarian, path))
        .contains("的館藏系統還沒有確認", card.number().value(), "沒有回答過", "問不到", "釋出這 1 個帳號");
    assertThat(english(librarian, path)).contains("Let these 1 accounts go");
    assertThat(next(librarian, send(librarian, path + "/let-go"))).contains("已經釋出 1 個館際帳號");
    assertThat(next(librarian, send(librarian, path + "/let-go"))).contains("這件待辦已經結束了");
  }

  @Test
  void aCardsPagesSayWhenEachLibraryAnswered() throws Exception {
    Card card = printedCard(HOME);
    StandinItem book = shelved();
    standin.charge(LENDER, book.barcode(), card.slotAccount(), null);
    Reader reader = readers.get(card.reader());
    Cookie own = reader(HOME.value(), reader.number());
    Cookie home = staff("librarian.hwu");
    String mine = "/me/cards/" + card.number();
    assertThat(page(own, mine)).contains("各館的系統馬上就會問到", "現在問一次");

    assertThat(next(own, send(own, mine + "/check")))
        .contains("館都回答了，下面是最新的情形", "的系統顯示您借了「" + book.title() + "」", "最後回答");
    assertThat(next(own, send(own, mine + "/check"))).contains("一分鐘內剛問過");
    assertThat(page(home, "/cards/" + card.number()))
        .contains("各館系統說過的", book.barcode(), "借給這個館際帳號", "最後回答");

    time.set(time.clock().instant().plus(Duration.ofMinutes(2)));
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    assertThat(next(home, send(home, "/cards/" + card.number() + "/check"))).contains("現在問不到");
    assertThat(page(own, mine)).contains("起問不到", "最後回答");
    assertThat(english(own, mine)).contains("Could not be asked since", "Last answer");
    Cookie lender = staff("librarian.tnu");
    assertThat(page(lender, "/cards/" + card.number())).contains("起問不到").doesNotContain("其他 ");
  }

  private StandinItem shelved() {
    return standin.items(LENDER).stream()
        .filter(item -> item.status() == StandinItem.Status.AVAILABLE && item.heldFor() == null)
        .skip(20)
        .findFirst()
        .orElseThrow();
  }

  private ResultActions lend(Cookie clerk, Card card, String barcode, String... more)
      throws Exception {
    String[] all = new String[6 + more.length];
    String[] first = {"card", card.number().value(), "identity", "seen", "scan", barcode};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return send(clerk, "/desk/scan", all);
  }

  private void sweep() {
    time.set(time.clock().instant().plus(Duration.ofMinutes(31)));
    detection.sweep();
  }

  private String onlyTask(SchoolCode school, Inbox.Kind kind) {
    return inbox.open(school).stream()
        .filter(task -> task.kind() == kind)
        .map(Inbox.Task::id)
        .reduce((one, other) -> UUID.randomUUID().toString())
        .orElseThrow();
  }

  private String english(Cookie session, String path) throws Exception {
    return text(mvc.perform(get(path).cookie(session).locale(Locale.ENGLISH)));
  }
}
