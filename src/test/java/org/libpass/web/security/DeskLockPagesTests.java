package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.card.Card;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.libpass.web.security.Rights.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A locked desk stays locked, whichever page is asked for, until the librarian is back. */
class DeskLockPagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("NANYA");

  @Autowired JdbcClient jdbc;

  private Cookie librarian;

  @BeforeEach
  void signInAndLock() throws Exception {
    librarian = staff("librarian.lanyang");
    assertThat(to("/desk/lock")).isEqualTo("/desk");
  }

  @AfterEach
  void forgetWrongPasswords() {
    jdbc.sql("delete from sign_in_attempt").update();
  }

  @Test
  void noPageOfTheStaffOpensWhileLocked() throws Exception {
    List<String> keys = List.of("/desk/lock", "/desk/unlock");
    SoftAssertions every = new SoftAssertions();
    for (Rights route : Rights.table()) {
      boolean librarians = route.roles().contains(Role.LIBRARIAN);
      if (librarians && !route.roles().contains(Role.VISITOR) && !keys.contains(route.path())) {
        MockHttpServletResponse answer =
            mvc.perform(
                    request(route.method(), route.with(Map.of())).with(csrf()).cookie(librarian))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        every.assertThat(answer.getStatus()).as("%s", route).isEqualTo(423);
        every.assertThat(answer.getContentAsString()).as("%s", route).contains("櫃台鎖住了");
      }
    }
    every.assertAll();
  }

  @Test
  void whatIsSentWhileLockedIsNotDone() throws Exception {
    Card card = printedCard(HOME);
    String number = card.number().value();

    var lent =
        send(librarian, "/desk/scan", "card", number, "identity", "seen", "scan", "LOCKED-1");

    assertThat(status(lent)).isEqualTo(423);
    assertThat(cards.get(card.id()).loans()).isEmpty();
    assertThat(page(librarian, "/desk?card=" + number))
        .doesNotContain(readers.get(card.reader()).name());
  }

  @Test
  void thePasswordLeadsBackToThePageThatWasWanted() throws Exception {
    Card card = printedCard(HOME);
    String wanted = "/desk?card=" + card.number() + "&identity=seen";
    assertThat(page(librarian, wanted)).contains("value=\"" + wanted.replace("&", "&amp;") + "\"");

    assertThat(to("/desk/unlock", "password", "demo", "back", wanted)).isEqualTo(wanted);

    assertThat(page(librarian, wanted)).contains(readers.get(card.reader()).name(), "掃要借的書");
  }

  @Test
  void aWrongPasswordOrNoneLeavesItLocked() throws Exception {
    for (String password : new String[] {"Demo", " demo", "", "d".repeat(129)}) {
      var answer = send(librarian, "/desk/unlock", "password", password);
      boolean tried = password.length() > 0 && password.length() < 129;
      assertThat(status(answer)).isEqualTo(tried ? 401 : 422);
      assertThat(text(answer))
          .contains(tried ? "密碼不對，櫃台還鎖著" : password.isEmpty() ? "請填寫密碼" : "密碼最多 128 個字")
          .doesNotContain("d".repeat(129));
      assertThat(status(open("/desk", librarian))).isEqualTo(423);
    }
  }

  @Test
  void guessingIsSlowedDownAsAtSigningIn() throws Exception {
    for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
      assertThat(status(send(librarian, "/desk/unlock", "password", "wrong"))).isEqualTo(401);
    }

    var answer = send(librarian, "/desk/unlock", "password", "demo");

    assertThat(status(answer)).isEqualTo(429);
    assertThat(text(answer)).contains("錯誤次數太多");
    assertThat(status(open("/desk", librarian))).isEqualTo(423);
    assertThat(status(signInAsStaff("librarian.lanyang", "demo", freshAddress())))
        .as("the same count as at signing in")
        .isEqualTo(429);
  }

  @Test
  void onlyThisSessionIsLockedAndPagesForEveryoneStayOpen() throws Exception {
    assertThat(status(open("/desk", staff("librarian.lanyang")))).isEqualTo(200);
    assertThat(status(open("/rules", librarian))).isEqualTo(200);
    assertThat(to("/sign-out")).isEqualTo("/");
  }

  @Test
  void aScriptIsAnsweredWithoutAPage() throws Exception {
    assertThat(status(send(librarian, "/desk/unlock", "password", "demo", "quiet", "true")))
        .isEqualTo(204);
    assertThat(status(open("/desk", librarian))).isEqualTo(200);
    assertThat(status(send(librarian, "/desk/lock", "quiet", "true"))).isEqualTo(204);
    assertThat(status(open("/desk", librarian))).isEqualTo(423);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "//evil.example/desk", "https://evil.example/desk", "/me", "/\\evil", "desk"})
  void leadsNowhereElse(String back) throws Exception {
    assertThat(to("/desk/unlock", "password", "demo", "back", back)).isEqualTo("/desk");
  }

  @Test
  void theTimeIsBetweenHalfAMinuteAndHalfAnHourOrNone() {
    assertThat(new LockSettings(Duration.ZERO).idleLock()).isZero();
    assertThat(new LockSettings(Duration.ofMinutes(30)).idleLock()).hasMinutes(30);
    for (int seconds : new int[] {-1, 29, 30 * 60 + 1}) {
      assertThatThrownBy(() -> new LockSettings(Duration.ofSeconds(seconds)))
          .hasMessageContaining("libpass.desk.idle-lock is 0, or from 30s to 30m");
    }
  }

  private String to(String path, String... parameters) throws Exception {
    return send(librarian, path, parameters).andReturn().getResponse().getRedirectedUrl();
  }
}
