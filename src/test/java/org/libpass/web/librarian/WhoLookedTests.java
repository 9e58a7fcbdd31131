package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.reader.Activations;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose pages show a reader in full is written down, and the reader can read it. */
class WhoLookedTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CGUST");
  private static final int FIRST = 1700;

  private static int students = FIRST;

  @Autowired private Looks looks;
  @Autowired private Activations activations;

  private int number;
  private UUID reader;
  private Cookie librarian;

  @BeforeEach
  void aStudentAndALibrarian() throws Exception {
    number = students++;
    reader = people.signedIn(HOME, number);
    librarian = staff("librarian.cgust");
  }

  @AfterEach
  void backToTheStart() {
    time.set(TestTime.START);
  }

  @Test
  void aLookAtATaskIsTold() throws Exception {
    people.submit(reader);
    UUID activation = people.activation(reader).id();
    page(librarian, "/inbox");
    assertThat(looks.of(reader, 0, 10)).as("a list is no look").isEmpty();

    String task = "/inbox/" + task(HOME, activation).id();
    page(librarian, task);
    page(librarian, task);

    assertThat(looks.of(reader, 0, 10))
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.by()).isEqualTo("librarian.cgust");
              assertThat(look.place()).isEqualTo(Look.Place.TASK);
            });
    assertThat(page(me(), "/me/privacy")).contains("誰看過我的資料", "在待辦事項", "2026-11-23（一）09:00");
    activations.refuse(activation, "librarian.cgust", "不符");
  }

  @Test
  void aLookAtACardIsToldOfTheHomeSchoolOnly() throws Exception {
    Card card = card();
    page(staff("librarian.cute"), "/cards/" + card.number());
    assertThat(looks.of(reader, 0, 10)).as("a masked name is no look").isEmpty();

    page(librarian, "/cards/" + card.number());

    assertThat(looks.of(reader, 0, 10)).extracting(Look::place).containsExactly(Look.Place.CARD);
  }

  @Test
  void theReaderReadsNamesAndNoAccounts() throws Exception {
    Cookie me = me();
    assertThat(page(me, "/me/privacy")).contains("還沒有館員看過您的資料");

    looks.looked(reader, "librarian.cgust", Look.Place.READER);
    looks.looked(reader, "librarian.gone", Look.Place.CARD);
    looks.looked(reader, "alliance", Look.Place.TASK);

    assertThat(page(me, "/me/privacy"))
        .contains("（長庚科技大學館員）", "在讀者資料頁", "一位館員（帳號已經停用）", "（聯盟管理者）")
        .doesNotContain("librarian.cgust", "librarian.gone");
    assertThat(page(me, "/me/privacy?lang=en"))
        .contains("A librarian whose account has been closed", "alliance administrator");
  }

  @Test
  void aLongListIsShownInPages() throws Exception {
    for (int i = 0; i < 21; i++) {
      looks.looked(reader, "librarian.cgust", Look.Place.READER);
      time.set(time.clock().instant().plus(Duration.ofHours(1)));
    }
    Cookie me = me();

    assertThat(page(me, "/me/privacy"))
        .contains("2026-11-24（二）05:00", "href=\"/me/privacy?looks=2#looks\"")
        .doesNotContain("2026-11-23（一）09:00", "looks=0");
    assertThat(page(me, "/me/privacy?looks=2"))
        .contains("2026-11-23（一）09:00", "href=\"/me/privacy?looks=1#looks\"")
        .doesNotContain("2026-11-24（二）05:00", "looks=3");
    assertThat(page(me, "/me/privacy?looks=99999999999")).contains("2026-11-24（二）05:00");
    assertThat(page(me, "/me/privacy?looks=77")).contains("沒有更早的紀錄了");
  }

  private Cookie me() throws Exception {
    return reader("CGUST", "cgust" + number);
  }

  private Card card() {
    var answer = applications.apply(people.activated(reader));
    assertThat(answer).isInstanceOf(CardApplications.Answer.Issued.class);
    Card card = ((CardApplications.Answer.Issued) answer).card();
    cards.print(card.id());
    desk.lend(
        new SchoolCode("CUTE"),
        card.id(),
        new Loan.Item("LOOK-" + number, "百年孤寂", "圖書"),
        new Desk.Librarian("librarian.cute", true, true));
    return cards.get(card.id());
  }
}
