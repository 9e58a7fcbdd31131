package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.ils.Ils.SignIn;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;

/** What is read from a patron's record: password, standing, debts. */
class StandingTests {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final String FINE = " ".repeat(14);
  static final String DENIED = "YYYY" + " ".repeat(10);
  static final String NOTHING = "0000".repeat(6);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "BLY|CQY, -",
        "BLY|CQN, WrongPassword",
        "BLN|CQN, WrongPassword",
        "CQN, WrongPassword",
        "BLN|CQY, Blocked",
        "BLN|CQ, Blocked",
        "BLN, Blocked",
        "BLY, !password",
        "BLY|CQ, !password",
        "BLY|CQ , !password",
        "BL|CQY, !valid",
        "CQY, !valid",
        "'', !password"
      })
  void onlyTwoExplicitYesLetIn(String fields, String expected) throws Sip2Exception {
    PatronInformation.Reply reply = reply(FINE, NOTHING, fields);
    if (expected != null && expected.startsWith("!")) {
      assertThatThrownBy(() -> refusal(reply))
          .isInstanceOf(Sip2Exception.class)
          .hasMessageContaining(expected.substring(1));
    } else {
      assertThat(refusal(reply).map(answer -> answer.getClass().getSimpleName()))
          .isEqualTo(Optional.ofNullable(expected));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PA20261122, false", // expired
    "PA20261123, true", // valid to the end of today: that is not why
    "BV5.00|BHTWD, false",
    "AT123, false",
    "ZZ, true"
  })
  void aDenialThatNothingExplainsIsABlock(String fields, boolean blocked) throws Sip2Exception {
    PatronInformation.Reply reply = reply(DENIED, NOTHING, "BLY|CQY|" + fields);
    assertThat(refusal(reply).isPresent()).isEqualTo(blocked);
    if (blocked) {
      assertThatThrownBy(() -> Standing.demandGood(reply, TODAY, FieldMap.DEFAULT))
          .hasMessageStartingWith("not valid");
    } else {
      Standing.demandGood(reply, TODAY, FieldMap.DEFAULT);
    }
  }

  @Test
  void countsAndFlagsExplainADenialToo() throws Sip2Exception {
    String ok = "BLY|CQY|";
    assertThat(refusal(reply(DENIED, "0000" + "0001" + "0000".repeat(4), ok))).isEmpty();
    assertThat(refusal(reply(DENIED, "0000".repeat(3) + "0001" + "0000".repeat(2), ok))).isEmpty();
    assertThat(refusal(reply("YYYY Y        ", NOTHING, ok))).isEmpty();
    assertThat(refusal(reply("YYYY     Y    ", NOTHING, ok))).contains(new SignIn.Blocked());
    assertThat(refusal(reply(" YYY          ", NOTHING, ok))).isEmpty();
    assertThat(refusal(reply("    Y         ", NOTHING, ok))).contains(new SignIn.Blocked());
  }

  @Test
  void withoutAPasswordOnlyAValidPatronCounts() throws Sip2Exception {
    Standing.demandGood(reply(FINE, NOTHING, "BLY"), TODAY, FieldMap.DEFAULT);
    for (String fields : new String[] {"BLN", "BL", "CQY"}) {
      PatronInformation.Reply reply = reply(FINE, NOTHING, fields);
      assertThatThrownBy(() -> Standing.demandGood(reply, TODAY, FieldMap.DEFAULT))
          .hasMessageStartingWith("not valid");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0000, '', 0", // left out because it is zero
        "0001, '', -", // owed, amount unknown
        "'    ', '', -",
        "0001, BV120.00, 120.00",
        "'    ', BV120, 120",
        "0002, 'BV1,200', 1200",
        "0001, BV120|BHTWD, 120",
        "0001, BV120|BHUSD, -",
        "0000, BV0.00|BHUSD, 0",
        "0000, BV0.00, 0",
        "'    ', BV0, 0",
        "0001, BV0.00, -", // a contradiction
        "0000, BV-50, 0",
        "0000, BV, 0",
        "0000, BV$5, -",
        "0000, BV1|BV2, -" // which of them is not said
      })
  void whatIsOwed(String count, String fields, BigDecimal owed) throws Sip2Exception {
    PatronInformation.Reply reply =
        reply(FINE, "0000".repeat(3) + count + "0000".repeat(2), fields);
    if (owed == null) {
      assertThat(Fines.owed(reply)).isNull();
    } else {
      assertThat(Fines.owed(reply)).isEqualByComparingTo(owed);
    }
  }

  @Test
  void aFlagContradictsNothingOwed() throws Sip2Exception {
    assertThat(Fines.owed(reply(" ".repeat(10) + "Y   ", NOTHING, ""))).isNull();
    assertThat(Fines.owed(reply(" ".repeat(11) + "Y  ", NOTHING, "BV0"))).isNull();
  }

  @Test
  void ofCountAndListTheGreaterOneIsOverdue() throws Sip2Exception {
    String two = "0000" + "0002" + "0000".repeat(4);
    String blank = "    ".repeat(6);
    assertThat(PatronQuery.overdueItems(reply(FINE, two, ""))).isEqualTo(2);
    assertThat(PatronQuery.overdueItems(reply(FINE, NOTHING, "AT1"))).isEqualTo(1);
    assertThat(PatronQuery.overdueItems(reply(FINE, blank, "AT1|AT2"))).isEqualTo(2);
    assertThat(PatronQuery.overdueItems(reply(FINE, blank, "AT"))).isNull();
    assertThat(PatronQuery.overdueItems(reply(FINE, NOTHING, ""))).isZero();
  }

  private static Optional<SignIn> refusal(PatronInformation.Reply reply) throws Sip2Exception {
    return Standing.refusal(reply, TODAY, FieldMap.DEFAULT);
  }

  private static PatronInformation.Reply reply(String flags, String counts, String fields)
      throws Sip2Exception {
    String text = "64" + flags + "000" + "20261123    090000" + counts + "AAa|AEA|" + fields + "|";
    return Answers.read(
        text.getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        0,
        new PatronInformation(new Patron("a", new Secret("x"), false), ItemList.OVERDUE));
  }
}
