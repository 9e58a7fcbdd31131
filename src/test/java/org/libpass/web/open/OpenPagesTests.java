package org.libpass.web.open;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a visitor reads, in the language that the visitor reads. */
class OpenPagesTests extends PageTest {

  @Autowired OpenDays openDays;
  @Autowired TaipeiClock clock;

  @Test
  void theFirstPageHasTheFormTheFiguresAndTheDemoAccounts() throws Exception {
    open("/")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("國立臺北科技大學")))
        .andExpect(content().string(containsString("class=\"number\">21<")))
        .andExpect(content().string(containsString("ntut001")))
        .andExpect(content().string(containsString("聯盟")))
        .andExpect(content().string(containsString("熱門的書請提早申請")));
  }

  @Test
  void theRulesPageShowsTheAlliancesFiguresAndASchoolsOwn() throws Exception {
    open("/rules?school=")
        .andExpect(content().string(containsString("class=\"number\">50<")))
        .andExpect(content().string(containsString("逾期")))
        .andExpect(content().string(containsString("應還日前 3、1 天和當天會寄信提醒。")))
        .andExpect(content().string(containsString("逾期後第 1、3、7 天再提醒，之後每 7 天一次。")));
    open("/rules?school=NTUT")
        .andExpect(content().string(containsString("國立臺北科技大學讀者的借書證")))
        .andExpect(content().string(containsString("class=\"number\">40<")));
    open("/rules?school=%7Bx%7D%3Cb%3E&a=%22%3E%3Ci%3Ex")
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("<i>x"))));
  }

  @Test
  void aClosedDayIsOnTheFirstPageForAWeek() throws Exception {
    ClosedDay soon =
        ClosedDay.closed(
            new SchoolCode("CUTE"),
            clock.today().plusDays(6),
            clock.today().plusDays(8),
            "<b>搬遷</b>",
            "Moving house");
    openDays.add(soon);
    try {
      open("/")
          .andExpect(content().string(containsString("2026-11-29（日）")))
          .andExpect(content().string(containsString("&lt;b&gt;搬遷&lt;/b&gt;")));
      open("/closed-days?lang=en")
          .andExpect(content().string(containsString("2026-11-29 (Sun)")))
          .andExpect(content().string(containsString("Moving house")));
    } finally {
      openDays.remove(soon.id());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'en-GB,en;q=0.8,zh-TW;q=0.5', en",
    "'fr,de;q=0.8', zh-Hant-TW",
    "'zh-CN,en;q=0.5', zh-Hant-TW",
    "'fr,en;q=0.3,zh;q=0.1', en"
  })
  void theBrowsersListDecidesFirst(String accepted, String language) throws Exception {
    mvc.perform(get("/privacy").header("Accept-Language", accepted))
        .andExpect(content().string(containsString("<html lang=\"" + language + "\">")));
  }

  @Test
  void aChoiceOutweighsTheBrowserAndIsKept() throws Exception {
    mvc.perform(get("/privacy").param("lang", "en").header("Accept-Language", "zh-TW"))
        .andExpect(cookie().value("libpass-language", "en"))
        .andExpect(content().string(containsString("Privacy policy")));
    mvc.perform(
            get("/privacy")
                .header("Accept-Language", "zh-TW")
                .cookie(new Cookie("libpass-language", "en")))
        .andExpect(content().string(containsString("Privacy policy")))
        .andExpect(content().string(containsString("/privacy?lang=zh-TW")));
  }

  @Test
  void noPageHasCodeOrStyleInline() throws Exception {
    for (String page :
        new String[] {
          "/",
          "/sign-in",
          "/rules",
          "/privacy",
          "/closed-days",
          "/news",
          "/faq",
          "/guide",
          "/catalogues",
          "/contacts",
          "/accessibility"
        }) {
      open(page)
          .andExpect(content().string(not(containsString(" style=\""))))
          .andExpect(content().string(not(containsString("<style"))))
          .andExpect(content().string(not(containsString(" onclick="))))
          .andExpect(content().string(not(containsString("<script>"))));
    }
  }
}
