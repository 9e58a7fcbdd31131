package org.libpass.web.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Activations;
import org.libpass.reader.Consents;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** A reader's visit, and everything that can be wrong with what a reader sends. */
class ReaderPagesTests extends PageTest {

  /** A school that the other page tests leave alone. */
  private static final SchoolCode HOME = new SchoolCode("NTCB");

  private static final AtomicInteger STUDENTS = new AtomicInteger(1900);
  private static final String LIBRARIAN = "librarian.ntcb";

  @Autowired Readers readers;
  @Autowired Activations activations;
  @Autowired CardApplications applications;
  @Autowired Cards cards;
  @Autowired OpenDays openDays;
  @Autowired Standin standin;
  @Autowired People people;
  @Autowired Consents consents;
  @Autowired JdbcClient jdbc;
  @Autowired TaipeiClock clock;

  private record Visitor(UUID id, Cookie session) {}

  /** A student who has just signed in, as a browser does. */
  private Visitor student() throws Exception {
    int number = STUDENTS.incrementAndGet();
    UUID id = people.signedIn(HOME, number);
    return new Visitor(id, reader("NTCB", "ntcb" + number));
  }

  private Visitor activeStudent() throws Exception {
    Visitor student = student();
    people.activated(student.id());
    return student;
  }

  private ResultActions send(Visitor who, String page, String... fields) throws Exception {
    var request = post(page).cookie(who.session()).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request);
  }

  /** What the form on a page carries to say what was seen. */
  private String seen(Visitor who, String page) throws Exception {
    String html = open(page, who.session()).andReturn().getResponse().getContentAsString();
    Matcher field = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(html);
    assertThat(field.find()).as(html).isTrue();
    return field.group(1);
  }

  private ResultActions apply(Visitor who, String seen) throws Exception {
    return send(
        who, "/me/cards/new", "email", "ming@example.org", "phone", "0912-345-678", "seen", seen);
  }

  private Card card(Visitor who) {
    return cards.ofReader(who.id()).get(0);
  }

  @Test
  void fromConsentToTheReviewAndTheCardOnPaper() throws Exception {
    Visitor me = student();
    open("/me", me.session()).andExpect(content().string(containsString("請先申請開通")));
    String read = seen(me, "/me/activation");
    send(me, "/me/activation/consent", "privacy", "true", "rules", "true", "seen", read)
        .andExpect(redirectedUrlPattern("/me/activation?agreed=*"));
    assertThat(readers.get(me.id()).consent()).as("agreeing leaves no trace").isNull();

    send(me, "/me/activation", "email", "Ming@example.org", "phone", "０９１２－３４５－６７８", "seen", read)
        .andExpect(redirectedUrl("/me/activation"));
    Reader asked = readers.get(me.id());
    assertThat(asked.phone()).isEqualTo("0912-345-678");
    assertThat(asked.consent()).isNotNull();
    open("/me/activation", me.session()).andExpect(content().string(containsString("開通審核中")));

    assertThat(activations.approve(people.activation(me.id()).id(), LIBRARIAN))
        .isEqualTo(Activations.Approved.DONE);
    apply(me, seen(me, "/me/cards/new")).andExpect(redirectedUrlPattern("/me/cards/NTCB-*"));
    Card card = card(me);
    String page = "/me/cards/" + card.number();
    open(page, me.session())
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(card.number().value())))
        .andExpect(content().string(containsString(card.slotAccount())))
        .andExpect(content().string(containsString("已申請")));
    open(page + "/print", me.session()).andExpect(redirectedUrl(page));

    send(me, page + "/print").andExpect(redirectedUrl(page + "/print"));
    assertThat(card(me).state()).isEqualTo(CardState.PRINTED);
    int events = cards.timeline(card.id()).size();
    send(me, page + "/print").andExpect(redirectedUrl(page + "/print"));
    assertThat(cards.timeline(card.id())).as("a reprint records nothing").hasSize(events);
    open(page + "/print", me.session()).andExpect(status().isOk());
  }

  @Test
  void consentWithoutATickIsAskedForBesideTheTick() throws Exception {
    Visitor me = student();
    send(me, "/me/activation/consent", "rules", "true", "seen", seen(me, "/me/activation"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("請先勾選同意隱私權政策")))
        .andExpect(content().string(not(containsString("請先勾選同意服務規範"))));
  }

  @Test
  void anActivationThatAgreedToAnOlderTextIsNotSent() throws Exception {
    Visitor me = student();
    send(me, "/me/activation", "email", "ming@example.org", "phone", "0912345678", "seen", "old")
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("請再讀一次")));
    open("/me/activation?agreed=old", me.session())
        .andExpect(content().string(containsString("請再讀一次")));
    assertThat(activations.of(me.id())).isEmpty();
  }

  @Test
  void whatIsWrongWithContactsIsSaidAndKept() throws Exception {
    Visitor me = student();
    String read = seen(me, "/me/activation");
    send(me, "/me/activation", "email", "<script>😀", "phone", "", "seen", read)
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("這不像電子郵件地址")))
        .andExpect(content().string(containsString("請填寫電話")))
        .andExpect(content().string(containsString("&lt;script&gt;😀")))
        .andExpect(content().string(not(containsString("<script>😀"))));
    send(me, "/me/profile", "email", "a".repeat(300) + "@example.org", "phone", "1".repeat(5000))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("電子郵件最多 254 個字")))
        .andExpect(content().string(containsString("7 到 20 位數字")));
    send(me, "/me/profile", "email", "a@example.org\r\nBcc: b@example.org", "phone", "0912345678")
        .andExpect(status().isUnprocessableContent());
    send(me, "/me/profile").andExpect(status().isUnprocessableContent());
    send(me, "/me/profile", "email", "b@example.org", "phone", "+886 (2) 2771-2171")
        .andExpect(redirectedUrl("/me/profile"));
    assertThat(readers.get(me.id()).email()).isEqualTo("b@example.org");
  }

  @Test
  void whoIsNotActivatedSeesWhyAndWhatToDo() throws Exception {
    Visitor me = student();
    open("/me/cards/new", me.session())
        .andExpect(content().string(containsString("還沒有開通")))
        .andExpect(content().string(containsString("href=\"/me/activation\"")));
    send(me, "/me/cards/new", "email", "a@example.org", "phone", "0912345678", "seen", "x");
    assertThat(cards.ofReader(me.id())).isEmpty();
  }

  @Test
  void everyReasonOfARefusalIsShown() throws Exception {
    Visitor late = new Visitor(people.signedIn(HOME, 2), reader("NTCB", "ntcb002"));
    open("/me/cards/new", late.session())
        .andExpect(content().string(containsString("逾期")))
        .andExpect(content().string(containsString("還沒有開通")));
  }

  @Test
  void aFormIsShownAgainWhenClosedDaysChangedMeanwhile() throws Exception {
    Visitor me = activeStudent();
    String before = seen(me, "/me/cards/new");
    ClosedDay sudden =
        ClosedDay.closed(new SchoolCode("CUTE"), clock.today(), clock.today(), "颱風停班", "Typhoon");
    openDays.add(sudden);
    try {
      apply(me, before)
          .andExpect(status().isConflict())
          .andExpect(content().string(containsString("申請還沒有送出")))
          .andExpect(content().string(containsString("颱風停班")))
          .andExpect(content().string(containsString("<dt>中國科技大學</dt>")))
          .andExpect(content().string(containsString("<del>2026-11-23（一） 開館</del>")))
          .andExpect(content().string(containsString("<ins>2026-11-23（一） 休館</ins>")));
      assertThat(cards.ofReader(me.id())).isEmpty();
      apply(me, seen(me, "/me/cards/new")).andExpect(redirectedUrlPattern("/me/cards/NTCB-*"));
    } finally {
      openDays.remove(sudden.id());
    }
  }

  @Test
  void theOfferSaysWhereToGoAndWhen() throws Exception {
    Visitor me = activeStudent();
    String page =
        open("/me/cards/new", me.session()).andReturn().getResponse().getContentAsString();
    assertThat(page)
        .contains("今天開到 21:00；明天 08:20–21:00")
        .contains("貴校現在還能發的證（名額 50 張）")
        .contains("借期 14 天")
        .contains("臺北市");
    assertThat(page.indexOf("臺北市")).as("nearest first").isLessThan(page.indexOf("基隆市"));
  }

  @Test
  void aNewPrivacyPolicyIsAgreedToBeforeTheNextCard() throws Exception {
    Visitor me = activeStudent();
    jdbc.sql("update reader set privacy_version = '0.9' where id = :id")
        .param("id", me.id())
        .update();
    open("/me", me.session()).andExpect(content().string(containsString("隱私權政策從 2026-09-01")));
    open("/me/cards/new", me.session())
        .andExpect(content().string(containsString("href=\"/me/privacy?then=apply\"")))
        .andExpect(content().string(not(containsString("name=\"seen\""))));
    apply(me, "x").andExpect(redirectedUrl("/me/privacy?then=apply"));
    assertThat(cards.ofReader(me.id())).isEmpty();

    send(me, "/me/privacy", "seen", "1.0", "then", "apply")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("請先勾選同意，才能繼續。")));
    send(me, "/me/privacy", "seen", "0.9", "privacy", "true", "then", "apply")
        .andExpect(redirectedUrl("/me/privacy"));
    assertThat(consents.of(me.id())).as("nothing of an older text").hasSize(1);
    send(me, "/me/privacy", "seen", "1.0", "privacy", "true", "then", "apply")
        .andExpect(redirectedUrl("/me/cards/new"));
    assertThat(consents.of(me.id())).hasSize(2);
    apply(me, seen(me, "/me/cards/new")).andExpect(redirectedUrlPattern("/me/cards/NTCB-*"));
    open("/me", me.session())
        .andExpect(content().string(containsString("您的借書證還沒列印")))
        .andExpect(content().string(containsString("去列印")));
  }

  @Test
  void whatWasAgreedToCanBeReadAgain() throws Exception {
    Visitor me = activeStudent();
    open("/me/privacy", me.session())
        .andExpect(content().string(containsString("href=\"/privacy?version=1.0\"")));
    open("/privacy?version=1.0").andExpect(content().string(containsString("不留密碼")));
    open("/privacy?version=7.7").andExpect(status().isNotFound());
    open("/privacy?version=%3Cb%3E").andExpect(status().isNotFound());
  }

  @Test
  void aSecondClickIsToldOfTheCard() throws Exception {
    Visitor me = activeStudent();
    String seen = seen(me, "/me/cards/new");
    apply(me, seen);
    ResultActions second = apply(me, seen);
    second.andExpect(redirectedUrl("/me/cards/" + card(me).number()));
    assertThat(cards.ofReader(me.id())).hasSize(1);
    open("/me/cards/new", me.session()).andExpect(content().string(containsString("您手上已經有一張")));
  }

  @Test
  void nothingIsIssuedWhileTheLibraryCannotBeAsked() throws Exception {
    Visitor me = activeStudent();
    String seen = seen(me, "/me/cards/new");
    standin.setUnavailable(HOME, true);
    try {
      apply(me, seen)
          .andExpect(status().isServiceUnavailable())
          .andExpect(content().string(containsString("所以沒有發證")))
          .andExpect(content().string(containsString("2026-11-23（一）09:00")));
      send(me, "/me/refresh").andExpect(redirectedUrl("/me"));
    } finally {
      standin.setUnavailable(HOME, false);
    }
    assertThat(cards.ofReader(me.id())).isEmpty();
  }

  @Test
  void aCardIsCancelledOnce() throws Exception {
    Visitor me = activeStudent();
    apply(me, seen(me, "/me/cards/new"));
    String page = "/me/cards/" + card(me).number();
    send(me, page + "/cancel").andExpect(redirectedUrl(page));
    assertThat(card(me).state()).isEqualTo(CardState.CANCELLED);
    send(me, page + "/cancel").andExpect(redirectedUrl(page));
    send(me, page + "/print").andExpect(redirectedUrl(page));
    send(me, page + "/done").andExpect(redirectedUrl(page));
    open(page, me.session())
        .andExpect(content().string(containsString("已取消")))
        .andExpect(content().string(not(containsString("action=\"" + page + "/cancel\""))));
  }

  @Test
  void anotherReadersCardIsNotThere() throws Exception {
    Visitor owner = activeStudent();
    apply(owner, seen(owner, "/me/cards/new"));
    Visitor stranger = student();
    String page = "/me/cards/" + card(owner).number();
    open(page, stranger.session())
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("您沒有這張借書證")));
    send(stranger, page + "/cancel").andExpect(status().isNotFound());
    open("/me/applications/" + card(owner).id(), stranger.session())
        .andExpect(status().isNotFound());
    open("/me/applications/nonsense", stranger.session()).andExpect(status().isNotFound());
    open("/me/cards/😀", stranger.session()).andExpect(status().isNotFound());
    assertThat(card(owner).isOpen()).isTrue();
  }

  @Test
  void aNameThatFontsMayLackIsPrintedWithTheReaderNumber() throws Exception {
    Visitor me =
        new Visitor(people.signedIn(new SchoolCode("NTUT"), 10), reader("NTUT", "ntut010"));
    people.activated(me.id());
    apply(me, seen(me, "/me/cards/new")).andExpect(redirectedUrlPattern("/me/cards/NTUT-*"));
    open("/me/cards/" + card(me).number(), me.session())
        .andExpect(content().string(containsString("林𠮷祥")))
        .andExpect(content().string(containsString("請用讀者編號核對")))
        .andExpect(content().string(containsString("ntut010")));
  }

  @Test
  void pagesSpeakTheLanguageOfTheirReader() throws Exception {
    Visitor me = activeStudent();
    open("/me?lang=en", me.session())
        .andExpect(content().string(containsString("<html lang=\"en\">")))
        .andExpect(content().string(containsString("Hello, ")));
    open("/me/cards/new", me.session(), new Cookie("libpass-language", "en"))
        .andExpect(content().string(containsString("2026-11-26 (Thu)")));
    open("/me/cards/new", me.session(), new Cookie("libpass-language", "<junk>"))
        .andExpect(content().string(containsString("2026-11-26（四）")));
  }

  @Test
  void pagesOfAReaderAreNotKeptByCaches() throws Exception {
    open("/me", student().session())
        .andExpect(header().string("Cache-Control", startsWith("no-cache, no-store")));
    assertThat(TestTime.START).isEqualTo(clock.instant());
  }
}
