package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.Ils.SignIn;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.PatronRecord;
import org.libpass.ils.SlotCharges;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.testing.TestTime;

/** The client against the recorded dialects, byte by byte in both directions. */
class RecordedExchangesTests {

  @Test
  void aSystemThatKeepsToTheStandard() throws Exception {
    Recording recording = Recording.of("utf8-checksums");
    try (ScriptedPeer peer = recording.peer(0)) {
      Sip2Ils ils = Dialects.ils(Dialects.utf8(peer.port()));
      assertThat(ils.signIn(Dialects.SCHOOL, " tst001 ", "9x-Kiefer"))
          .isEqualTo(
              new SignIn.Accepted(
                  new PatronRecord(
                      "tst001",
                      "王小明",
                      "S",
                      "資訊工程系",
                      LocalDate.of(2027, 7, 31),
                      "tst001@mail.example.org",
                      2,
                      new BigDecimal("120.00"),
                      List.of(
                          new ChargedItem("B0001", "資料結構", LocalDate.of(2026, 11, 14)),
                          new ChargedItem("B0002", "臺灣通史選讀", LocalDate.of(2026, 11, 21))),
                      List.of(new ChargedItem("B0003", "人工智慧導論", null)),
                      TestTime.START)));
      assertThat(ils.signIn(Dialects.SCHOOL, "tst001", "birne"))
          .isEqualTo(new SignIn.WrongPassword());
      assertThat(ils.signIn(Dialects.SCHOOL, "tst004", "9x-Kiefer"))
          .isEqualTo(new SignIn.Blocked());
      assertThat(peer.connections()).isEqualTo(3);
    }
  }

  @Test
  void aSlotAtASystemThatKeepsToTheStandard() throws Exception {
    Patron slot = Patron.numbered("CUTE-1");
    try (ScriptedPeer peer = Recording.of("utf8-checksums").peer(3);
        Sip2Connection connection = Dialects.connection(Dialects.utf8(peer.port()))) {
      PatronInformation.Reply charged =
          connection.ask(new PatronInformation(slot, ItemList.CHARGED));
      assertThat(charged.charged()).isEqualTo(2);
      assertThat(charged.items()).containsExactly("T100", "T101");
      assertThat(charged.passwordRight()).isNull();
      assertThat(connection.ask(new Checkin("T100")))
          .isEqualTo(new Checkin.Reply(true, false, "CUTE-1", "作業系統", List.of()));
      assertThat(connection.ask(new Checkout(slot, "T102")))
          .isEqualTo(new Checkout.Reply(true, false, "演算法", LocalDate.of(2026, 12, 14), List.of()));
      assertThat(connection.ask(new Checkout(slot, "T103")))
          .isEqualTo(
              new Checkout.Reply(false, false, "參考書", null, List.of("限館內閱覽", "reference only")));
      assertThat(connection.ask(new ItemInformation("T103")))
          .isEqualTo(new ItemInformation.Reply(CirculationStatus.AVAILABLE, "參考書", null));
      assertThat(connection.ask(new PatronStatus(slot)).valid()).isTrue();
      assertThat(connection.ask(new EndSession(slot)).ended()).isTrue();
    }
  }

  @Test
  void anOldSystemInBig5() throws Exception {
    try (ScriptedPeer peer = Recording.of("big5-bare").peer(0)) {
      Sip2Settings settings = Dialects.big5(peer.port());
      SignIn answer = Dialects.ils(settings).signIn(Dialects.SCHOOL, "9910123", "0423");
      assertThat(answer)
          .isEqualTo(
              new SignIn.Accepted(
                  new PatronRecord(
                      "9910123",
                      "陳育成",
                      "體育系學生",
                      "體育室",
                      LocalDate.of(2016, 10, 31),
                      null,
                      1,
                      BigDecimal.ZERO,
                      List.of(new ChargedItem("31000042", "體育概論", LocalDate.of(2026, 11, 20))),
                      List.of(new ChargedItem("31000050", "教育心理學", null)),
                      TestTime.START)));
    }
  }

  @Test
  void slotsAtAnOldSystem() throws Exception {
    Recording recording = Recording.of("big5-bare");
    try (ScriptedPeer peer = recording.peer(1)) {
      Sip2SlotAccounts slots = Dialects.slots(Dialects.big5(peer.port()));
      assertThat(slots.charged(Dialects.SCHOOL, "CUTE-1"))
          .isEqualTo(new SlotCharges(List.of(), true, null, TestTime.START));
    }
    try (ScriptedPeer peer = recording.peer(2)) {
      Sip2SlotAccounts slots = Dialects.slots(Dialects.big5(peer.port()));
      SlotCharges unclear = slots.charged(Dialects.SCHOOL, "CUTE-2");
      assertThat(unclear.barcodes()).containsExactly("31000042");
      assertThat(unclear.whole()).isFalse();
    }
  }

  @Test
  void aWesternSystemWithTitlesAndItsOwnNumbers() throws Exception {
    try (ScriptedPeer peer = Recording.of("cp850-titles").peer(0)) {
      SignIn answer =
          Dialects.ils(Dialects.cp850(peer.port())).signIn(Dialects.SCHOOL, "jose", "Ciruela5");
      assertThat(answer)
          .isEqualTo(
              new SignIn.Accepted(
                  new PatronRecord(
                      "0004711",
                      "José Nuñez",
                      "staff",
                      null,
                      LocalDate.of(2027, 1, 31),
                      null,
                      1,
                      null,
                      List.of(new ChargedItem("El señor de los anillos", null, null)),
                      List.of(),
                      TestTime.START)));
    }
  }

  @Test
  void nobodyGetsInWhereNothingIsSaidOfThePassword() throws Exception {
    try (ScriptedPeer peer = Recording.of("no-password-answer").peer(0)) {
      Sip2Ils ils = Dialects.ils(Dialects.simple(peer.port()));
      for (int connection = 0; connection < 2; connection++) {
        assertThatThrownBy(() -> ils.signIn(Dialects.SCHOOL, "tst001", "9x-Kiefer"))
            .isInstanceOf(IlsUnavailable.class)
            .hasMessageContaining("does not say whether the password is right");
      }
      assertThat(ils.signIn(Dialects.SCHOOL, "made-up", "9x-Kiefer"))
          .isEqualTo(new SignIn.Blocked());
    }
  }

  @ParameterizedTest
  @MethodSource
  void garbageIsNotBelieved(int connection, String what) throws Exception {
    try (ScriptedPeer peer = Recording.of("garbage").peer(connection)) {
      Sip2Ils ils = Dialects.ils(Dialects.simple(peer.port()));
      assertThatThrownBy(() -> ils.signIn(Dialects.SCHOOL, "tst001", "9x-Kiefer"))
          .as(what)
          .isInstanceOf(IlsUnavailable.class)
          .message()
          .startsWith("TST: " + what.substring(0, what.indexOf(':') + 1))
          .doesNotContain("tst00", "王小明", "9x-Kiefer");
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  static List<Arguments> garbageIsNotBelieved() {
    Recording garbage = Recording.of("garbage");
    return IntStream.range(0, garbage.connections().size())
        .mapToObj(at -> Arguments.of(at, garbage.connections().get(at).get(0).note()))
        .toList();
  }
}
