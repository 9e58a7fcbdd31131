package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libpass.ils.sip2.ScriptedPeer.Script;
import org.libpass.ils.sip2.ScriptedPeer.Wire;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.ils.sip2.Sip2Settings.Login;

/** What may go wrong on the wire, at a peer that does it. */
@Timeout(30)
class Sip2ConnectionTests {

  static final ItemInformation QUESTION = new ItemInformation("B1");
  static final String ANSWER = "18040001" + "20261123    090000" + "ABB1|AJ書|".replace("書", "x");

  @Test
  void logsInThenAsksTheStatusThenTheRest() throws Exception {
    Script script =
        wire -> {
          String login = wire.read();
          assertThat(login).startsWith("9300CNsc|COpw|AY0AZ");
          wire.answer(login, "941");
          String status = wire.read();
          assertThat(status).startsWith("9900802.00AY1AZ");
          wire.answer(status, "98YYYYYN060003" + "20261123    090000" + "2.00");
          wire.answer(wire.read(), ANSWER);
          wire.read();
        };
    try (ScriptedPeer peer = new ScriptedPeer(script);
        Sip2Connection connection = Dialects.connection(withLogin(peer))) {
      assertThat(connection.ask(QUESTION).status()).isEqualTo(CirculationStatus.CHARGED);
    }
  }

