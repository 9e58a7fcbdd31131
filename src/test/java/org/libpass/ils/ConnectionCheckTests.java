package org.libpass.ils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.ConnectionCheck.Cause;
import org.libpass.ils.ConnectionCheck.Finding;
import org.libpass.ils.ConnectionCheck.Point;
import org.libpass.ils.ConnectionCheck.Verdict;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;

/** Each point of the list seen right, and seen failing at a system that is wrong there. */
@LibpassTest
@OnH2
class ConnectionCheckTests {

  static final List<String> SLOTS = List.of("CUTE-1", "CUTE-60", "NTCB-1", "NTCB-60");

  @Autowired ConnectionCheck check;
  @Autowired ConnectionStates states;
  @Autowired SlotAccounts slots;
  @Autowired Standin standins;

  SchoolCode school = new SchoolCode("CKU");

  @AfterEach
  void mend() {
    standins.setFault(school, StandinFault.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CKU", "YPU", "MCUT", "THTU", "TCMT", "SJU", "DAHAN"})
  void allIsWellWhereAllIsWell(String code) throws Exception {
    school = new SchoolCode(code);
    assertThat(run("002", "demo"))
        .extracting(Finding::verdict)
        .as(code)
        .hasSize(8)
        .containsOnly(Verdict.OK);
  }

  @Test
  void aPatronWithoutItemsShowsNotWhetherListsGiveBarcodes() throws Exception {
    assertThat(run("001", "demo"))
        .filteredOn(finding -> finding.verdict() != Verdict.OK)
        .containsExactly(
            new Finding(Point.BARCODES, Verdict.NOT_SEEN, Cause.NOTHING_LISTED, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSES_CONNECTIONS, CONNECTS, UNREACHABLE",
    "REFUSES_LOGIN, LOGIN, LOGIN_REFUSED",
    "HANGS_UP, LOGIN, CUT",
    "CUT, LOGIN, CUT",
    "GARBLED, LOGIN, CHARSET", // noise is not UTF-8 either
    "WRONG_CHARSET, STATUS, CHARSET"
  })
  void whatBreaksTheConversationEndsTheRun(StandinFault fault, Point point, Cause cause)
      throws Exception {
    standins.setFault(school, fault);
    List<Finding> findings = run("002", "demo");
    assertThat(states.of(school).orElseThrow().health().trouble()).hasToString(cause.name());
    assertThat(finding(findings, point))
        .isEqualTo(new Finding(point, Verdict.NOT_OK, cause, List.of()));
    assertThat(findings)
        .filteredOn(finding -> finding.point().compareTo(point) < 0)
        .allMatch(finding -> finding.verdict() == Verdict.OK);
    assertThat(findings)
        .filteredOn(finding -> finding.point().compareTo(point) > 0)
        .allMatch(finding -> finding.cause() == Cause.NOT_ASKED);
  }

  @Test
  void aRefusedLoginAtPromptsIsOneToo() throws Exception {
    school = new SchoolCode("THTU");
    standins.setFault(school, StandinFault.REFUSES_LOGIN);
    assertThat(finding(run("002", "demo"), Point.LOGIN).cause()).isEqualTo(Cause.LOGIN_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "KNOWS_NOBODY, KNOWN_PATRON, NOT_OK, PASSWORD_REFUSED",
    "KNOWS_NOBODY, WRONG_PASSWORD, NOT_SEEN, NOT_VALID",
    "KNOWS_NOBODY, EXPIRY, NOT_SEEN, NOT_VALID",
    "KNOWS_NOBODY, SLOTS, NOT_OK, ACCOUNTS_MISSING",
    "ANY_PASSWORD, WRONG_PASSWORD, NOT_OK, ANY_PASSWORD",
    "ANY_PASSWORD, KNOWN_PATRON, OK, NONE",
    "NO_PASSWORD_CHECK, KNOWN_PATRON, NOT_OK, PASSWORD_UNSAID",
    "NO_PASSWORD_CHECK, WRONG_PASSWORD, NOT_OK, PASSWORD_UNSAID",
    "TITLES_ONLY, BARCODES, NOT_OK, TITLES"
  })
  void aFaultShowsAtItsPoint(StandinFault fault, Point point, Verdict verdict, Cause cause)
      throws Exception {
    standins.setFault(school, fault);
    Finding finding = finding(run("002", "demo"), point);
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "UCH, EXPIRY, NOT_OK, NO_EXPIRY",
    "NANYA, STATUS, NOT_SEEN, NOT_WANTED",
    "MUST, LOGIN, NOT_SEEN, NOT_WANTED"
  })
  void aHabitShowsAtItsPoint(String code, Point point, Verdict verdict, Cause cause)
      throws Exception {
    school = new SchoolCode(code);
    assertThat(finding(run("002", "demo"), point))
        .isEqualTo(new Finding(point, verdict, cause, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "002, wrong, PASSWORD_REFUSED",
    "013, demo, PASSWORD_REFUSED",
    "002|, demo, NOT_SENDABLE",
    "002, de|mo, NOT_SENDABLE"
  })
  void anotherPatronThanTheSystemKnowsIsNamedSo(String number, String password, Cause cause)
      throws Exception {
    List<Finding> findings = run(number, password);
    assertThat(finding(findings, Point.KNOWN_PATRON).cause()).isEqualTo(cause);
    assertThat(finding(findings, Point.SLOTS).verdict()).isEqualTo(Verdict.OK);
    assertThat(findings.toString()).doesNotContain("cku0");
  }

  @Test
  void theMissingAccountsAreNamed() throws Exception {
    List<String> asked = List.of("CUTE-1", "CUTE-61", "NTCB-60", "CKU-1");
    Finding finding = finding(check.run(school, "cku002", "demo", asked), Point.SLOTS);
    assertThat(finding)
        .isEqualTo(
            new Finding(
                Point.SLOTS, Verdict.NOT_OK, Cause.ACCOUNTS_MISSING, List.of("CUTE-61", "CKU-1")));
  }

  @Test
  void anItemOnASlotShowsToo() throws Exception {
    assertThat(standins.charge(school, "CKU00040", "NTCB-60", null))
        .isInstanceOf(Standin.Outcome.Done.class);
    try {
      assertThat(finding(run("001", "demo"), Point.BARCODES).verdict()).isEqualTo(Verdict.OK);
    } finally {
      standins.discharge(school, "CKU00040");
    }
  }

  @Test
  void aSystemThatAnswersIsNotLeftAloneAnyLonger() throws Exception {
    standins.setFault(school, StandinFault.HANGS_UP);
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() -> slots.charged(school, "CUTE-1"));
    }
    run("001", "demo");
    assertThat(states.of(school).orElseThrow().health().restingUntil()).isNotNull();
    standins.setFault(school, StandinFault.NONE);
    assertThatThrownBy(() -> slots.charged(school, "CUTE-1")).hasMessageContaining("resting");
    run("001", "demo");
    assertThat(states.of(school).orElseThrow().health().restingUntil()).isNull();
    slots.charged(school, "CUTE-1");
  }

  @Test
  void aSchoolWithoutAConnectionHasNothingToCheck() {
    assertThatThrownBy(() -> check.run(new SchoolCode("MKC"), "mkc001", "demo", SLOTS))
        .isInstanceOf(IlsUnavailable.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyTroubleHasItsCause(ConnectionTrouble trouble) {
    assertThat(Cause.values()).extracting(Cause::name).contains(trouble.name());
  }

  private List<Finding> run(String number, String password) throws Exception {
    String account = school.value().toLowerCase(Locale.ROOT) + number;
    return check.run(school, account, password, SLOTS);
  }

  private static Finding finding(List<Finding> findings, Point point) {
    assertThat(findings).extracting(Finding::point).containsExactly(Point.values());
    return findings.get(point.ordinal());
  }
}
