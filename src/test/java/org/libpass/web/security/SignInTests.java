package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Signing in: the three bad answers told apart, sessions nobody planted, guessing slowed down. */
class SignInTests extends PageTest {

  @Autowired Standin standin;
  @Autowired TaipeiClock clock;

  @Test
  void aReaderComesToTheirOwnPage() throws Exception {
    ResultActions answer = signIn("NTUT", "ntut001", "demo", freshAddress());
    answer
        .andExpect(redirectedUrl("/me"))
        .andExpect(cookie().httpOnly("libpass-session", true))
        .andExpect(cookie().sameSite("libpass-session", "Lax"));
    open("/me", session(answer)).andExpect(status().isOk());
  }

  @Test
  void aWrongPasswordIsOneAnswer() throws Exception {
    String account = freshAccount();
    signIn("NTUT", account, "wrong", freshAddress())
        .andExpect(status().isUnauthorized())
        .andExpect(content().string(containsString("帳號或密碼不對")))
        .andExpect(content().string(containsString("value=\"" + account + "\"")))
        .andExpect(content().string(matchesRegex("(?s).*value=\"NTUT\"[^>]*selected.*")))
        .andExpect(content().string(not(containsString("value=\"wrong\""))));
  }

  @Test
  void aLibrarySystemThatDoesNotAnswerIsAnother() throws Exception {
    SchoolCode school = new SchoolCode("CUTE");
    standin.setUnavailable(school, true);
    try {
      signIn("CUTE", "cute001", "demo", freshAddress())
          .andExpect(status().isServiceUnavailable())
          .andExpect(content().string(containsString("連不上您學校圖書館的系統")));
    } finally {
      standin.setUnavailable(school, false);
    }
  }

  @Test
  void whatIsMissingIsSaidBesideTheFieldAndTheRestIsKept() throws Exception {
    signIn("NTUT", "", "", freshAddress())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("請填寫帳號")))
        .andExpect(content().string(containsString("請填寫密碼")))
        .andExpect(content().string(containsString("aria-invalid=\"true\"")))
        .andExpect(content().string(matchesRegex("(?s).*value=\"NTUT\"[^>]*selected.*")));
  }

  @Test
  void whatCannotBeAnAccountIsSaidSo() throws Exception {
    signIn("NTUT", "<b>😀</b>", "demo", freshAddress())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("帳號只會有英文字母")))
        .andExpect(content().string(containsString("&lt;b&gt;😀&lt;/b&gt;")));
    signIn("NTUT", "x".repeat(5000), "demo", freshAddress())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("帳號最多 64 個字")));
    signIn("NOWHERE", "ntut001", "demo", freshAddress())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("請選擇您的學校")));
  }

  @Test
  void fiveWrongPasswordsAreEnoughForAQuarterOfAnHour() throws Exception {
    String account = freshAccount();
    for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
      signIn("NTUT", account, "wrong", freshAddress()).andExpect(status().isUnauthorized());
    }
    signIn("NTUT", account.toUpperCase(java.util.Locale.ROOT), "wrong", freshAddress())
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"))
        .andExpect(content().string(containsString("請在 09:15 以後再試")));
    signIn("CUTE", account, "wrong", freshAddress()).andExpect(status().isUnauthorized());

    clock.advance(SignInThrottle.WINDOW);
    signIn("NTUT", account, "wrong", freshAddress()).andExpect(status().isUnauthorized());
  }

  @Test
  void aRightPasswordForgetsTheWrongOnes() throws Exception {
    for (int i = 0; i < 3 * SignInThrottle.PER_ACCOUNT; i++) {
      if (i % SignInThrottle.PER_ACCOUNT == SignInThrottle.PER_ACCOUNT - 1) {
        signIn("NTUT", "ntut005", "demo", freshAddress()).andExpect(redirectedUrl("/me"));
      } else {
        signIn("NTUT", "ntut005", "wrong", freshAddress()).andExpect(status().isUnauthorized());
      }
    }
  }

  @Test
  void oneAddressCannotTryManyAccounts() throws Exception {
    String address = freshAddress();
    for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
      signInAsStaff(freshAccount(), "wrong", address).andExpect(status().isUnauthorized());
      clock.advance(Duration.ofSeconds(1));
    }
    signIn("NTUT", "ntut001", "demo", address).andExpect(status().isTooManyRequests());
    signIn("NTUT", "ntut001", "demo", freshAddress()).andExpect(redirectedUrl("/me"));
  }

  @Test
  void addressesOfOneHouseholdCountAsOne() {
    assertThat(Network.of("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(Network.of("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Network.of("::1")).isEqualTo("0:0:0:0");
  }

  @Test
  void aSessionThatWasThereBeforeEndsAtSignIn() throws Exception {
    Cookie planted = session(mvc.perform(get("/me")).andExpect(redirectedUrl("/sign-in")));
    Cookie own =
        session(
            mvc.perform(
                    post("/sign-in")
                        .param("school", "NTUT")
                        .param("account", "ntut001")
                        .param("password", "demo")
                        .cookie(planted)
                        .with(csrf()))
                .andExpect(redirectedUrl("/me")));
    assertThat(own.getValue()).isNotEqualTo(planted.getValue());
    open("/me", planted).andExpect(redirectedUrl("/sign-in"));
    open("/me", own).andExpect(status().isOk());
  }

  @Test
  void whoWantedAPageBeforeSigningInComesThere() throws Exception {
    Cookie visitor = session(open("/me/profile").andExpect(redirectedUrl("/sign-in")));
    mvc.perform(
            post("/sign-in")
                .param("school", "NTUT")
                .param("account", "ntut001")
                .param("password", "demo")
                .cookie(visitor)
                .with(csrf()))
        .andExpect(redirectedUrl("/me/profile"));
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    Cookie reader = reader("NTUT", "ntut001");
    mvc.perform(post("/sign-out").cookie(reader).with(csrf())).andExpect(redirectedUrl("/"));
    open("/me", reader).andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void staffComeToTheirOwnPages() throws Exception {
    signInAsStaff("Librarian.NTUT", "demo", freshAddress()).andExpect(redirectedUrl("/inbox"));
    signInAsStaff("policy.ntut", "demo", freshAddress()).andExpect(redirectedUrl("/policy"));
    signInAsStaff("librarian.ntut", "wrong", freshAddress())
        .andExpect(status().isUnauthorized())
        .andExpect(content().string(containsString("帳號或密碼不對")));
  }
}
