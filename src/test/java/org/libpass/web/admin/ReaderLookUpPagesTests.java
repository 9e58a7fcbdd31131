package org.libpass.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** The alliance looks a reader up: masked, and in full with a reason. */
class ReaderLookUpPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CUFA");
  private static final SchoolCode LENDER = new SchoolCode("TCUST");
  private static final Desk.Librarian CLERK = new Desk.Librarian("librarian.tcust", true, true);

  @Autowired AuditLog audit;
  @Autowired Looks looks;

  private Cookie alliance;
  private Card card;
  private Reader reader;

  @BeforeEach
  void lend() throws Exception {
    alliance = staff("alliance");
    card = printedCard(HOME);
    reader = readers.get(card.reader());
    desk.lend(LENDER, card.id(), new Loan.Item("A-LOOK-1", "祕密讀物", "圖書"), CLERK);
  }

  @AfterEach
  void leaveNothing() {
    desk.takeBack(LENDER, "A-LOOK-1", CLERK);
    cards.revoke(card.id(), "librarian.cufa", "end of the test");
  }

  @Test
  void findsByAWholeNumberAndShowsItMasked() throws Exception {
    String byCard = next(alliance, find(card.number().value().toLowerCase(), ""));
    String byReader = next(alliance, find(reader.number(), "CUFA"));

    for (String shown : new String[] {byCard, byReader}) {
      assertThat(shown)
          .contains(reader.maskedName(), reader.maskedNumber(), card.number().value())
          .contains("慈濟科技大學", "等著寄", "申請借書證", "（不顯示）")
          .doesNotContain(reader.name(), reader.number(), "reader@example.org", "0912-345-678")
          .doesNotContain("祕密讀物", "A-LOOK-1");
    }
    assertThat(looks.of(reader.id(), 0, 10)).noneMatch(look -> look.place() == Look.Place.ALLIANCE);
  }

  @Test
  void findsNobodyByLess() throws Exception {
    for (String[] typed :
        new String[][] {
          {"", ""},
          {reader.number(), ""},
          {reader.number(), "NTUT"},
          {reader.number().substring(1), "CUFA"},
          {reader.name(), "CUFA"},
          {"CUFA-1-20000101000000", "CUFA"}
        }) {
      var sent = find(typed[0], typed[1]);
      assertThat(status(sent)).as(typed[0]).isEqualTo(422);
    }
    assertThat(text(find("NOBODY", "CUFA"))).contains("沒有這個號碼", "value=\"NOBODY\"");
    assertThat(status(open("/admin/readers/" + UUID.randomUUID(), alliance))).isEqualTo(404);
    assertThat(status(open("/admin/readers/nonsense", alliance))).isEqualTo(404);
  }

  @Test
  void showsWhoItIsOnceWithAReasonThatIsKept() throws Exception {
    String path = "/admin/readers/" + reader.id();
    var bare = send(alliance, path + "/full", "reason", " ");
    assertThat(status(bare)).isEqualTo(422);
    assertThat(text(bare)).contains("請寫下理由").doesNotContain(reader.name());

    String shown = next(alliance, send(alliance, path + "/full", "reason", "讀者來電，找不到證"));

    assertThat(shown)
        .contains(reader.name(), reader.number(), "reader@example.org", "0912-345-678")
        .doesNotContain("祕密讀物", "A-LOOK-1");
    assertThat(page(alliance, path)).doesNotContain(reader.name(), reader.number());
    AuditLog.Entry kept = audit.newest("CUFA", 1).get(0);
    assertThat(kept.actor()).isEqualTo("alliance");
    assertThat(kept.action()).isEqualTo("reader-shown-in-full");
    assertThat(kept.subject()).isEqualTo(reader.id().toString());
    assertThat(kept.detail()).isEqualTo("讀者來電，找不到證");
    assertThat(looks.of(reader.id(), 0, 1))
        .allMatch(look -> look.place() == Look.Place.ALLIANCE && look.by().equals("alliance"))
        .hasSize(1);
    Cookie own = reader("CUFA", reader.number());
    assertThat(page(own, "/me/privacy")).contains("在聯盟的查詢頁");
  }

  private ResultActions find(String number, String school) throws Exception {
    return send(alliance, "/admin/readers", "number", number, "school", school);
  }
}
