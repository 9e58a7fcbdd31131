package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.ReturnBy;
import org.libpass.policy.facts.WaitingList;

@DisplayName("A rule about dates, on Monday 2026-11-23")
class DatesTest {

  private static final List<String> CONDITIONS =
      List.of(
          "Today( date == 2026-11-23 )",
          "Today( date > 2026-08-09 )",
          "Today( date in (2026-11-22, 2026-11-24) )",
          "Today( weekday == 1 )",
          "Today( weekday in (6, 7) )",
          "Reader( expiry < 2026-12-01 )",
          "Reader( expiry == null )",
          "Today( $today : date ) Reader( expiry < $today + 30 )",
          "Today( $today : date ) Reader( expiry - 30 < $today )");

  @TempDir static Path directory;
  private static Policies policies;

  @BeforeAll
  static void oneRulePerCondition() {
    String rules =
        CONDITIONS.stream()
            .map(
                it ->
                    ("rule \"" + name(it) + "\" when Application() " + it)
                        + " then decision.refer(\"t\", \"試\", \"test\"); end\n")
            .collect(Collectors.joining());
    policies =
        new RulesOnDisk(directory)
            .school(
                NTUT,
                rules,
                "rule \"學期末\" when ReturnBy() DueDate( date > 2027-01-15 )",
                "then dates.notLaterThan(2027-01-15); end",
                "rule \"候補\" when WaitingList() then waiting.offerHours(24); end")
            .start();
  }

  private static String name(String condition) {
    return "r" + CONDITIONS.indexOf(condition);
  }

  @ParameterizedTest(name = "expiry {1}: {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Today( date == 2026-11-23 ); 2027-06-30; t",
        "Today( date > 2026-08-09 ); 2027-06-30; t",
        "Today( date in (2026-11-22, 2026-11-24) ); 2027-06-30; -",
        "Today( weekday == 1 ); 2027-06-30; t",
        "Today( weekday in (6, 7) ); 2027-06-30; -",
        "Reader( expiry < 2026-12-01 ); 2026-11-30; t",
        "Reader( expiry < 2026-12-01 ); 2026-12-01; -",
        "Reader( expiry < 2026-12-01 ); ; unknown-expiry",
        "Reader( expiry == null ); ; t",
        "Reader( expiry == null ); 2026-12-01; -",
        "Today( $today : date ) Reader( expiry < $today + 30 ); 2026-12-22; t",
        "Today( $today : date ) Reader( expiry < $today + 30 ); 2026-12-23; -",
        "Today( $today : date ) Reader( expiry < $today + 30 ); ; unknown-expiry",
        "Today( $today : date ) Reader( expiry - 30 < $today ); 2026-12-22; t",
      })
  void says(String condition, @Nullable LocalDate expiry, String key) {
    String said =
        policies
            .decide(NTUT, new Application(), steve().expiry(expiry).now(), FREE_SCHOOL)
            .reasons()
            .stream()
            .filter(reason -> reason.rule().equals(name(condition)))
            .map(Reason::key)
            .collect(Collectors.joining());

    assertThat(said).isEqualTo(key.equals("-") ? "" : key);
  }

  @Test
  void namesALastDayForWhatWouldBeDueLater() {
    LocalDate last = LocalDate.of(2027, 1, 15);

    assertThat(returnBy(last.plusDays(1)).notLaterThan()).isEqualTo(last);
    assertThat(returnBy(last).notLaterThan()).isNull();
    assertThat(policies.limits(NTUT, new ReturnBy()).notLaterThan()).isNull();
  }

  private static Limits returnBy(LocalDate due) {
    return policies.decide(NTUT, new ReturnBy(), new DueDate(due, false)).limits();
  }

  @Test
  void theWaitingListIsOffUnlessASchoolTurnsItOn() {
    assertThat(policies.decide(NTUT, new WaitingList()).limits().waitingOfferHours()).isEqualTo(24);
    assertThat(policies.limits(RulesOnDisk.NTCB, new WaitingList()).waitingOfferHours()).isZero();
  }
}
