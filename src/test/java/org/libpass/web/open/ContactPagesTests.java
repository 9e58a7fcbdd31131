package org.libpass.web.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.notice.Mail;
import org.libpass.notice.Mailbox;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The contact form, from what is typed to the mail that waits for the alliance. */
class ContactPagesTests extends PageTest {

  @Autowired private Mailbox mailbox;
  @Autowired private People people;
  @Autowired private TaipeiClock clock;
  @Autowired private TestTime time;
  @Autowired private JdbcClient jdbc;

  /** Tells one test's message from all others. */
  private final String name = "陳雅婷" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void nobodyHasWritten() {
    jdbc.sql("delete from contact_attempt").update();
  }

  @Test
  void aMessageReachesTheAllianceAndIsConfirmed() throws Exception {
    open("/contact").andExpect(content().string(containsString("<h1>聯絡我們</h1>")));
    send(Map.of("text", "第一行\r\n第二行 <𠮷>")).andExpect(redirectedUrl("/contact/sent"));
    Mail mail = mail();
    assertThat(mail.recipient()).isEqualTo("alliance@localhost");
    assertThat(mail.subject()).isEqualTo("[聯絡我們] 借書和還書：" + name);
    assertThat(mail.body()).contains("第一行\n第二行 <𠮷>", "yating@example.org", "看的是中文網頁");
    open("/contact/sent").andExpect(content().string(containsString("信已寄出")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "topic, ``, 請選一個主題",
        "topic, NONSENSE, 請選一個主題",
        "name, ` `, 請填姓名",
        "email, ``, 請填電子郵件",
        "email, nobody, 這不像電子郵件地址",
        "email, `a@example.org, b@example.org`, 這不像電子郵件地址",
        "text, ` `, 請寫下您的問題",
      })
  void whatIsMissingOrWrongIsSaidAndWhatWasTypedIsKept(String field, String typed, String said)
      throws Exception {
    ResultActions answer = send(Map.of(field, typed));
    answer
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(said),
                        containsString("id=\"" + field + "-error\""),
                        not(containsString("Failed to convert")))));
    String page = answer.andReturn().getResponse().getContentAsString();
    if (!field.equals("name")) {
      assertThat(page).contains("value=\"" + name + "\"");
    }
    if (!field.equals("text")) {
      assertThat(page).contains("\n我的書</textarea>");
    }
    if (!field.equals("topic")) {
      assertThat(page).contains("<option value=\"LOAN\" selected=\"selected\">");
    }
    assertThat(mails()).isZero();
  }

  @Test
  void aMessageThatIsTooLongIsKept() throws Exception {
    send(Map.of("text", "長".repeat(4001)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("內容超過 4000 個字")))
        .andExpect(content().string(containsString("長".repeat(4001))));
    send(Map.of("text", "長".repeat(4000))).andExpect(redirectedUrl("/contact/sent"));
  }

  @Test
  void aProgramThatFillsInEverythingIsToldThatAllIsWell() throws Exception {
    send(Map.of("website", "https://example.org")).andExpect(redirectedUrl("/contact/sent"));
    assertThat(mails()).isZero();
  }

  @Test
  void aNameCannotAddALineToTheMailsHead() throws Exception {
    send(Map.of("name", name + "\r\nBcc: all@example.org"))
        .andExpect(redirectedUrl("/contact/sent"));
    assertThat(mail().subject()).endsWith(name + " Bcc: all@example.org");
  }

  @Test
  void whoWritesTooOftenIsAskedToWaitAndLosesNothing() throws Exception {
    String address = freshAddress();
    time.set(LocalDateTime.of(2026, 11, 23, 10, 0, 30));
    for (int i = 0; i < ContactThrottle.PER_NETWORK; i++) {
      send(Map.of(), address).andExpect(redirectedUrl("/contact/sent"));
    }
    for (int i = 0; i < 2; i++) {
      send(Map.of(), address)
          .andExpect(status().isTooManyRequests())
          .andExpect(header().string("Retry-After", "3601"))
          .andExpect(content().string(allOf(containsString("請在 11:01 以後"), containsString("我的書"))));
    }
    assertThat(mails()).isEqualTo(ContactThrottle.PER_NETWORK);
    send(Map.of(), freshAddress()).andExpect(redirectedUrl("/contact/sent"));
    clock.advance(ContactThrottle.WINDOW);
    send(Map.of(), address).andExpect(redirectedUrl("/contact/sent"));
  }

  @Test
  void allTogetherCannotFloodTheAllianceEither() throws Exception {
    for (int i = 0; i < ContactThrottle.FROM_ALL; i++) {
      jdbc.sql("insert into contact_attempt (id, network, sent_at) values (:id, 'x', :now)")
          .param("id", UUID.randomUUID())
          .param("now", clock.instant().atZone(TaipeiClock.ZONE).toOffsetDateTime())
          .update();
    }
    send(Map.of()).andExpect(status().isTooManyRequests());
  }

  @Test
  void aReaderNeedNotSayWhoTheyAre() throws Exception {
    people.activated(people.signedIn(new SchoolCode("TNU"), 1));
    open("/contact", reader("TNU", "tnu001"))
        .andExpect(content().string(containsString("value=\"reader@example.org\"")));
  }

  @Test
  void thePageIsInEnglishToo() throws Exception {
    open("/contact?lang=en")
        .andExpect(content().string(containsString("<h1>Contact us</h1>")))
        .andExpect(content().string(containsString("Please leave this field empty")));
  }

  private ResultActions send(Map<String, String> typed) throws Exception {
    return send(typed, freshAddress());
  }

  /** A good message but for what is typed otherwise. */
  private ResultActions send(Map<String, String> typed, String from) throws Exception {
    MockHttpServletRequestBuilder request =
        post("/contact")
            .with(csrf())
            .with(
                it -> {
                  it.setRemoteAddr(from);
                  return it;
                });
    Map.of("topic", "LOAN", "name", name, "email", "yating@example.org", "text", "我的書")
        .forEach((field, value) -> request.param(field, typed.getOrDefault(field, value)));
    if (typed.containsKey("website")) {
      request.param("website", typed.get("website"));
    }
    return mvc.perform(request);
  }

  private long mails() {
    return mailbox.newest(1000).stream().filter(mail -> mail.subject().contains(name)).count();
  }

  private Mail mail() {
    return mailbox.newest(1000).stream()
        .filter(mail -> mail.subject().contains(name))
        .findFirst()
        .orElseThrow();
  }
}
