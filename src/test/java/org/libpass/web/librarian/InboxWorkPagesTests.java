package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.content.DeclineReason.Question;
import org.libpass.content.DeclineReasons;
import org.libpass.ils.Standin;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** A librarian's way through the inbox: filters, the next task, colleagues, many at once. */
class InboxWorkPagesTests extends StaffPageTest {

  private static final SchoolCode SCHOOL = new SchoolCode("YDU");

  @Autowired Activations activations;
  @Autowired DeclineReasons reasons;
  @Autowired Standin libraries;
  @Autowired JdbcClient jdbc;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.ydu");
  }

  @AfterEach
  void leaveNothing() {
    libraries.setUnavailable(SCHOOL, false);
    for (Inbox.Task task : inbox.open(SCHOOL)) {
      activations.refuse(task.subject(), "librarian.ydu", "end of the test");
    }
    for (Question question : Question.values()) {
      reasons.change(SCHOOL, question, List.of(), "librarian.ydu");
    }
    time.set(TestTime.START);
  }

  @Test
  void theFilterGoesAlongAndTheNextTaskOfItOpens() throws Exception {
    Reader first = pending();
    Reader second = pending();
    send(librarian, path(first) + "/claim");
    send(librarian, path(second) + "/claim");
    String filter = "?kind=ACTIVATION&show=MINE";

    String list = page(librarian, "/inbox" + filter);
    assertThat(list).contains(path(first) + "?kind=ACTIVATION&amp;show=MINE", second.name());
    assertThat(page(librarian, "/inbox?show=NOBODYS")).doesNotContain(first.name());
    String task = page(librarian, path(first) + filter);
    assertThat(task)
        .contains(
            "href=\"/inbox?kind=ACTIVATION&amp;show=MINE\"",
            path(first) + "/approve?kind=ACTIVATION&amp;show=MINE");

    ResultActions sent = send(librarian, path(first) + "/approve" + filter);
    assertThat(location(sent)).isEqualTo(path(second) + filter);
    assertThat(next(librarian, sent)).contains("開通了", "接著是清單裡的這一件", second.name());

    ResultActions last = send(librarian, path(second) + "/approve" + filter);
    assertThat(location(last)).isEqualTo("/inbox" + filter);
  }

  @Test
  void searchKeepsWhatWasTypedAndSaysWhenNothingFits() throws Exception {
    Reader first = pending();
    Reader second = pending();

    assertThat(page(librarian, "/inbox?q=" + second.number()))
        .contains(second.name(), "value=\"" + second.number() + "\"")
        .doesNotContain(path(first));
    assertThat(page(librarian, "/inbox?q=<b>&page=x&show=?")).contains("沒有和「&lt;b&gt;」相符的待辦");
    assertThat(page(librarian, "/inbox?page=99")).contains("這一種目前沒有待辦");
  }

  @Test
  void aTaskIsHandedOverAndTakenOverAfterAsking() throws Exception {
    Reader reader = pending();
    String path = path(reader);
    Cookie colleague = staff("librarian2.ydu");
    String name = displayName("librarian2.ydu");

    assertThat(next(librarian, send(librarian, path + "/hand", "colleague", "librarian.uch")))
        .contains("請選一位本校的館員");
    assertThat(next(librarian, send(librarian, path + "/hand", "colleague", "policy.ydu")))
        .contains("請選一位本校的館員");
    assertThat(next(librarian, send(librarian, path + "/hand", "colleague", "librarian2.ydu")))
        .contains("這件交給 " + name + " 了", "由我接手");
    assertThat(page(colleague, path)).contains("您正在處理");

    assertThat(page(librarian, path + "/take-over"))
        .contains("現在由 " + name + " 處理", "librarian2.ydu");
    assertThat(page(librarian, path + "/take-over?lang=en")).contains("Take it over from " + name);
    page(librarian, "/inbox?lang=zh-TW");
    assertThat(next(librarian, send(librarian, path + "/take-over", "former", "nobody")))
        .contains("這件已經有同事在處理");
    assertThat(next(librarian, send(librarian, path + "/take-over", "former", "librarian2.ydu")))
        .contains("您從 " + name + " 接手了這件", "您正在處理");
    assertThat(next(colleague, send(colleague, path + "/approve"))).contains("這件已經有同事在處理");
    assertThat(status(open(path + "/take-over", staff("librarian.uch")))).isEqualTo(404);
  }

  @Test
  void manyAreApprovedAndThePageSaysWhatWasNotAndWhy() throws Exception {
    Reader one = pending();
    Reader two = pending();
    Reader colleagues = pending();
    Reader gone = pending();
    Cookie colleague = staff("librarian2.ydu");
    send(colleague, path(colleagues) + "/claim");
    String goneTask = id(gone);
    activations.refuse(people.activation(gone.id()).id(), "librarian2.ydu", "請洽櫃台");

    assertThat(page(librarian, "/inbox"))
        .contains("value=\"" + id(one) + "\"")
        .doesNotContain("value=\"" + id(colleagues) + "\"");
    String result =
        next(librarian, many(librarian, id(one), id(two), id(two), id(colleagues), goneTask));

    assertThat(result)
        .contains("同意了 2 件：" + one.name() + "、" + two.name(), "留下 2 件", "同事正在處理", "已經結束了");
    assertThat(readers.get(one.id()).isActive()).isTrue();
    assertThat(readers.get(two.id()).isActive()).isTrue();
    assertThat(readers.get(colleagues.id()).status()).isEqualTo(Reader.Status.PENDING);
    assertThat(next(librarian, many(librarian))).contains("還沒有勾選任何一件");
  }

  @Test
  void noneOfManyIsApprovedWhileTheLibrarySystemIsSilentOrBySomeoneElse() throws Exception {
    Reader reader = pending();
    libraries.setUnavailable(SCHOOL, true);
    assertThat(next(librarian, many(librarian, id(reader)))).contains("沒有同意任何一件", "現在問不到圖書館系統");
    libraries.setUnavailable(SCHOOL, false);
    Cookie stranger = staff("librarian.uch");
    assertThat(next(stranger, many(stranger, id(reader))))
        .contains("已經結束了")
        .doesNotContain(reader.name());
    assertThat(readers.get(reader.id()).status()).isEqualTo(Reader.Status.PENDING);
  }

  @Test
  void whatIsNewSinceTheLastReviewIsMarked() throws Exception {
    Reader reader = pending();
    activations.refuse(people.activation(reader.id()).id(), "librarian.ydu", "請先更正");
    jdbc.sql(
            "update reviewed_record set unit = '<i>舊系</i>', library_email = null where reader = :r")
        .param("r", reader.id())
        .update();
    people.submit(reader.id());

    String page = page(librarian, path(reader));

    assertThat(page).contains("上次審核時是：&lt;i&gt;舊系&lt;/i&gt;", "上次審核時是：未知");
    assertThat(page.split("上次審核時是", -1)).hasSize(3);
    assertThat(page(librarian, path(pending()))).doesNotContain("上次審核時是");
  }

  @Test
  void theSchoolsOwnReasonsReplaceThePlatforms() throws Exception {
    Reader reader = pending();
    assertThat(page(librarian, "/content")).contains("/content/reasons");
    assertThat(page(librarian, "/content/reasons")).contains("電子郵件或電話聯絡不上");
    String platforms = offered(page(librarian, path(reader)), "電子郵件或電話聯絡不上");

    assertThat(text(reasons("請找 <三樓> 櫃台", ""))).contains("中文和英文都要寫", "請找 &lt;三樓&gt; 櫃台");
    assertThat(text(reasons("長".repeat(201), "Long"))).contains("最多 200 字");
    assertThat(next(librarian, reasons("請找 <三樓> 櫃台", "Third floor, please"))).contains("理由存好了");

    String page = page(librarian, path(reader));
    assertThat(page).contains("請找 &lt;三樓&gt; 櫃台").doesNotContain("電子郵件或電話聯絡不上");
    ResultActions stale = send(librarian, path(reader) + "/refuse", "standard", platforms);
    assertThat(status(stale)).isEqualTo(422);
    assertThat(text(stale)).contains("理由清單剛改過");
    send(librarian, path(reader) + "/refuse", "standard", offered(page, "請找 &lt;三樓&gt;"));
    assertThat(people.activation(reader.id()).reason()).isEqualTo("請找 <三樓> 櫃台");

    assertThat(next(librarian, reasons("", ""))).contains("現在用平台提供的", "電子郵件或電話聯絡不上");
    assertThat(status(open("/content/reasons", staff("policy.ydu")))).isEqualTo(403);
  }

  private ResultActions reasons(String zh, String en) throws Exception {
    return send(librarian, "/content/reasons/activation", "zh", zh, "zh", "", "en", en, "en", "");
  }

  private static String offered(String page, String text) {
    var option = java.util.regex.Pattern.compile("<option value=\"(\\w+)\">" + text).matcher(page);
    assertThat(option.find()).as(text).isTrue();
    return option.group(1);
  }

  private ResultActions many(Cookie session, String... tasks) throws Exception {
    List<String> parameters = new ArrayList<>();
    for (String task : tasks) {
      Collections.addAll(parameters, "task", task);
    }
    return send(session, "/inbox/approve", parameters.toArray(String[]::new));
  }

  private static String location(ResultActions sent) {
    return String.valueOf(sent.andReturn().getResponse().getRedirectedUrl());
  }

  private String displayName(String account) {
    return jdbc.sql("select display_name from staff_account where username = :name")
        .param("name", account)
        .query(String.class)
        .single();
  }

  private Reader pending() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    time.clock().advance(java.time.Duration.ofSeconds(1));
    return readers.get(reader);
  }

  private String id(Reader reader) {
    return task(SCHOOL, people.activation(reader.id()).id()).id();
  }

  private String path(Reader reader) {
    return "/inbox/" + id(reader);
  }
}
