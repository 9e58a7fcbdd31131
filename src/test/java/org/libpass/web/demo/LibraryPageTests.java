package org.libpass.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Status;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** The page of a school's stand-in: its counter, its items, its faults. */
class LibraryPageTests extends StaffPageTest {

  private static final SchoolCode SCHOOL = new SchoolCode("TNU");
  private static final String PAGE = "/demo/libraries/TNU";
  private static final String ITEM = "TNU00040";

  @Autowired Standin libraries;
  @Autowired TaipeiClock clock;

  @AfterEach
  void asBefore() {
    libraries.setFault(SCHOOL, StandinFault.NONE);
    libraries.setResponseTime(SCHOOL, Duration.ZERO);
    libraries.mark(SCHOOL, ITEM, Status.AVAILABLE);
  }

  @Test
  void lendsToASlotAccountUntilADayAndTakesBack() throws Exception {
    LocalDate due = clock.today().minusDays(3);
    String after =
        next(send("/charge", "barcode", " " + ITEM, "account", "CUTE-1", "due", "" + due));

    assertThat(item())
        .extracting(StandinItem::holder, StandinItem::due)
        .containsExactly("CUTE-1", due);
    assertThat(after).contains("借閱成功", "CUTE-1", "2026-11-20");

    assertThat(next(send("/items", "item", ITEM, "deed", "TAKE_BACK"))).contains("歸還成功");
    assertThat(item().status()).isEqualTo(Status.AVAILABLE);
  }

