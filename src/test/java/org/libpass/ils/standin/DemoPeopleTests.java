package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libpass.ils.Standin.DemoAccount;
import org.libpass.ils.StandinFault;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;

/** The invented people of a library, through the months. */
class DemoPeopleTests {

  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final SchoolCode CUTE = new SchoolCode("CUTE");

  final TaipeiClock clock = new TestTime().clock();
  final StandinServers servers = new StandinServers(clock, new ForgetfulLedger(clock.today()));

  @Test
  void hasAThousandCleanStudentsForLoad() {
    Account last = account("ntut1999");
    assertThat(account("ntut1000").patron().number()).isEqualTo("ntut1000");
    assertThat(last.patron().identity()).isEqualTo("大學部學生");
    assertThat(last.overdue()).isEmpty();
    assertThat(
            IntStream.range(1000, 2000)
                .mapToObj(n -> People.find(NTUT, "ntut" + n).orElseThrow().name())
                .distinct())
        .hasSizeGreaterThan(500);
  }

  @Test
  void followsTheMovedClock() {
    LocalDate due = account("ntut002").overdue().get(0).due();
    clock.advance(Duration.ofDays(400));
    assertThat(clock.today()).isEqualTo(LocalDate.of(2027, 12, 28));
    assertThat(account("ntut001").patron().expiry()).isEqualTo(LocalDate.of(2028, 7, 31));
    assertThat(account("ntut004").patron().expiry()).isEqualTo(LocalDate.of(2027, 11, 30));
    assertThat(account("ntut002").overdue().get(0).due()).isEqualTo(due);
  }

  @Test
  void aStudentIsValidForTwoMonthsAtLeastOnEveryDayOfTheYear() {
    for (int day = 0; day < 366; day++) {
      assertThat(Objects.requireNonNull(account("ntut001").patron().expiry()))
          .isAfterOrEqualTo(clock.today().plusMonths(2));
      clock.advance(Duration.ofDays(1));
    }
  }

  @Test
  void isTheSamePersonAtEveryStart() {
    Account again =
        new StandinServers(clock, new ForgetfulLedger(clock.today()))
            .library(NTUT)
            .account("ntut007")
            .orElseThrow();
    assertThat(again.patron()).isEqualTo(account("ntut007").patron());
  }

  @Test
  void listsTheDemosAccounts() {
    assertThat(servers.accounts(CUTE))
        .hasSize(12)
        .startsWith(
            new DemoAccount(
                "cute001",
                "demo",
                servers.library(CUTE).account("cute001").orElseThrow().patron().name(),
                "大學部學生",
                "demo.account.clean"))
        .extracting(DemoAccount::descriptionKey)
        .contains(
            "demo.account.overdue",
            "demo.account.fine",
            "demo.account.expired",
            "demo.account.hold",
            "demo.account.unknown",
            "demo.account.blocked");
  }

  @Test
  void twoSchoolsHaveNoLibrarySystemThatCouldBeAsked() {
    for (String code : new String[] {"MKC", "LANYANG"}) {
      SchoolCode school = new SchoolCode(code);
      assertThat(servers.has(school)).isFalse();
      assertThat(servers.accounts(school)).isEmpty();
      assertThat(servers.items(school)).isEmpty();
      assertThatThrownBy(() -> servers.connection(school)).hasMessageContaining(code);
      assertThatThrownBy(() -> servers.setFault(school, StandinFault.SILENT))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(servers.has(NTUT)).isTrue();
  }

  private Account account(String account) {
    return servers.library(NTUT).account(account).orElseThrow();
  }
}
