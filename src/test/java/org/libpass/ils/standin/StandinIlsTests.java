package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.Ils.SignIn;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.PatronRecord;
import org.libpass.ils.Standin.DemoAccount;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;

class StandinIlsTests {

  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final SchoolCode CUTE = new SchoolCode("CUTE");

  final TaipeiClock clock = new TestTime().clock();
  final StandinServers servers = new StandinServers(clock);
  final StandinIls ils = new StandinIls(servers, clock);

  @Test
  void acceptsAReaderInAnyCase() throws IlsUnavailable {
    PatronRecord reader = signIn("NtUt001");
    assertThat(reader.readerNumber()).isEqualTo("ntut001");
    assertThat(reader.name()).isNotBlank();
    assertThat(reader.identity()).isEqualTo("大學部學生");
    assertThat(reader.expiry()).isEqualTo(LocalDate.of(2027, 7, 31));
    assertThat(reader.email()).isEqualTo("ntut001@mail.ntut.example.org");
    assertThat(reader.overdueItems()).isZero();
    assertThat(reader.finesOwed()).isZero();
    assertThat(reader.askedAt()).isEqualTo(clock.instant());
    assertThat(ils.patron(NTUT, "ntut001")).isEqualTo(reader);
  }

  @Test
  void tellsTheThreeBadAnswersApart() throws IlsUnavailable {
    assertThat(ils.signIn(NTUT, "ntut001", "wrong")).isEqualTo(new SignIn.WrongPassword());
    assertThat(ils.signIn(NTUT, "ntut012", "demo")).isEqualTo(new SignIn.Blocked());
    servers.setUnavailable(NTUT, true);
    assertThat(servers.isUnavailable(NTUT)).isTrue();
    assertThatThrownBy(() -> ils.signIn(NTUT, "ntut001", "demo"))
        .isInstanceOf(IlsUnavailable.class);
    assertThatThrownBy(() -> ils.patron(NTUT, "ntut001")).isInstanceOf(IlsUnavailable.class);
    assertThat(ils.signIn(CUTE, "cute001", "demo")).isInstanceOf(SignIn.Accepted.class);
    servers.setUnavailable(NTUT, false);
    assertThat(signIn("ntut001").readerNumber()).isEqualTo("ntut001");
  }

  @Test
  void doesNotTellThatAnAccountIsBlockedWithoutItsPassword() throws IlsUnavailable {
    assertThat(ils.signIn(NTUT, "ntut012", "wrong")).isEqualTo(new SignIn.WrongPassword());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntut000",
        "ntut013",
        "ntut100",
        "ntut999",
        "ntut2000",
        "ntut01",
        "ntut0001",
        "ntut",
        "cute001",
        "001",
        "ntut１００１",
        "ntut001\r",
        "ntut|001",
        "",
        " "
      })
  void knowsNoOtherAccount(String account) throws IlsUnavailable {
    assertThat(ils.signIn(NTUT, account, "demo")).isEqualTo(new SignIn.WrongPassword());
    assertThatThrownBy(() -> ils.patron(NTUT, account)).isInstanceOf(IlsUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "demo|", "demo\r", "\u0000demo"})
  void answersWithoutAskingWhatCouldNotBeSent(String password) throws IlsUnavailable {
    servers.setUnavailable(NTUT, true);
    assertThat(ils.signIn(NTUT, "ntut001", password)).isEqualTo(new SignIn.WrongPassword());
  }

  @Test
  void hasTheDemosReaders() throws IlsUnavailable {
    PatronRecord overdue = signIn("ntut002");
    assertThat(overdue.overdueItems()).isEqualTo(2);
    assertThat(overdue.overdue())
        .hasSize(2)
        .allMatch(item -> item.title() != null && dueDate(item).isBefore(clock.today()))
        .extracting(ChargedItem::barcode)
        .doesNotHaveDuplicates();
    assertThat(signIn("ntut003").finesOwed()).isEqualByComparingTo(new BigDecimal(120));
    assertThat(signIn("ntut004").expiry()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(signIn("ntut005").holdShelf()).hasSize(1);
    assertThat(signIn("ntut006").identity()).isEqualTo("專任教師");
    assertThat(signIn("ntut009").email()).isNull();
    assertThat(signIn("ntut010").name()).contains("𠮷");
    PatronRecord unknown = signIn("ntut011");
    assertThat(unknown.expiry()).isNull();
    assertThat(unknown.finesOwed()).isNull();
    assertThat(unknown.overdueItems()).isZero();
  }

  @Test
  void hasAThousandCleanStudentsForLoad() throws IlsUnavailable {
    PatronRecord first = signIn("ntut1000");
    PatronRecord last = signIn("ntut1999");
    assertThat(first.readerNumber()).isEqualTo("ntut1000");
    assertThat(last.identity()).isEqualTo("大學部學生");
    assertThat(last.overdueItems()).isZero();
    assertThat(
            IntStream.range(1000, 2000)
                .mapToObj(n -> People.find(NTUT, "ntut" + n).orElseThrow().name())
                .distinct())
        .hasSizeGreaterThan(500);
  }

  @Test
  void followsTheMovedClock() throws IlsUnavailable {
    LocalDate due = dueDate(signIn("ntut002").overdue().get(0));
    clock.advance(Duration.ofDays(400));
    assertThat(clock.today()).isEqualTo(LocalDate.of(2027, 12, 28));
    assertThat(signIn("ntut001").expiry()).isEqualTo(LocalDate.of(2028, 7, 31));
    assertThat(signIn("ntut004").expiry()).isEqualTo(LocalDate.of(2027, 11, 30));
    assertThat(dueDate(signIn("ntut002").overdue().get(0))).isEqualTo(due);
    assertThat(signIn("ntut001").askedAt()).isEqualTo(clock.instant());
  }

  @Test
  void aStudentIsValidForTwoMonthsAtLeastOnEveryDayOfTheYear() throws IlsUnavailable {
    for (int day = 0; day < 366; day++) {
      assertThat(Objects.requireNonNull(signIn("ntut001").expiry()))
          .isAfterOrEqualTo(clock.today().plusMonths(2));
      clock.advance(Duration.ofDays(1));
    }
  }

  @Test
  void isTheSamePersonAtEveryStart() throws IlsUnavailable {
    PatronRecord again =
        ((SignIn.Accepted)
                new StandinIls(new StandinServers(clock), clock).signIn(NTUT, "ntut007", "demo"))
            .patron();
    assertThat(again).isEqualTo(signIn("ntut007"));
  }

  @Test
  void listsTheDemosAccounts() throws IlsUnavailable {
    assertThat(servers.accounts(CUTE))
        .hasSize(12)
        .startsWith(
            new DemoAccount(
                "cute001",
                "demo",
                ils.patron(CUTE, "cute001").name(),
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

  private PatronRecord signIn(String account) throws IlsUnavailable {
    return ((SignIn.Accepted) ils.signIn(NTUT, account, "demo")).patron();
  }

  private static LocalDate dueDate(ChargedItem item) {
    return Objects.requireNonNull(item.dueDate());
  }
}
