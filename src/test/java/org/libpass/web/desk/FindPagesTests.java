package org.libpass.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** The card is not at hand: a desk finds it by the full name and the school only, and says why. */
class FindPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CUFA");
  private static final String DESK = "TCUST";

  @Autowired AuditLog audit;
  @Autowired Looks looks;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.tcust");
  }

  @Test
  void findsOpenCardsByTheWholeNameAndKeepsWhy() throws Exception {
    Card card = printedCard(HOME);
    String name = readers.get(card.reader()).name();

    assertThat(next(librarian, find("CUFA", " " + name + " ", "忘了帶證")))
        .contains(name, card.number().value(), "/desk?card=" + card.number());
    assertThat(newest().action()).isEqualTo("card-found-by-name");
    assertThat(newest().subject()).isEqualTo(card.number().value());
    assertThat(newest().actor()).isEqualTo("librarian.tcust");
    assertThat(newest().detail()).isEqualTo("忘了帶證");
    assertThat(looks.of(card.reader(), 0, 10))
        .anyMatch(look -> look.place() == Look.Place.DESK && look.by().equals("librarian.tcust"));
    assertThat(page(librarian, "/desk/find")).as("shown once").doesNotContain(name);
  }

  @Test
  void findsNothingByLessThanThat() throws Exception {
    Card card = printedCard(HOME);
    String name = readers.get(card.reader()).name();
    String number = card.number().value();

    for (String part : List.of(name.substring(0, 1), name.substring(1), "%", name + "?")) {
      assertThat(next(librarian, find("CUFA", part, "找人")))
          .contains("沒有這個姓名的有效證")
          .doesNotContain(number);
      assertThat(newest().action()).isEqualTo("no-card-of-name");
      assertThat(newest().subject()).isEqualTo("CUFA");
      assertThat(String.valueOf(newest().detail())).doesNotContain(name);
    }
    assertThat(next(librarian, find("NTUT", name, "找人"))).doesNotContain(number);
    cards.cancel(card.id());
    assertThat(next(librarian, find("CUFA", name, "找人"))).doesNotContain(number);
  }

  @Test
  void schoolNameAndReasonAreRequired() throws Exception {
    long before = newest() == null ? 0 : newest().id();

    var sent = find("", " ", "");
    assertThat(status(sent)).isEqualTo(422);
    assertThat(text(sent)).contains("請選讀者的學校", "請打讀者的全名", "請寫下理由");
    assertThat(text(find("NOSUCH", "王小明", "理由"))).contains("請選讀者的學校", "value=\"王小明\"");
    assertThat(text(find("CUFA", "長".repeat(121), "長".repeat(301))))
        .contains("姓名最多 120 個字", "理由最多 300 個字");
    assertThat(newest() == null ? 0 : newest().id()).isEqualTo(before);
  }

  private AuditLog.Entry newest() {
    return audit.newest(DESK, 1).stream().findFirst().orElse(null);
  }

  private ResultActions find(String school, String name, String reason) throws Exception {
    return send(librarian, "/desk/find", "school", school, "name", name, "reason", reason);
  }
}
