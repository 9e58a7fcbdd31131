package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.ScriptedPeer.Script;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** No password, PIN or raw line in any text that could end up in a log or on a page. */
@Timeout(60)
class SecretsTests {

  static final String[] SECRETS = {
    "9x-Kiefer", "gate-7", "gate-8", "slot-pin-5", "tst001", "tst002", "王小明", "AOTST"
  };

  /** Peers that do what makes a client complain, among it sending everything back. */
  static final List<Script> WRONG =
      List.of(
          wire -> wire.write(wire.read() + "\r"),
          wire -> wire.write("941" + wire.read() + "\r"),
          wire -> wire.answer(wire.read(), "941CNlibpass|COgate-7|AAtst001|AD9x-Kiefer|AAtst002|"),
          wire -> wire.answer(wire.read(), "94AD9x-Kiefer|"),
          wire -> wire.answer(wire.read(), "940AFwrong gate-7|"),
          wire -> wire.read(),
          wire -> wire.waitForTheEnd(),
          wire -> {
            wire.answer(wire.read(), "941");
            wire.answer(wire.read(), "98YYYYYN06000320261123    0900002.00");
            wire.write(wire.read() + "\r");
          },
          wire -> {
            wire.answer(wire.read(), "941");
            wire.answer(wire.read(), "98YYYYYN06000320261123    0900002.00");
            wire.answer(
                wire.read(),
                "64" + " ".repeat(14) + "00020261123    0900009x-K      AAtst001|AD9x-Kiefer|");
          });

  @Test
  void notInWhatGoesWrong() throws Exception {
    for (Script wrong : WRONG) {
      try (ScriptedPeer peer = new ScriptedPeer(wrong)) {
        Sip2Settings settings = settings(peer.port());
        assertDiscreet(
            catchThrowable(
                () -> Dialects.ils(settings).signIn(Dialects.SCHOOL, "tst001", "9x-Kiefer")));
        assertDiscreet(
            catchThrowable(() -> Dialects.slots(settings).charged(Dialects.SCHOOL, "tst001")));
      }
    }
  }

  @Test
  void notInARefusalOfAnyGarbage() throws Exception {
    Recording garbage = Recording.of("garbage");
    for (int at = 0; at < garbage.connections().size(); at++) {
      try (ScriptedPeer peer = garbage.peer(at)) {
        Sip2Ils ils = Dialects.ils(Dialects.simple(peer.port()));
        assertDiscreet(catchThrowable(() -> ils.signIn(Dialects.SCHOOL, "tst001", "9x-Kiefer")));
      }
    }
  }

  @Test
  void notInWhatCanNotBeSent() {
    Sip2Settings settings = settings(1).with(new Terminal("AOTST|", new Secret("gate-8\r"), ""));
    assertDiscreet(
        catchThrowable(
            () -> Dialects.ils(settings).signIn(Dialects.SCHOOL, "tst001", "9x-Kiefer")));
  }

  @Test
  void notInTheTextOfAnObject() throws Exception {
    Patron patron = new Patron("tst001", new Secret("9x-Kiefer"), false);
    PatronInformation question = new PatronInformation(patron, ItemList.OVERDUE);
    byte[] reply =
        ("64"
                + " ".repeat(14)
                + "00020261123    090000"
                + " ".repeat(24)
                + "AAtst001|AE王小明|AD9x-Kiefer|BLY|CQY|")
            .getBytes(StandardCharsets.UTF_8);
    Terminal terminal = new Terminal("TST", new Secret("gate-8"), "");
    for (Object object :
        List.of(
            settings(1),
            new Login(new Sip2Settings.Login("libpass", new Secret("gate-7"), null)),
            new Login(new Sip2Settings.Login("libpass", new Secret("gate-7"), null))
                .fields(terminal),
            question,
            question.fields(terminal),
            new PatronStatus(patron),
            new Checkout(patron, "B1"),
            new Checkout(patron, "B1").fields(terminal),
            new EndSession(patron),
            Message.of(reply, StandardCharsets.UTF_8),
            Message.of(reply, StandardCharsets.UTF_8).fields(61),
            Answers.read(reply, StandardCharsets.UTF_8, 0, question))) {
      assertThat(object.toString()).doesNotContain(SECRETS);
    }
  }

  @Test
  void nothingIsLoggedHere() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/libpass/ils/sip2"))) {
      List<Path> sources = files.toList();
      assertThat(sources).hasSizeGreaterThan(20);
      for (Path source : sources) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContain("Logger", "LogFactory", "System.out", "System.err", "printStackTrace");
      }
    }
  }

  private static void assertDiscreet(Throwable thrown) {
    assertThat(thrown).isInstanceOf(IlsUnavailable.class);
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain(SECRETS);
  }

  private static Sip2Settings settings(int port) {
    return Dialects.utf8(port)
        .with(Dialects.endpoint(port, Duration.ofMillis(300)))
        .with(new Terminal("X", new Secret("gate-8"), ""))
        .withSlotPin(new Secret("slot-pin-5"));
  }
}
