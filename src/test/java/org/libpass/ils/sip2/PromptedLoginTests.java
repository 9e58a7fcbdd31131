package org.libpass.ils.sip2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.sip2.ScriptedPeer.Script;
import org.libpass.ils.sip2.Sip2Settings.HoldList;

/** Systems that ask for user and password as if we sat at a terminal. */
@Timeout(30)
class PromptedLoginTests {

  static final String ONLINE = "98YYYYYN06000320261123    0900002.00";

  @ParameterizedTest
  @ValueSource(strings = {"Login OK. Initiating SIP\r\n", "\r\nwelcome\r\n", "\nWelcome\n", "ok\r"})
  void userAndPasswordAreGivenAtThePromptsAndThenSip2Begins(String welcome) throws Exception {
    Script terminal =
        wire -> {
          wire.write("Central Library\r\nlogin: ");
          assertThat(wire.read()).isEqualTo("libpass");
          wire.write("Password: ");
          assertThat(wire.read()).isEqualTo("gate-7");
          wire.write(welcome);
          wire.answer(wire.read(), ONLINE);
          wire.read();
        };
    try (ScriptedPeer peer = new ScriptedPeer(terminal);
        Sip2Connection connection = Dialects.connection(settings(peer))) {
      assertThat(connection.isClosed()).isFalse();
      assertThat(peer.received()).startsWith("libpass\rgate-7\r99").doesNotContain("93");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid login\r\n",
        "\r\nLogin incorrect\r\nlogin: ",
        "Access denied\n",
        "\r\nlogin: ",
        "Login failed.\r"
      })
  void aRefusalIsARefusedLogin(String refusal) throws Exception {
    Script terminal =
        wire -> {
          wire.write("login: ");
          wire.read();
          wire.write("password: ");
          wire.read();
          wire.write(refusal);
          wire.read();
        };
    try (ScriptedPeer peer = new ScriptedPeer(terminal)) {
      assertFails(peer, "login refused");
    }
  }

  @Test
  void noPromptIsNoAnswer() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Wire::read)) {
      assertFails(peer, "timeout");
    }
    try (ScriptedPeer peer = new ScriptedPeer(wire -> {})) {
      assertFails(peer, "closed");
    }
    try (ScriptedPeer peer = new ScriptedPeer(wire -> wire.write("x".repeat(5_000)))) {
      assertFails(peer, "too long");
    }
    try (ScriptedPeer peer =
        new ScriptedPeer(
            wire -> {
              wire.write("login: ");
              wire.read();
              wire.read();
            })) {
      assertFails(peer, "timeout");
      assertThat(peer.received()).doesNotContain("gate-7");
    }
  }

  @Test
  void nothingIsTypedThatWouldEndTheLine() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(wire -> wire.write("login: "))) {
      Sip2Settings.Login login =
          new Sip2Settings.Login("libpass", new Secret("gate-7\rmore"), null, true);
      assertThatThrownBy(() -> Dialects.connection(settings(peer).with(login)))
          .isInstanceOf(Sip2Exception.class)
          .hasMessageStartingWith("settings: field CO");
      assertThat(peer.received()).isEmpty();
    }
  }

  private static void assertFails(ScriptedPeer peer, String problem) {
    assertThatThrownBy(() -> Dialects.connection(settings(peer)))
        .isInstanceOf(Sip2Exception.class)
        .hasMessageStartingWith(problem)
        .message()
        .doesNotContain("gate-7", "libpass");
  }

  private static Sip2Settings settings(ScriptedPeer peer) {
    return Dialects.simple(peer.port())
        .with(Dialects.endpoint(peer.port(), Duration.ofMillis(500)))
        .with(Dialects.dialect(UTF_8, true, false, HoldList.WAITING))
        .with(new Sip2Settings.Login("libpass", new Secret("gate-7"), null, true));
  }
}
