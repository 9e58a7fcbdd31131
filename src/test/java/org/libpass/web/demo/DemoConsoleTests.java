package org.libpass.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.notice.Mailbox;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

class DemoConsoleTests extends StaffPageTest {

  private static final SchoolCode SCHOOL = new SchoolCode("TNU");

  @Autowired TaipeiClock clock;
  @Autowired Standin libraries;
  @Autowired Mailbox mailbox;

  @Test
  void showsTheTimeTheAccountsAndTheLibrarySystemsToAnyone() throws Exception {
    assertThat(text(open("/demo?school=TNU")))
        .contains("2026-11-23（一）09:00", "tnu001", "librarian.tnu", "有兩冊逾期", "policy.tnu");
    assertThat(text(open("/demo?school=<b>"))).contains("ntut001");
  }

  @Test
  void movesTheClockForwardOnly() throws Exception {
    Instant before = clock.instant();
    forward("/demo/clock/HOUR");
    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(1)));

    mvc.perform(post("/demo/clock").param("hours", "30").with(csrf()));
    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(31)));

    for (String hours : new String[] {"", "0", "-5", "9999", "1e3", "99999999999", "一"}) {
      var sent = mvc.perform(post("/demo/clock").param("hours", hours).with(csrf()));
      assertThat(status(sent)).as(hours).isEqualTo(422);
      assertThat(text(sent)).as(hours).contains("hours-error").doesNotContain("NumberFormat");
    }
    assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(31)));
    assertThat(status(mvc.perform(post("/demo/clock/YESTERDAY").with(csrf())))).isEqualTo(400);
  }

  @Test
  void theNextMorningIsNineOClockOfTheNextDayThatHasIt() {
    assertThat(untilMorning(LocalDateTime.of(2026, 11, 23, 9, 0))).isEqualTo(Duration.ofDays(1));
    assertThat(untilMorning(LocalDateTime.of(2026, 11, 23, 8, 59)))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(untilMorning(LocalDateTime.of(2026, 11, 23, 23, 0))).isEqualTo(Duration.ofHours(10));
  }

  @Test
  void tellsHowReadersOfASchoolWithoutAConnectionSignIn() throws Exception {
    assertThat(text(open("/demo?school=MKC"))).contains("把登入連結寄到名單上的電子郵件").doesNotContain("mkc001");
    assertThat(text(open("/demo")))
        .containsOnlyOnce("標「沒有連線」的學校")
        .satisfies(page -> assertThat(page.split("<span>沒有連線</span>", -1)).hasSize(1 + 2))
        .doesNotContain("登入連結寄到名單上");
    for (String without : new String[] {"MKC", "LANYANG"}) {
      String path = "/demo/libraries/" + without;
      assertThat(text(open(path))).contains("把登入連結寄到名單上的電子郵件", "/demo#mails");
      var sent = mvc.perform(post(path + "/items").param("item", "1").with(csrf()));
      assertThat(status(sent)).isEqualTo(404);
    }
  }

  @Test
  void showsWhichLibrarySystemsMisbehaveAndLetsAllAnswerAgain() throws Exception {
    assertThat(text(open("/demo"))).contains("/demo/libraries/TNU").doesNotContain("全部恢復正常");
    libraries.setFault(SCHOOL, StandinFault.GARBLED);
    libraries.setResponseTime(SCHOOL, Duration.ofMillis(1500));
    try {
      assertThat(text(open("/demo"))).contains("雜訊", "每次 1,500 毫秒", "全部恢復正常");

      forward("/demo/libraries");
      assertThat(libraries.fault(SCHOOL)).isEqualTo(StandinFault.NONE);
      assertThat(libraries.responseTime(SCHOOL)).isZero();
    } finally {
      libraries.setFault(SCHOOL, StandinFault.NONE);
      libraries.setResponseTime(SCHOOL, Duration.ZERO);
    }
  }

  @Test
  void showsTheMailsTheNewestFirst() throws Exception {
    UUID reader = people.activeStudent(SCHOOL);
    assertThat(readers.get(reader).isActive()).isTrue();
    var newest = mailbox.newest(1).get(0);

    assertThat(text(open("/demo"))).contains(newest.subject(), "/demo/mails/" + newest.id());
    assertThat(text(open("/demo/mails/" + newest.id())))
        .contains(newest.recipient(), "/demo/mails/" + newest.id() + "/page");
    var shown = open("/demo/mails/" + newest.id() + "/page");
    assertThat(text(shown)).contains("<h1 style=", newest.subject());
    assertThat(shown.andReturn().getResponse().getHeader("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'unsafe-inline';");
    assertThat(status(open("/demo/mails/" + UUID.randomUUID() + "/page"))).isEqualTo(404);
    for (String id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
      var page = open("/demo/mails/" + id);
      assertThat(status(page)).isEqualTo(404);
      assertThat(text(page)).contains("信箱裡沒有這封信");
    }
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    Instant before = clock.instant();
    assertThat(status(mvc.perform(post("/demo/clock/DAY")))).isEqualTo(403);
    assertThat(status(mvc.perform(get("/demo/clock/DAY")))).isEqualTo(405);
    assertThat(clock.instant()).isEqualTo(before);
  }

  private static Duration untilMorning(LocalDateTime now) {
    TestTime time = new TestTime();
    time.set(now);
    return ClockStep.MORNING.from(time.clock());
  }

  private void forward(String path, String... parameters) throws Exception {
    var request = post(path).with(csrf());
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    assertThat(status(mvc.perform(request))).as(path).isEqualTo(302);
  }
}
