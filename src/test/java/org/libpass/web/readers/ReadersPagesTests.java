package org.libpass.web.readers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.notice.Mail;
import org.libpass.notice.Mailbox;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A librarian looks for the school's readers, reads about one, suspends, lifts, marks as leaving.
 */
class ReadersPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("NANYA");
  private static final SchoolCode LENDER = new SchoolCode("CUTE");

  @Autowired private Looks looks;
  @Autowired private AuditLog audit;
  @Autowired private Mailbox mailbox;
  @Autowired private JdbcClient jdbc;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.nanya");
  }

  @Test
  void findsByNameNumberAndAddress() throws Exception {
    Reader one = readers.get(people.activeStudent(HOME));
    Reader other = readers.get(people.student(HOME));
    readers.correctContact(one.id(), "x_y%z@example.org", "0912-000-111");

    assertThat(page(librarian, "/readers")).contains(one.number(), other.number());
    for (String words :
        new String[] {one.name(), one.number().toUpperCase(), "X_Y%Z@example", "x_y"}) {
      assertThat(page(librarian, "/readers?words=" + words)).as(words).contains(link(one));
    }
    assertThat(page(librarian, "/readers?words=_y%z@")).contains(link(one));
    assertThat(page(librarian, "/readers?words=x-y")).doesNotContain(link(one));
    assertThat(page(librarian, "/readers?words=" + one.number() + "&status=NOT_ACTIVATED"))
        .doesNotContain(link(one))
        .contains("沒有符合的讀者");
    assertThat(page(librarian, "/readers?status=NOT_ACTIVATED"))
        .contains(link(other))
        .doesNotContain(link(one), "x_y%z@example.org");
    assertThat(page(librarian, "/readers?words=\0<b>'"))
        .contains("沒有符合的讀者", "&lt;b&gt;")
        .doesNotContain("<b>'");
    assertThat(page(staff("librarian.tnu"), "/readers?words=" + one.number()))
        .doesNotContain(link(one));
    assertThat(looks.of(one.id(), 0, 10)).as("a list is no look").isEmpty();
  }

  @Test
  void aLongListIsShownInPages() throws Exception {
    SchoolCode crowded = new SchoolCode("HWH");
    for (int i = 0; i < 51; i++) {
      jdbc.sql(
              "insert into reader (id, version, school, number, name, status, language,"
                  + " language_chosen, asked_at) select :id, 0, school, :number, '陳大文', 'ACTIVE',"
                  + " 'zh-TW', false, asked_at from reader where id = :like")
          .param("id", UUID.randomUUID())
          .param("number", "many%02d".formatted(i))
          .param("like", people.signedIn(crowded, 1))
          .update();
    }
    Cookie crowdedLibrarian = staff("librarian.hwh");

    assertThat(page(crowdedLibrarian, "/readers?words=many&status=ACTIVE"))
        .contains("找到 51 位", "many00", "many49", "page=2")
        .doesNotContain("many50", "page=0");
    assertThat(page(crowdedLibrarian, "/readers?words=many&status=ACTIVE&page=2"))
        .contains("many50", "page=1")
        .doesNotContain("many49", "page=3");
    assertThat(page(crowdedLibrarian, "/readers?words=many&page=9")).contains("這一頁之後沒有讀者了");
    jdbc.sql("delete from reader where number like 'many%'").update();
  }

  @Test
  void showsAReaderToTheHomeSchoolAlone() throws Exception {
    Card card = printedCard(HOME);
    Reader reader = readers.get(card.reader());

    assertThat(page(librarian, path(reader)))
        .contains(reader.name(), reader.number(), "reader@example.org", "0912-345-678")
        .contains(card.number().value(), "同意開通", "系統回答的時間", "隱私權政策第 1.0 版");
    assertThat(looks.of(reader.id(), 0, 10))
        .extracting(Look::place)
        .containsExactly(Look.Place.READER);
    for (String stranger : new String[] {"librarian.tnu", "librarian.cute"}) {
      assertThat(status(open(path(reader), staff(stranger)))).as(stranger).isEqualTo(404);
      for (String step : new String[] {"/refresh", "/suspend", "/lift", "/leave", "/stay"}) {
        var sent = send(staff(stranger), path(reader) + step, "reason", "不", "from", "2026-11-30");
        assertThat(status(sent)).as(stranger + step).isEqualTo(404);
      }
    }
    assertThat(readers.get(reader.id()).isActive()).isTrue();
    assertThat(readers.get(reader.id()).leavingFrom()).isNull();
    assertThat(status(open("/readers/nonsense", librarian))).isEqualTo(404);
    assertThat(status(open("/readers/" + UUID.randomUUID(), librarian))).isEqualTo(404);
    assertThat(status(open(path(reader), staff("policy.nanya")))).isEqualTo(403);
    assertThat(next(librarian, send(librarian, path(reader) + "/refresh"))).contains("已經向圖書館系統問到");
  }

  @Test
  void suspendsWithAReasonAndLiftsWithAReason() throws Exception {
    Card card = printedCard(HOME);
    Reader reader = readers.get(card.reader());
    Loan.Item item = new Loan.Item("SUSP-" + card.number(), "百年孤寂", "圖書");
    desk.lend(LENDER, card.id(), item, new Desk.Librarian("librarian.cute", true, true));

    assertThat(status(send(librarian, path(reader) + "/suspend", "reason", " "))).isEqualTo(422);
    var tooLong = send(librarian, path(reader) + "/suspend", "reason", "長".repeat(501));
    assertThat(text(tooLong)).contains("理由最多 500 字", "長".repeat(501));
    assertThat(readers.get(reader.id()).isActive()).isTrue();

    assertThat(next(librarian, send(librarian, path(reader) + "/suspend", "reason", "<b>證件借人</b>")))
        .contains("已經停權", "&lt;b&gt;證件借人&lt;/b&gt;", "恢復借書服務");

    assertThat(readers.get(reader.id()).isSuspended()).isTrue();
    assertThat(subjects(reader)).contains("館際借書服務已停權");
    assertThat(page(librarian, path(reader))).contains("寄給讀者的信", "館際借書服務已停權", "等待寄出");
    assertThat(page(reader("NANYA", reader.number()), "/me")).contains("停權", "&lt;b&gt;證件借人");
    assertThat(reasons(applications.apply(reader.id()))).contains("suspended");
    Loan.Item another = new Loan.Item("SUSP2-" + card.number(), "紅樓夢", "圖書");
    desk.lend(LENDER, card.id(), another, new Desk.Librarian("librarian.cute", true, true));
    assertThat(cards.get(card.id()).loansOut())
        .extracting(Loan::barcode)
        .containsExactly(item.barcode());
    assertThat(next(librarian, send(librarian, path(reader) + "/suspend", "reason", "再一次")))
        .contains("不能停權，什麼都沒有改變");

    assertThat(next(librarian, send(librarian, path(reader) + "/lift", "reason", "已經說明")))
        .contains("已經恢復", "已經說明");

    assertThat(readers.get(reader.id()).isActive()).isTrue();
    assertThat(subjects(reader)).contains("館際借書服務已恢復");
    assertThat(page(reader("NANYA", reader.number()), "/me")).doesNotContain("證件借人");
    assertThat(next(librarian, send(librarian, path(reader) + "/lift", "reason", "再一次")))
        .contains("現在沒有停權");
    assertThat(audit.newest("NANYA", 20))
        .filteredOn(entry -> entry.subject().equals(reader.id().toString()))
        .extracting(AuditLog.Entry::action)
        .containsExactly("reader-lifted", "reader-suspended");
  }

  @Test
  void onlyAnActiveReaderCanBeSuspended() throws Exception {
    Reader student = readers.get(people.student(HOME));

    assertThat(page(librarian, path(student))).contains("還沒有寄過信給這位讀者").doesNotContain("要停權時才打開");
    assertThat(next(librarian, send(librarian, path(student) + "/suspend", "reason", "試試")))
        .contains("不能停權");
    assertThat(readers.get(student.id()).status()).isEqualTo(Reader.Status.NOT_ACTIVATED);
  }

  @Test
  void whoLeavesGetsNoNewCardFromThatDay() throws Exception {
    Reader reader = readers.get(people.activeStudent(HOME));
    LocalDate today = time.clock().today();

    for (String wrong : new String[] {"", "明天", today.minusDays(1).toString(), "2999-01-01"}) {
      assertThat(status(send(librarian, path(reader) + "/leave", "from", wrong))).isEqualTo(422);
    }
    String tomorrow = today.plusDays(1).toString();
    assertThat(next(librarian, send(librarian, path(reader) + "/leave", "from", tomorrow)))
        .contains("起不再發新證", "標記離校：", tomorrow);
    assertThat(readers.get(reader.id()).isLeaving(today)).isFalse();
    Answer before = applications.apply(reader.id());
    assertThat(before).isInstanceOf(Answer.Issued.class);
    cards.cancel(((Answer.Issued) before).card().id());

    next(librarian, send(librarian, path(reader) + "/leave", "from", today.toString()));
    assertThat(reasons(applications.apply(reader.id()))).containsExactly("leaving");
    assertThat(page(reader("NANYA", reader.number()), "/me/cards/new"))
        .contains("學校已經登記您離校", "請洽所屬校圖書館更正");

    assertThat(next(librarian, send(librarian, path(reader) + "/stay"))).contains("已經取消");
    assertThat(readers.get(reader.id()).leavingFrom()).isNull();
    assertThat(next(librarian, send(librarian, path(reader) + "/stay"))).contains("沒有離校標記");
    assertThat(audit.newest("NANYA", 20))
        .filteredOn(entry -> entry.subject().equals(reader.id().toString()))
        .extracting(AuditLog.Entry::action)
        .containsExactly("reader-staying", "reader-leaving", "reader-leaving");
  }

  private static List<String> reasons(CardApplications.Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reasons().stream().map(one -> one.key()).toList();
  }

  private List<String> subjects(Reader reader) {
    return mailbox.to(reader.id(), 50).stream().map(Mail::subject).toList();
  }

  private static String path(Reader reader) {
    return "/readers/" + reader.id();
  }

  private static String link(Reader reader) {
    return "href=\"" + path(reader) + "\"";
  }
}
