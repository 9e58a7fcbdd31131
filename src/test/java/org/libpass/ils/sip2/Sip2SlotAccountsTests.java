package org.libpass.ils.sip2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.ItemWhereabouts;
import org.libpass.ils.ItemWhereabouts.Place;
import org.libpass.ils.SlotAccounts.Written;
import org.libpass.ils.sip2.ScriptedPeer.Script;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;

/** The slots' accounts: what an answer proves, and what is not sent twice. */
@Timeout(30)
class Sip2SlotAccountsTests {

  static final String HEAD = "64" + " ".repeat(14) + "00020261123    090000";

  @ParameterizedTest
  @CsvSource({
    "0002, BLY|AUa|AUb, true",
    "0000, BLY, true",
    "0000, BLY|AU, true",
    "0002, BLY|AUa, false",
    "0001, BLY|AUa|AUb, false",
    "0002, BLY|AUa|AUa, false",
    "'    ', BLY, false",
    "'    ', BLY|AUa, false"
  })
  void aListIsWholeOnlyWithItsCount(String count, String fields, boolean whole) throws Exception {
    try (ScriptedPeer peer = peer(HEAD + counts(count) + "AACUTE-1|" + fields + "|")) {
      assertThat(slots(peer).charged(Dialects.SCHOOL, "CUTE-1").whole()).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BLN", "BL", "AEx", "BLY|CQN"})
  void anAccountThatIsNotValidSaysNothing(String fields) throws Exception {
    try (ScriptedPeer peer = peer(HEAD + counts("0000") + "AACUTE-1|" + fields + "|")) {
      assertThatThrownBy(() -> slots(peer).charged(Dialects.SCHOOL, "CUTE-1"))
          .isInstanceOf(IlsUnavailable.class)
          .hasMessageStartingWith("TST: not valid");
    }
  }

  @Test
  void anAliasIsNotTakenHere() throws Exception {
    try (ScriptedPeer peer = peer(HEAD + counts("0000") + "AACUTE-2|BLY|")) {
      Sip2SlotAccounts slots =
          Dialects.slots(
              Dialects.simple(peer.port())
                  .with(Dialects.dialect(UTF_8, false, true, HoldList.WAITING)));
      assertThatThrownBy(() -> slots.charged(Dialects.SCHOOL, "CUTE-1"))
          .hasMessageStartingWith("TST: someone else");
    }
  }

  @Test
  void whatTheSystemRefusesIsAnAnswer() throws Exception {
    String refused = "120NUN20261123    090000AACUTE-1|ABb|AJx|AH|AFNot for loan|";
    try (ScriptedPeer peer = peer(refused)) {
      assertThat(slots(peer).checkOut(Dialects.SCHOOL, "CUTE-1", "b"))
          .isEqualTo(new Written.Refused("Not for loan"));
    }
    try (ScriptedPeer peer = peer("100NUN20261123    090000ABb|")) {
      assertThat(slots(peer).checkIn(Dialects.SCHOOL, "b")).isEqualTo(new Written.Refused(null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1N", "1Y", "0Y"})
  void whatTheSlotHasAlreadyIsLentToo(String flags) throws Exception {
    String reply = "12" + flags + "UY20261123    090000AACUTE-1|ABb|AJx|AH20261214|";
    try (ScriptedPeer peer = peer(reply)) {
      assertThat(slots(peer).checkOut(Dialects.SCHOOL, "CUTE-1", "b"))
          .isEqualTo(new Written.Done("x", LocalDate.of(2026, 12, 14)));
    }
  }

  @Test
  void whatIsTakenBackHasNoDueDate() throws Exception {
    try (ScriptedPeer peer = peer("101YUN20261123    090000ABb|AJx|AH20261214|")) {
      assertThat(slots(peer).checkIn(Dialects.SCHOOL, "b")).isEqualTo(new Written.Done("x", null));
    }
  }

  @Test
  void tellsWhereAnItemIs() throws Exception {
    try (ScriptedPeer peer = peer("1804020120261123    090000ABb|AJx|AH20261214|")) {
      assertThat(slots(peer).item(Dialects.SCHOOL, "b"))
          .isEqualTo(
              new ItemWhereabouts(Place.CHARGED, "x", LocalDate.of(2026, 12, 14), TestTime.START));
    }
  }

  @Test
  void silenceAfterACheckoutIsAnUnknownOutcomeAndIsNotSentAgain() throws Exception {
    Script silent =
        wire -> {
          wire.read();
          wire.read();
        };
    try (ScriptedPeer peer = new ScriptedPeer(silent)) {
      Sip2SlotAccounts slots = slots(peer);
      assertThat(slots.checkOut(Dialects.SCHOOL, "CUTE-1", "b")).isEqualTo(new Written.Unknown());
      assertThat(slots.checkIn(Dialects.SCHOOL, "b")).isEqualTo(new Written.Unknown());
      assertThat(peer.received().chars().filter(c -> c == '\r').count()).isEqualTo(2);
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void soIsEveryAnswerThatIsNotToBeBelieved() throws Exception {
    String[] bad = {
      "121NUY20261123    090000AACUTE-2|ABb|", // another slot
      "121NUY20261123    090000AACUTE-1|ABc|", // another item
      "121NUY20261123    090000ABb|",
      "12 NUY20261123    090000AACUTE-1|ABb|", // done or not?
      "12",
      "96"
    };
    for (String reply : bad) {
      try (ScriptedPeer peer = peer(reply)) {
        assertThat(slots(peer).checkOut(Dialects.SCHOOL, "CUTE-1", "b"))
            .as(reply)
            .isEqualTo(new Written.Unknown());
        assertThat(peer.connections()).isEqualTo(1);
      }
    }
    try (ScriptedPeer peer = new ScriptedPeer(wire -> wire.read())) {
      assertThat(slots(peer).checkIn(Dialects.SCHOOL, "b")).isEqualTo(new Written.Unknown());
    }
  }

  @Test
  void aCheckoutNeverUsesAnOldConnection() throws Exception {
    String charged = HEAD + counts("0000") + "AACUTE-1|BLY|";
    try (ScriptedPeer peer = peer(charged, "121NUY20261123    090000AACUTE-1|ABb|")) {
      Sip2SlotAccounts slots = slots(peer);
      slots.charged(Dialects.SCHOOL, "CUTE-1");
      assertThat(slots.checkOut(Dialects.SCHOOL, "CUTE-1", "b"))
          .isEqualTo(new Written.Done(null, null));
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void whatWasNeverSentIsNoUnknownOutcome() throws Exception {
    try (ScriptedPeer peer = peer("940")) {
      Sip2SlotAccounts slots = Dialects.slots(Dialects.cp850(peer.port()));
      assertThatThrownBy(() -> slots.checkIn(Dialects.SCHOOL, "b"))
          .hasMessageStartingWith("TST: login refused");
    }
  }

  @Test
  void aSchoolWithoutAConnection() {
    Sip2SlotAccounts slots = Dialects.slots(Dialects.simple(1));
    assertThatThrownBy(() -> slots.item(new SchoolCode("NTUT"), "b"))
        .isInstanceOf(IlsUnavailable.class)
        .hasMessage("NTUT: has no connection");
  }

  @Test
  void whereAnItemIsDecidesWhetherItIsBack() {
    for (int status = 0; status <= 99; status++) {
      CirculationStatus known = CirculationStatus.of(status);
      assertThat(known.confirmsReturn()).isEqualTo(List.of(3, 6, 8, 9, 10).contains(status));
      assertThat(known.vetoesReturn()).isEqualTo(List.of(11, 12, 13).contains(status));
      assertThat(known.place()).isEqualTo(place(status));
    }
    assertThat(CirculationStatus.of(null)).isEqualTo(CirculationStatus.OTHER);
  }

  private static Place place(int status) {
    return switch (status) {
      case 3, 6, 8, 9, 10 -> Place.IN_THE_LIBRARY;
      case 4, 5, 7 -> Place.CHARGED;
      case 11, 12, 13 -> Place.NOWHERE;
      default -> Place.UNCLEAR;
    };
  }

  private static String counts(String charged) {
    return "0000".repeat(2) + charged + "0000".repeat(3);
  }

  /** One connection per reply. */
  private static ScriptedPeer peer(String... replies) throws Exception {
    return new ScriptedPeer(
        Arrays.stream(replies)
            .map(
                reply ->
                    (Script)
                        wire -> {
                          wire.answer(wire.read(), reply);
                          wire.read();
                        })
            .toArray(Script[]::new));
  }

  private static Sip2SlotAccounts slots(ScriptedPeer peer) {
    return Dialects.slots(
        Dialects.simple(peer.port()).with(Dialects.endpoint(peer.port(), Duration.ofMillis(500))));
  }
}
