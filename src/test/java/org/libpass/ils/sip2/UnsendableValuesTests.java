package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.ils.Ils.SignIn;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.SlotAccounts.Written;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/**
 * Values that would inject fields or whole messages, in every outgoing field: a smuggled second 63
 * once made the next reader get the first one's record. Not a byte may leave.
 */
class UnsendableValuesTests {

  static final Map<Charset, List<String>> BAD =
      Map.of(
          StandardCharsets.UTF_8,
          List.of(
              "a\rb",
              "a\nb",
              "a\r\n63",
              "a|b",
              "|",
              "x|BLY|CQY",
              "a\0",
              "a\tb",
              "\u001Ba",
              "a\u007F",
              "a\u0085b",
              "a\u009Fb",
              "a\uD800",
              "\uDC00a"),
          Dialects.BIG5,
          List.of("a\rb", "a|b", "體育", "育AAother", "𠮷", "é", "a\u0080"),
          Dialects.CP850,
          List.of("a\rb", "a|b", "漢", "€", "a\u0085"));

  /** Each field of each request, with a value in it. */
  static final Map<String, Function<String, Request<?>>> REQUESTS =
      Map.ofEntries(
          Map.entry("93 CN", bad -> login(bad, "pw", "desk")),
          Map.entry("93 CO", bad -> login("sc", bad, "desk")),
          Map.entry("93 CP", bad -> login("sc", "pw", bad)),
          Map.entry("63 AA", bad -> information(bad, "1")),
          Map.entry("63 AD", bad -> information("a", bad)),
          Map.entry("23 AA", bad -> new PatronStatus(patron(bad, "1"))),
          Map.entry("23 AD", bad -> new PatronStatus(patron("a", bad))),
          Map.entry("11 AA", bad -> new Checkout(patron(bad, "1"), "b")),
          Map.entry("11 AD", bad -> new Checkout(patron("a", bad), "b")),
          Map.entry("11 AB", bad -> new Checkout(patron("a", "1"), bad)),
          Map.entry("09 AB", Checkin::new),
          Map.entry("17 AB", ItemInformation::new),
          Map.entry("35 AA", bad -> new EndSession(patron(bad, "1"))),
          Map.entry("35 AD", bad -> new EndSession(patron("a", bad))));

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    BAD.forEach(
        (charset, values) ->
            REQUESTS
                .keySet()
                .forEach(request -> cases.add(Arguments.of(charset, request, values))));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noFieldTakesThem(Charset charset, String request, List<String> values) throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Wire::read);
        Sip2Connection connection = Dialects.connection(settings(peer, charset))) {
      for (String bad : values) {
        assertThatThrownBy(() -> connection.ask(REQUESTS.get(request).apply(bad)))
            .as("%s with %s", request, bad.codePoints().boxed().toList())
            .isInstanceOfSatisfying(
                NotSendable.class, refused -> assertThat(request).endsWith(" " + refused.field()))
            .message()
            .doesNotContain(bad);
      }
      assertThat(connection.isClosed()).isFalse();
      assertThat(peer.received()).isEmpty();
    }
  }

  @Test
  void neitherDoTheSettings() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Wire::read)) {
      for (String bad : BAD.get(StandardCharsets.UTF_8)) {
        Sip2Settings good = settings(peer, StandardCharsets.UTF_8);
        List<Sip2Settings> settings =
            List.of(
                good.with(new Sip2Settings.Login(bad, new Secret("pw"), null)),
                good.with(new Sip2Settings.Login("sc", new Secret(bad), null)),
                good.with(new Sip2Settings.Login("sc", new Secret("pw"), bad)),
                good.with(new Terminal(bad, Secret.NONE, "")),
                good.with(new Terminal("TST", new Secret(bad), "")));
        for (Sip2Settings broken : settings) {
          assertUnavailable(() -> Dialects.ils(broken).signIn(Dialects.SCHOOL, "a", "b"));
          assertUnavailable(() -> Dialects.ils(broken).patron(Dialects.SCHOOL, "a"));
          assertUnavailable(() -> Dialects.slots(broken).charged(Dialects.SCHOOL, "CUTE-1"));
          assertUnavailable(() -> Dialects.slots(broken).checkIn(Dialects.SCHOOL, "b"));
        }
        Sip2Settings location = good.with(new Terminal("TST", Secret.NONE, bad));
        assertUnavailable(() -> Dialects.slots(location).checkIn(Dialects.SCHOOL, "b"));
        Sip2SlotAccounts pin = Dialects.slots(good.withSlotPin(new Secret(bad)));
        assertUnavailable(() -> pin.charged(Dialects.SCHOOL, "CUTE-1"));
        assertUnavailable(() -> pin.checkOut(Dialects.SCHOOL, "CUTE-1", "b"));
      }
      assertThat(peer.received()).isEmpty();
    }
  }

  @Test
  void whatAReaderTypesIsAWrongPasswordWithoutAsking() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Wire::read)) {
      Sip2Ils ils = Dialects.ils(settings(peer, Dialects.BIG5));
      List<String> typed = new ArrayList<>(BAD.get(Dialects.BIG5));
      typed.addAll(List.of("", " ", "\t", "　", "a\r", "\na"));
      for (String bad : typed) {
        assertThat(ils.signIn(Dialects.SCHOOL, bad, "b")).isEqualTo(new SignIn.WrongPassword());
        assertThat(ils.signIn(Dialects.SCHOOL, "a", bad)).isEqualTo(new SignIn.WrongPassword());
      }
      assertUnavailable(() -> ils.patron(Dialects.SCHOOL, "a|b"));
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void whatIsScannedIsRefusedWithoutAsking() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Wire::read)) {
      Sip2SlotAccounts slots = Dialects.slots(settings(peer, StandardCharsets.UTF_8));
      for (String bad : BAD.get(StandardCharsets.UTF_8)) {
        assertUnavailable(() -> slots.item(Dialects.SCHOOL, bad));
        assertThat(slots.checkIn(Dialects.SCHOOL, bad)).isEqualTo(new Written.Refused(null));
        assertThat(slots.checkOut(Dialects.SCHOOL, "CUTE-1", bad))
            .isEqualTo(new Written.Refused(null));
        assertUnavailable(() -> slots.checkOut(Dialects.SCHOOL, bad, "b"));
        assertUnavailable(() -> slots.charged(Dialects.SCHOOL, bad));
      }
      assertThat(peer.connections()).isZero();
    }
  }

  private static Sip2Settings settings(ScriptedPeer peer, Charset charset) {
    return Dialects.simple(peer.port())
        .with(Dialects.dialect(charset, false, false, HoldList.WAITING));
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IlsUnavailable.class)
        .hasMessageContaining("can't be sent");
  }

  private static Login login(String user, String password, String location) {
    return new Login(new Sip2Settings.Login(user, new Secret(password), location));
  }

  private static PatronInformation information(String account, String pin) {
    return new PatronInformation(patron(account, pin), ItemList.OVERDUE);
  }

  private static Patron patron(String account, String pin) {
    return new Patron(account, new Secret(pin), false);
  }
}