  @Test
  void withoutADayTheLibrarysOwnLoanPeriodCounts() throws Exception {
    assertThat(status(send("/charge", "barcode", ITEM, "account", "tnu001", "due", "")))
        .isEqualTo(302);
    assertThat(item().due()).isAfter(clock.today());
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void doesWhatAClerkCanDo(Deed deed) throws Exception {
    libraries.charge(SCHOOL, ITEM, "CUTE-1", null);
    send("/items", "item", ITEM, "deed", deed.name());
    assertThat(item().holder()).isNull();
    assertThat(item().status().name())
        .isEqualTo(deed == Deed.TAKE_BACK ? "AVAILABLE" : deed.name());
    assertThat(text(open(PAGE))).doesNotContain("??demo");
  }

  @ParameterizedTest
  @CsvSource({
    "'', CUTE-1, '', 請填條碼",
    "TNU00040, '', '', 請填帳號",
    "TNU99999, CUTE-1, '', 沒有這個條碼",
    "<b>, CUTE-1, '', 沒有這個條碼",
    "TNU00040, CUTE-1, tomorrow, 一年以內",
    "TNU00040, CUTE-1, 2036-01-01, 一年以內",
    "TNU00040, CUTE-99, '', 查無此讀者",
    "TNU00040, tnu012, '', 讀者已停權",
    "TNU00001, CUTE-1, '', 此館藏已由其他讀者借出",
  })
  void saysWhyNothingIsLentAndKeepsWhatWasTyped(
      String barcode, String account, String due, String why) throws Exception {
    ResultActions answer = send("/charge", "barcode", barcode, "account", account, "due", due);
    assertThat(status(answer)).isEqualTo(422);
    assertThat(text(answer))
        .contains(
            why, "value=\"" + account + "\"", "value=\"" + barcode.replace("<b>", "&lt;b&gt;"))
        .contains("value=\"" + due + "\"");
    assertThat(item().holder()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', LOST, 請填條碼",
    "NTUT00001, LOST, 沒有這個條碼",
    "TNU00040, '', 請選一項",
    "TNU00040, CHARGED, 請選一項",
    "TNU00040, TAKE_BACK, 此館藏並未借出",
  })
  void saysWhyAnItemStaysAsItIs(String barcode, String deed, String why) throws Exception {
    ResultActions answer = send("/items", "item", barcode, "deed", deed);
    assertThat(status(answer)).isEqualTo(422);
    assertThat(text(answer)).contains(why, "value=\"" + barcode + "\"");
    assertThat(item().status()).isEqualTo(Status.AVAILABLE);
  }

  @ParameterizedTest
  @EnumSource(StandinFault.class)
  void letsTheSystemFailInEveryWay(StandinFault fault) throws Exception {
    next(send("/behaviour", "fault", fault.name(), "milliseconds", "250"));
    assertThat(libraries.fault(SCHOOL)).isEqualTo(fault);
    assertThat(libraries.responseTime(SCHOOL)).isEqualTo(Duration.ofMillis(250));
    for (String language : new String[] {"zh-TW", "en"}) {
      assertThat(text(open(PAGE + "?lang=" + language)))
          .contains("fault-" + fault)
          .doesNotContain("??demo");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, 請選一項",
    "ON_FIRE, 0, 請從清單裡選一項",
    "SILENT, '', 請填毫秒數",
    "SILENT, -1, 0 到 60000",
    "SILENT, 60001, 0 到 60000",
    "SILENT, 1e3, 0 到 60000",
  })
  void refusesABehaviourThatIsNone(String fault, String milliseconds, String why) throws Exception {
    ResultActions answer = send("/behaviour", "fault", fault, "milliseconds", milliseconds);
    assertThat(status(answer)).isEqualTo(422);
    assertThat(text(answer)).contains(why, "value=\"" + milliseconds + "\"");
    assertThat(libraries.fault(SCHOOL)).isEqualTo(StandinFault.NONE);
  }

  @Test
  void findsItemsByTitleBarcodeAndAccountAndPagesThroughThem() throws Exception {
    assertThat(text(open(PAGE)))
        .contains("共 60 件，第 1 頁（共 4 頁）", "TNU00015")
        .doesNotContain("TNU00016");
    assertThat(text(open(PAGE + "?page=4"))).contains("TNU00060", "上一頁").doesNotContain("下一頁");
    for (String nonsense : new String[] {"0", "-1", "x", "99999"}) {
      assertThat(text(open(PAGE + "?page=" + nonsense))).contains("第 1 頁");
    }
    assertThat(text(open(PAGE + "?search=tnu00040"))).contains("共 1 件");
    assertThat(text(open(PAGE + "?search=tnu002"))).contains("共 2 件");
    assertThat(text(open(PAGE + "?search=<b>")))
        .contains("找不到", "&lt;b&gt;")
        .doesNotContain("\"<b>");
  }

  @Test
  void showsWhatAnAccountHasAndTakesAnItemToTheCounter() throws Exception {
    libraries.charge(SCHOOL, ITEM, "CUTE-1", null);
    assertThat(text(open(PAGE + "?holder=CUTE-1"))).contains("還書", "holder=CUTE-1");
    assertThat(text(open(PAGE + "?holder=CUTE-2"))).contains("CUTE-2 名下現在沒有書");
    assertThat(text(open(PAGE + "?pick=TNU00007"))).contains("value=\"TNU00007\"");
  }

  @Test
  void tellsWhatTheSystemWasAskedAndCutsItsConnections() throws Exception {
    assertThat(text(open(PAGE))).contains("現在有 0 條連線");
    assertThat(next(send("/connections"))).contains("切斷了連線");
  }

  @Test
  void aSchoolThatDoesNotExistHasNoPage() throws Exception {
    assertThat(status(open("/demo/libraries/NOSUCH"))).isEqualTo(404);
    for (String form : new String[] {"charge", "items", "behaviour", "connections"}) {
      var sent = mvc.perform(post("/demo/libraries/NOSUCH/" + form).with(csrf()));
      assertThat(status(sent)).as(form).isEqualTo(404);
      assertThat(text(sent)).contains("沒有這所學校的替身系統");
    }
  }

  private StandinItem item() {
    return libraries.item(SCHOOL, ITEM).orElseThrow();
  }

  private ResultActions send(String form, String... parameters) throws Exception {
    var request = post(PAGE + form).with(csrf());
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    return mvc.perform(request);
  }

  /** What the page says that a posted form leads to. */
  private String next(ResultActions sent) throws Exception {
    return next(session(sent), sent);
  }
}
