package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.SignInLinks;
import org.libpass.reader.list.ReaderLists;
import org.libpass.school.SchoolCode;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** Signing in at a school without a connection: by a link in a mail, on the same form. */
@ExtendWith(OutputCaptureExtension.class)
class SignInLinkPagesTests extends PageTest {

  private static final SchoolCode LANYANG = new SchoolCode("LANYANG");
  private static final Pattern LINK = Pattern.compile("/sign-in/link/[\\w-]+");
  private static final Cookie ENGLISH = new Cookie("libpass-language", "en");

  @Autowired ReaderLists lists;
  @Autowired JdbcClient jdbc;
  @Autowired TaipeiClock clock;

  private final String number = freshAccount();

  @BeforeEach
  void oneReader() {
    String list = "證號,姓名,信箱\n" + number + ",游俊傑," + number + "@mail.example.org\n";
    var waiting =
        (ReaderLists.Upload.Waiting)
            lists.upload(LANYANG, "librarian.test", list.getBytes(StandardCharsets.UTF_8));
    lists.confirm(LANYANG, "librarian.test", waiting.id());
  }

  @Test
  void theFormSaysWhichSchoolsSendALink() throws Exception {
    for (String page : List.of("/", "/sign-in")) {
      open(page)
          .andExpect(content().string(containsString("LANYANG 蘭陽技術學院（寄連結登入）")))
          .andExpect(content().string(containsString("NTUT 國立臺北科技大學</option>")))
          .andExpect(content().string(containsString("登入連結會寄到信箱")));
    }
    open("/sign-in", ENGLISH).andExpect(content().string(containsString("(link by mail)")));
  }

  @Test
  void aLinkIsAskedForLookedAtAndUsedOnce(CapturedOutput output) throws Exception {
    signIn("LANYANG", number, "", freshAddress()).andExpect(redirectedUrl("/sign-in/link"));
    String link = link();
    for (int i = 0; i < 2; i++) { // a mail scanner comes first
      open(link)
          .andExpect(status().isOk())
          .andExpect(header().string("Cache-Control", containsString("no-store")))
          .andExpect(content().string(containsString("游○傑")))
          .andExpect(content().string(not(containsString("游俊傑"))));
    }
    open(link, ENGLISH).andExpect(content().string(containsString("This link is for 游○傑")));
    ResultActions signedIn = press(link);
    signedIn.andExpect(redirectedUrl("/me"));
    open("/me", session(signedIn)).andExpect(content().string(containsString("游俊傑")));
    isUseless(link);
    assertThat(output.getAll()).doesNotContain(link.substring("/sign-in/link/".length()));
  }

  @Test
  void aLinkWhoseTimeIsOverAndOneThatNeverWas() throws Exception {
    signIn("LANYANG", number + "@MAIL.example.org", "", freshAddress());
    String link = link();
    clock.advance(SignInLinks.LIFE);
    isUseless(link);
    isUseless("/sign-in/link/nonsense");
    open("/sign-in/link/nonsense", ENGLISH)
        .andExpect(content().string(containsString("This link does nothing any more")));
  }

  @Test
  void theAnswerDoesNotTellWhoIsKnown() throws Exception {
    int before = mails();
    String known = answer(signIn("LANYANG", number, "", freshAddress()));
    assertThat(mails()).isEqualTo(before + 1);
    String unknown = answer(signIn("LANYANG", freshAccount(), "", freshAddress()));
    assertThat(mails()).isEqualTo(before + 1);
    assertThat(known).isEqualTo(unknown).contains("請到信箱收信");
    open("/sign-in/link", ENGLISH)
        .andExpect(content().string(containsString("Please look into your mailbox")));
  }

  @Test
  void whoTypesAPasswordIsToldThatThereIsNone() throws Exception {
    ResultActions answer = signIn("LANYANG", number, "Secret-Word", freshAddress());
    answer.andExpect(redirectedUrl("/sign-in/link"));
    open("/sign-in/link", session(answer))
        .andExpect(content().string(containsString("這裡不用密碼")))
        .andExpect(content().string(not(containsString("Secret-Word"))));
    open("/sign-in/link").andExpect(content().string(not(containsString("這裡不用密碼"))));
  }

  @Test
  void whatIsMissingIsSaidAndElsewhereThePasswordStillIs() throws Exception {
    signIn("LANYANG", "", "", freshAddress())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("請填寫帳號")))
        .andExpect(content().string(not(containsString("請填寫密碼"))));
    signIn("NTUT", "ntut001", "", freshAddress())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("請填寫密碼")));
  }

  @Test
  void askingIsSlowedDownPerAccountAndPerAddress() throws Exception {
    int before = mails();
    for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
      signIn("LANYANG", number, "", freshAddress()).andExpect(redirectedUrl("/sign-in/link"));
    }
    signIn("LANYANG", number, "", freshAddress()).andExpect(status().isTooManyRequests());
    assertThat(mails()).as("three an hour").isEqualTo(before + 3);

    String address = freshAddress();
    for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
      signIn("LANYANG", freshAccount(), "", address).andExpect(redirectedUrl("/sign-in/link"));
    }
    signIn("LANYANG", freshAccount(), "", address).andExpect(status().isTooManyRequests());
  }

  @Test
  void aSessionThatWasThereBeforeEnds() throws Exception {
    signIn("LANYANG", number, "", freshAddress());
    Cookie planted = session(open("/me/profile").andExpect(redirectedUrl("/sign-in")));
    ResultActions signedIn = mvc.perform(post(link()).cookie(planted).with(csrf()));
    signedIn.andExpect(redirectedUrl("/me/profile"));
    assertThat(session(signedIn).getValue()).isNotEqualTo(planted.getValue());
    open("/me", planted).andExpect(redirectedUrl("/sign-in"));
  }

  @Test
  void aPressWithoutTheFormsTokenUsesNothingUp() throws Exception {
    signIn("LANYANG", number, "", freshAddress());
    String link = link();
    mvc.perform(post(link)).andExpect(status().isForbidden());
    press(link).andExpect(redirectedUrl("/me"));
  }

  private ResultActions press(String link) throws Exception {
    return mvc.perform(post(link).with(csrf()));
  }

  private void isUseless(String link) throws Exception {
    for (ResultActions answer : List.of(open(link), press(link))) {
      answer
          .andExpect(status().isGone())
          .andExpect(content().string(containsString("這個登入連結沒有作用了")))
          .andExpect(content().string(containsString("href=\"/sign-in\"")));
    }
  }

  /** The page that the answer leads to, without the form's own token. */
  private String answer(ResultActions sent) throws Exception {
    assertThat(sent.andReturn().getResponse().getStatus()).isEqualTo(302);
    ResultActions page = open(String.valueOf(sent.andReturn().getResponse().getRedirectedUrl()));
    page.andReturn().getResponse().setCharacterEncoding("UTF-8");
    return page.andReturn()
        .getResponse()
        .getContentAsString()
        .replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1");
  }

  /** The only one in a mail to this reader. */
  private String link() {
    String body =
        jdbc.sql("select body from mail where lower(recipient) = :to")
            .param("to", number + "@mail.example.org")
            .query(String.class)
            .single();
    Matcher link = LINK.matcher(body);
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private int mails() {
    return jdbc.sql("select count(*) from mail").query(Integer.class).single();
  }
}
