package org.libpass.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.People;
import org.libpass.web.PageTest;
import org.libpass.web.ReaderLanguage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The language of a reader, from one browser to the next. */
class LanguageChoiceTests extends PageTest {

  private static final Cookie ENGLISH = new Cookie(ReaderLanguage.COOKIE, "en");
  private static final Cookie CHINESE = new Cookie(ReaderLanguage.COOKIE, "zh-TW");

  @Autowired private People people;
  @Autowired private Readers readers;
  @Autowired private JdbcClient jdbc;
  private UUID me;

  @BeforeEach
  void hasNeverChosen() {
    me = people.signedIn(new SchoolCode("TNU"), 1);
    jdbc.sql("update reader set language = 'zh-TW', language_chosen = false where id = :me")
        .param("me", me)
        .update();
  }

  @Test
  void untilTheReaderChoosesEachBrowserDecides() throws Exception {
    signIn("en-GB").andExpect(cookie().doesNotExist(ReaderLanguage.COOKIE));
    assertThat(reader().language().getLanguage()).isEqualTo("en");
    signIn("zh-TW").andExpect(cookie().doesNotExist(ReaderLanguage.COOKIE));
    assertThat(reader().language().getLanguage()).isEqualTo("zh");
    assertThat(reader().hasChosenLanguage()).isFalse();
  }

  @Test
  void aChoiceGoesWithTheReaderToAnotherBrowser() throws Exception {
    Cookie session = session(signIn("zh-TW"));
    open("/me?lang=en", session)
        .andExpect(cookie().value(ReaderLanguage.COOKIE, "en"))
        .andExpect(content().string(containsString("<html lang=\"en\">")));
    assertThat(reader().hasChosenLanguage()).isTrue();

    ResultActions elsewhere =
        signIn("zh-TW").andExpect(cookie().value(ReaderLanguage.COOKIE, "en"));
    open("/me", session(elsewhere), ENGLISH)
        .andExpect(content().string(containsString("<html lang=\"en\">")));
    assertThat(reader().language().getLanguage()).isEqualTo("en");
  }

  @Test
  void whatIsChosenBeforeTheSignInIsTheReadersChoice() throws Exception {
    signIn("zh-TW", ENGLISH);
    assertThat(reader().language().getLanguage()).isEqualTo("en");
    assertThat(reader().hasChosenLanguage()).isTrue();
  }

  @Test
  void whatSomebodyElseHasLeftInABrowserChangesNoChoice() throws Exception {
    signIn("zh-TW", ENGLISH);
    signIn("zh-TW", CHINESE).andExpect(cookie().value(ReaderLanguage.COOKIE, "en"));
    assertThat(reader().language().getLanguage()).isEqualTo("en");
  }

  private Reader reader() {
    return readers.get(me);
  }

  private ResultActions signIn(String browser, Cookie... cookies) throws Exception {
    String from = freshAddress();
    MockHttpServletRequestBuilder request =
        post("/sign-in")
            .param("school", "TNU")
            .param("account", "tnu001")
            .param("password", "demo")
            .header("Accept-Language", browser)
            .with(csrf())
            .with(
                it -> {
                  it.setRemoteAddr(from);
                  return it;
                });
    return mvc.perform(cookies.length == 0 ? request : request.cookie(cookies));
  }
}
