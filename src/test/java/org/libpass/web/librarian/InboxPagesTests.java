package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.ils.Standin;
import org.libpass.process.Inbox;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

class InboxPagesTests extends StaffPageTest {

  private static final SchoolCode SCHOOL = new SchoolCode("LHU");
  private static final SchoolCode LENDER = new SchoolCode("UCH");

  @Autowired Activations activations;
  @Autowired Standin libraries;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.lhu");
  }

  @Test
  void listsWhatWaitsTheOldestFirstAndSaysWhatIsLate() throws Exception {
    Reader first = pending();
    time.set(time.clock().today().plusDays(5));
    Reader second = pending();

    String page = page(librarian, "/inbox?kind=ACTIVATION");

    assertThat(page).containsSubsequence(first.name(), "已等 5 天", "已過希望完成日 3 天");
    assertThat(page).containsSubsequence(first.name(), second.name(), "今天送來");
    assertThat(page(librarian, "/inbox?kind=OVERDUE")).doesNotContain(first.name());
    assertThat(page(librarian, "/inbox?kind=nonsense")).contains(first.name());
    assertThat(page(librarian, "/inbox?kind=ACTIVATION&lang=en")).contains("Late by 3 days");
    page(librarian, "/inbox?lang=zh-TW");
  }

  @Test
  void showsWhatTheLibrarySystemAndThePolicySayAndApproves() throws Exception {
    Reader reader = pending();
    String path = path(reader);

    assertThat(page(librarian, path))
        .contains(reader.name(), reader.number(), "reader@example.org", "0912-345-678")
        .contains("您的開通申請需要所屬校館員看過。", "alliance/policy.drl");
    String next = next(librarian, send(librarian, path + "/approve"));

    assertThat(next).contains(reader.name() + " 開通了");
    assertThat(readers.get(reader.id()).isActive()).isTrue();
  }

  @Test
  void aRefusalNeedsAReasonThatTheReaderCanRead() throws Exception {
    Reader reader = pending();
    String path = path(reader);

    var without = send(librarian, path + "/refuse", "standard", "", "words", "  ");
    assertThat(status(without)).isEqualTo(422);
    assertThat(text(without)).contains("請選一個常用理由，或自己寫一句");

    String html = "<script>alert(1)</script>𠮷" + "長".repeat(500);
    var tooLong = send(librarian, path + "/refuse", "words", html);
    assertThat(status(tooLong)).isEqualTo(422);
    assertThat(text(tooLong))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;𠮷")
        .doesNotContain("<script>alert");

    String contact = offered(librarian, path, "電子郵件或電話聯絡不上");
    String together = "長".repeat(490);
    var both = send(librarian, path + "/refuse", "standard", contact, "words", together);
    assertThat(text(both)).contains("最多 500 字", together);
    assertThat(readers.get(reader.id()).status()).isEqualTo(Reader.Status.PENDING);

    String next =
        next(
            librarian,
            send(librarian, path + "/refuse", "standard", contact, "words", "<b>請更正</b>"));

    assertThat(next).contains("已告訴 " + reader.name());
    Activation refused = people.activation(reader.id());
    assertThat(refused.reason()).startsWith("電子郵件或電話聯絡不上").endsWith("<b>請更正</b>");
    time.clock().advance(Duration.ofMinutes(1));
    people.submit(reader.id());
    assertThat(page(librarian, path(reader))).contains("以前沒有通過的申請", "&lt;b&gt;請更正&lt;/b&gt;");
  }

  @Test
  void aSecondLibrarianIsToldWhoHasTheTaskAndCanDecideNothing() throws Exception {
    Reader reader = pending();
    String path = path(reader);
    Cookie second = staff("librarian2.lhu");
    assertThat(next(librarian, send(librarian, path + "/claim"))).contains("這件由您處理");

    assertThat(page(second, path)).contains("正在處理這件，所以您現在不能決定").doesNotContain("/approve");
    assertThat(next(second, send(second, path + "/approve"))).contains("這件已經有同事在處理");
    assertThat(next(second, send(second, path + "/refuse", "words", "不"))).contains("這件已經有同事在處理");
    assertThat(next(second, send(second, path + "/claim"))).contains("這件已經有同事在處理");
    assertThat(next(second, send(second, path + "/release"))).contains("這件已經有同事在處理");
    assertThat(readers.get(reader.id()).status()).isEqualTo(Reader.Status.PENDING);

    assertThat(next(librarian, send(librarian, path + "/release", "from", "list")))
        .contains("已經放回待辦");
    assertThat(next(second, send(second, path + "/approve"))).contains("開通了");
  }

  @Test
  void aTaskThatIsGoneSaysSoAndLeadsBack() throws Exception {
    Reader reader = pending();
    String path = path(reader);
    activations.approve(people.activation(reader.id()).id(), "librarian2.lhu");

    var page = open(path, librarian);
    assertThat(status(page)).isEqualTo(404);
    assertThat(text(page)).contains("貴校的待辦裡沒有這一件", "href=\"/inbox\"");
    for (String action : new String[] {"/approve", "/refuse", "/claim", "/release"}) {
      assertThat(next(librarian, send(librarian, path + action, "words", "不")))
          .contains("這件待辦已經結束了");
    }
    assertThat(readers.get(reader.id()).isActive()).isTrue();
  }

  @Test
  void anotherSchoolsTaskIsNotThere() throws Exception {
    Reader reader = pending();
    String path = path(reader);
    Cookie stranger = staff("librarian.uch");

    var page = open(path, stranger);
    assertThat(status(page)).isEqualTo(404);
    assertThat(text(page)).doesNotContain(reader.name());
    assertThat(page(stranger, "/inbox")).doesNotContain(path);
    assertThat(next(stranger, send(stranger, path + "/approve"))).contains("這件待辦已經結束了");
    assertThat(readers.get(reader.id()).status()).isEqualTo(Reader.Status.PENDING);
  }

  @Test
  void whoIsNoLibrarianGetsNoInbox() throws Exception {
    assertThat(status(open("/inbox", staff("policy.lhu")))).isEqualTo(403);
    assertThat(status(open("/inbox", staff("alliance")))).isEqualTo(403);
    assertThat(open("/inbox").andReturn().getResponse().getRedirectedUrl())
        .isEqualTo("/staff/sign-in");
  }

  @Test
  void anActivationWaitsWhileTheLibrarySystemIsSilent() throws Exception {
    Reader reader = pending();
    String path = path(reader);
    libraries.setUnavailable(SCHOOL, true);
    try {
      assertThat(next(librarian, send(librarian, path + "/approve"))).contains("現在問不到本校的圖書館系統");
    } finally {
      libraries.setUnavailable(SCHOOL, false);
    }
    assertThat(readers.get(reader.id()).status()).isEqualTo(Reader.Status.PENDING);
    assertThat(next(librarian, send(librarian, path + "/approve"))).contains("開通了");
  }

  @Test
  void aReferredApplicationIsApproved() throws Exception {
    UUID application = referred();
    String path = "/inbox/" + task(SCHOOL, application).id();

    assertThat(page(librarian, path)).contains("為什麼要請您看", "張使用中，上限 50 張");
    String next = next(librarian, send(librarian, path + "/approve"));

    Card card = cards.get(application);
    assertThat(card.state()).isEqualTo(CardState.ISSUED);
    assertThat(next).contains(card.number().value());
    cards.cancel(application);
  }

  @Test
  void aReferredApplicationWaitsWhileTheLibrarySystemIsSilentAndIsRefused() throws Exception {
    UUID application = referred();
    String path = "/inbox/" + task(SCHOOL, application).id();
    libraries.setUnavailable(SCHOOL, true);
    try {
      assertThat(next(librarian, send(librarian, path + "/approve"))).contains("現在問不到本校的圖書館系統");
    } finally {
      libraries.setUnavailable(SCHOOL, false);
    }
    assertThat(cards.get(application).state()).isEqualTo(CardState.REFERRED);
    assertThat(page(librarian, "/cards/application/" + application)).contains("審核中");

    String next =
        next(
            librarian,
            send(librarian, path + "/refuse", "standard", offered(librarian, path, "請帶證件到圖書館櫃台")));

    assertThat(next).contains("這次沒有通過和原因");
    assertThat(cards.get(application).state()).isEqualTo(CardState.REFUSED);
    assertThat(page(librarian, "/cards/application/" + application)).contains("請帶證件到圖書館櫃台");
  }

  @Test
  void anOverdueFollowUpNamesBookAndReaderAndHasNothingToDecide() throws Exception {
    Card card = printedCard(SCHOOL);
    Loan.Item item = new Loan.Item("LATE-" + card.slot(), "<i>遲到的書</i>", "圖書");
    desk.lend(LENDER, card.id(), item, new Desk.Librarian("librarian.uch", true, true));
    time.set(cards.get(card.id()).loans().get(0).returnBy().plusDays(1));
    timers.fireDue();
    String path = "/inbox/" + task(SCHOOL, card.id()).id();

    assertThat(page(librarian, path))
        .contains("&lt;i&gt;遲到的書&lt;/i&gt;", "逾期", "0912-345-678", "會自己結束")
        .doesNotContain("/approve");
    assertThat(next(librarian, send(librarian, path + "/approve"))).contains("不需要同意或不同意");

    desk.takeBack(LENDER, item.barcode(), Desk.Librarian.of("librarian.uch").withoutSystem());
    assertThat(inbox.open(SCHOOL)).noneMatch(task -> task.subject().equals(card.id()));
  }

  /** What the form sends for the reason that begins so. */
  private String offered(Cookie session, String path, String text) throws Exception {
    var option = Pattern.compile("<option value=\"(\\w+)\">" + text).matcher(page(session, path));
    assertThat(option.find()).as(text).isTrue();
    return option.group(1);
  }

  private Reader pending() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    return readers.get(reader);
  }

  private String path(Reader reader) {
    Inbox.Task task = task(SCHOOL, people.activation(reader.id()).id());
    return "/inbox/" + task.id();
  }

  /** An application of the demo's reader of whom the library system leaves things unsaid. */
  private UUID referred() {
    UUID reader = people.signedIn(SCHOOL, 11);
    if (!readers.get(reader).isActive()) {
      people.activated(reader);
    }
    Answer answer = applications.apply(reader);
    assertThat(answer).isInstanceOf(Answer.Referred.class);
    return ((Answer.Referred) answer).application();
  }
}