  @Test
  void aRefusedLoginOrASystemThatIsOfflineIsNoConnection() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(wire -> wire.answer(wire.read(), "940"))) {
      assertProblem(Problem.LOGIN_REFUSED, () -> Dialects.connection(withLogin(peer)));
    }
    Script offline =
        wire -> {
          wire.answer(wire.read(), "941");
          wire.answer(wire.read(), "98NNNNNN060003" + "20261123    090000" + "2.00");
        };
    try (ScriptedPeer peer = new ScriptedPeer(offline)) {
      assertProblem(Problem.OFFLINE, () -> Dialects.connection(withLogin(peer)));
    }
  }

  @Test
  void theSequenceIsOneDigitAndWraps() throws Exception {
    Script script =
        wire -> {
          for (int request = 0; request < 12; request++) {
            String line = wire.read();
            assertThat(Wire.sequence(line)).isEqualTo(String.valueOf(request % 10));
            wire.answer(line, ANSWER);
          }
        };
    try (ScriptedPeer peer = new ScriptedPeer(script);
        Sip2Connection connection = connection(peer)) {
      for (int request = 0; request < 12; request++) {
        connection.ask(QUESTION);
      }
    }
  }

  @Test
  void aMissingSequenceIsPutUpWith() throws Exception {
    Script script =
        wire -> {
          while (wire.read() != null) {
            wire.write(ANSWER + "\r\n");
          }
        };
    try (ScriptedPeer peer = new ScriptedPeer(script);
        Sip2Connection connection = connection(peer)) {
      for (int request = 0; request < 5; request++) {
        connection.ask(QUESTION);
      }
    }
  }

  @Test
  void silence() throws Exception {
    assertFailure(Problem.TIMEOUT, wire -> stayAfter(wire.read(), wire));
  }

  @Test
  void aCutAnswer() throws Exception {
    assertFailure(
        Problem.CLOSED,
        wire -> {
          wire.read();
          wire.write(ANSWER);
        });
  }

  @Test
  void anAnswerThatStopsInTheMiddle() throws Exception {
    assertFailure(
        Problem.TIMEOUT,
        wire -> {
          String line = wire.read();
          wire.write(ANSWER);
          stayAfter(line, wire);
        });
  }

  @Test
  void anAnswerThatDripsFitsNoLongerThanASilentOne() throws Exception {
    assertFailure(
        Problem.TIMEOUT,
        wire -> {
          wire.read();
          for (char c : ANSWER.toCharArray()) {
            wire.write(String.valueOf(c));
            if (wire.endsWithin(Duration.ofMillis(60))) {
              return;
            }
          }
          wire.write("\r");
        });
  }

  @Test
  void aLineFeedWhereCrShouldBe() throws Exception {
    assertFailure(
        Problem.TIMEOUT,
        wire -> {
          String line = wire.read();
          wire.write(ANSWER + "\n");
          stayAfter(line, wire);
        });
  }

  @Test
  void aFlood() throws Exception {
    assertFailure(
        Problem.TOO_LONG,
        wire -> {
          wire.read();
          for (int block = 0; block < 200; block++) {
            wire.write("x".repeat(1000));
          }
        });
  }

  @Test
  void garbledBytes() throws Exception {
    assertFailure(
        Problem.CHECKSUM,
        wire -> {
          String good = Wire.summed(ANSWER + "AY" + Wire.sequence(wire.read()) + "AZ");
          wire.write(good.replace("ABB1", "ABB2") + "\r");
          wire.read();
        });
  }

  @Test
  void aWrongSequence() throws Exception {
    assertFailure(
        Problem.SEQUENCE,
        wire -> {
          wire.read();
          wire.write(Wire.summed(ANSWER + "AY5AZ") + "\r");
          wire.read();
        });
  }

  @Test
  void shiftedByOne() throws Exception {
    assertFailure(
        Problem.MALFORMED, wire -> wire.answer(wire.read(), ANSWER.replace("1804", "18 04")));
    assertFailure(
        Problem.MALFORMED, wire -> wire.answer(wire.read(), ANSWER.replace("1804", "184")));
  }

  @Test
  void anotherItem() throws Exception {
    assertFailure(
        Problem.SOMEONE_ELSE, wire -> wire.answer(wire.read(), ANSWER.replace("ABB1", "ABB2")));
  }

  @Test
  void everyAnswerIsToTheRequestBefore() throws Exception {
    Script offByOne =
        wire -> {
          wire.answer(wire.read(), ANSWER);
          String second = wire.read();
          assertThat(second).contains("ABB2");
          wire.write(ANSWER + "\r"); // without a sequence, so that only AB can show it
          assertThat(wire.read()).isNull();
        };
    try (ScriptedPeer peer = new ScriptedPeer(offByOne);
        Sip2Connection connection = connection(peer)) {
      connection.ask(QUESTION);
      assertProblem(Problem.SOMEONE_ELSE, () -> connection.ask(new ItemInformation("B2")));
      assertProblem(Problem.CLOSED, () -> connection.ask(QUESTION));
    }
  }

  @Test
  void aLateAnswerFindsTheConnectionClosed() throws Exception {
    CountDownLatch givenUp = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Script late =
        wire -> {
          String first = wire.read();
          givenUp.await();
          wire.answer(first, ANSWER);
          answered.countDown();
          assertThat(wire.read()).as("nothing more is sent here").isNull();
        };
    try (ScriptedPeer peer = new ScriptedPeer(late);
        Sip2Connection connection = connection(peer)) {
      assertProblem(Problem.TIMEOUT, () -> connection.ask(QUESTION));
      givenUp.countDown();
      assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
      assertProblem(Problem.CLOSED, () -> connection.ask(QUESTION));
      assertThat(peer.received().chars().filter(c -> c == '\r').count()).isOne();
    }
  }

  @Test
  void aSecondAnswerIsFoundBeforeTheNextRequest() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    CountDownLatch repeated = new CountDownLatch(1);
    Script twice =
        wire -> {
          String line = wire.read();
          wire.answer(line, ANSWER);
          heard.await();
          wire.answer(line, ANSWER);
          repeated.countDown();
          wire.read();
        };
    try (ScriptedPeer peer = new ScriptedPeer(twice);
        Sip2Connection connection = connection(peer)) {
      connection.ask(QUESTION);
      heard.countDown();
      assertThat(repeated.await(10, TimeUnit.SECONDS)).isTrue();
      assertProblem(Problem.LEFTOVER, () -> connection.ask(QUESTION));
      assertThat(connection.isClosed()).isTrue();
      assertThat(peer.received().chars().filter(c -> c == '\r').count()).isOne();
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertProblem(Problem.CONNECT, () -> Dialects.connection(Dialects.simple(port)));
  }

  @Test
  void anotherCharset() throws Exception {
    assertFailure(
        Problem.CHARSET, wire -> wire.answer(wire.read(), ANSWER.replace("AJx", "AJ\u00A8\u007C")));
  }

  private static void stayAfter(String line, ScriptedPeer.Wire wire) throws IOException {
    assertThat(line).isNotNull();
    wire.waitForTheEnd();
  }

  private static void assertFailure(Problem problem, Script script) throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(script);
        Sip2Connection connection = connection(peer)) {
      assertProblem(problem, () -> connection.ask(QUESTION));
      assertThat(connection.isClosed()).isTrue();
    }
  }

  private static void assertProblem(
      Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Sip2Exception.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }

  private static Sip2Connection connection(ScriptedPeer peer) throws Sip2Exception {
    return Dialects.connection(
        Dialects.simple(peer.port()).with(Dialects.endpoint(peer.port(), Duration.ofMillis(500))));
  }

  private static Sip2Settings withLogin(ScriptedPeer peer) {
    return Dialects.simple(peer.port())
        .with(new Login("sc", new Secret("pw"), null))
        .with(
            Dialects.dialect(
                java.nio.charset.StandardCharsets.UTF_8, true, false, HoldList.WAITING));
  }
}
