package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.ils.StandinFault;
import org.libpass.school.SchoolCode;

/** Each fault does what it says, at one school, until it is taken back. */
class StandinFaultsTests extends RunningServers {

  static final String CHECK_OUT = "11NN" + NOW + NOW + "AONTUT|AACUTE-1|ABNTUT00010|AC|";

  @Test
  void thereIsNoneAtStart() {
    assertThat(servers.fault(NTUT)).isEqualTo(StandinFault.NONE);
    assertThat(servers.responseTime(NTUT)).isZero();
    assertThat(servers.isUnavailable(NTUT)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void isTakenBackAndLeavesTheOtherSchoolsAlone(StandinFault fault) throws IOException {
    servers.connection(NTUT);
    servers.setFault(NTUT, fault);
    try (RawClient other = logIn(CUTE)) {
      assertThat(other.ask(information("cute001") + "ADdemo|")).contains("CQY|");
    }
    servers.setFault(NTUT, StandinFault.NONE);
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut001") + "ADdemo|")).contains("CQY|");
    }
  }

  @Test
  void takesItsTime() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setResponseTime(NTUT, Duration.ofMillis(300));
      long start = System.nanoTime();
      assertThat(client.ask(information("ntut001"))).startsWith("64");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }
    assertThatThrownBy(() -> servers.setResponseTime(NTUT, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"SLOW", "SILENT"})
  void doesWhatItIsAskedAndDoesNotAnswerInTime(StandinFault fault) throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, fault);
      client.patience(500);
      assertThatThrownBy(() -> client.ask(CHECK_OUT)).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(servers.charged(NTUT, "CUTE-1")).hasSize(1);
  }

  @Test
  void cutsItsAnswer() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.CUT);
      assertThat(client.ask("35" + NOW + "AONTUT|AACUTE-1|")).isEqualTo("36Y" + NOW + "AO");
      assertThat(client.read()).isEqualTo(-1);
    }
  }

  @Test
  void garblesItsAnswer() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.GARBLED);
      assertThat(client.ask(CHECK_OUT)).doesNotStartWith("12").doesNotContain("NTUT", "|A");
    }
    assertThat(servers.charged(NTUT, "CUTE-1")).hasSize(1);
  }

  @Test
  void answersTheRequestBefore() throws IOException {
    try (RawClient before = logIn(NTUT)) {
      before.ask(information("ntut002"));
    }
    servers.setFault(NTUT, StandinFault.OFF_BY_ONE);
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut001") + "ADdemo|")).contains("|AAntut002|", "AY1AZ");
      assertThat(client.ask(information("ntut003"))).contains("|AAntut001|", "|CQY|", "AY1AZ");
      assertThat(client.ask("35" + NOW + "AO|AAntut003|")).startsWith("36").contains("|AAntut003|");
    }
  }

  @Test
  void repeatsItsLastAnswerOnRequest() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      String answer = client.ask(information("ntut001"));
      client.send("97AZFEF5\r");
      assertThat(client.line()).isEqualTo(answer);
    }
  }

  @Test
  void writesInAnotherCharset() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.WRONG_CHARSET);
      client.send("17" + NOW + "AO|ABNTUT00006|\r");
      byte[] reply = client.bytes();
      assertThat(RawClient.latin(reply)).contains("AJ\u00b1\u00d0\u00a8\u007c");
      assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reply)))
          .isInstanceOf(CharacterCodingException.class);
    }
    SchoolCode cust = new SchoolCode("CUST");
    try (RawClient client = logIn(cust)) {
      servers.setFault(cust, StandinFault.WRONG_CHARSET);
      client.send("17" + NOW + "AO|ABCUST00006|\r");
      assertThat(new String(client.bytes(), StandardCharsets.UTF_8)).contains("AJ教育心理學|");
    }
  }

  @Test
  void hangsUpWithoutDoingAnything() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.HANGS_UP);
      assertThat(client.ask(CHECK_OUT)).isEmpty();
    }
    assertThat(servers.charged(NTUT, "CUTE-1")).isEmpty();
  }

  @Test
  void refusesConnectionsAndComesBackOnTheSamePort() throws IOException {
    int port = servers.connection(NTUT).port();
    try (RawClient client = logIn(NTUT)) {
      servers.setUnavailable(NTUT, true);
      assertThat(servers.isUnavailable(NTUT)).isTrue();
      assertThat(client.read()).isEqualTo(-1);
      assertThatThrownBy(() -> connect(NTUT)).isInstanceOf(ConnectException.class);
    }
    servers.setUnavailable(NTUT, false);
    assertThat(servers.connection(NTUT).port()).isEqualTo(port);
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut001"))).startsWith("64");
    }
  }

  @Test
  void refusesConnectionsFromTheStart() {
    servers.setFault(NTUT, StandinFault.REFUSES_CONNECTIONS);
    assertThat(servers.connection(NTUT).port()).isPositive();
    assertThatThrownBy(() -> connect(NTUT)).isInstanceOf(ConnectException.class);
  }

  @Test
  void refusesTheLogin() throws IOException {
    servers.setFault(NTUT, StandinFault.REFUSES_LOGIN);
    try (RawClient client = connect(NTUT)) {
      assertThat(client.ask("9300CNlibpass|COsip-ntut|")).startsWith("940");
      assertThat(client.ask(information("ntut001"))).isEmpty();
    }
  }

  @Test
  void isCarelessWithPasswords() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.ANY_PASSWORD);
      assertThat(client.ask(information("ntut001") + "ADnope|")).contains("|BLY|CQY|");
      assertThat(client.ask(information("ntut099") + "ADnope|")).contains("|BLN|CQN|");
      servers.setFault(NTUT, StandinFault.NO_PASSWORD_CHECK);
      assertThat(client.ask(information("ntut001") + "ADdemo|"))
          .contains("|BLY|")
          .doesNotContain("CQ");
    }
  }

  @Test
  void forgetsItsPatrons() throws IOException {
    servers.charge(NTUT, "NTUT00010", "CUTE-1", null);
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.KNOWS_NOBODY);
      assertThat(client.ask(information("CUTE-1", "  Y       ")))
          .contains(NOW + "0".repeat(24) + "AO", "|BLN|")
          .doesNotContain("NTUT00010");
      assertThat(client.ask(CHECK_OUT.replace("00010", "00011"))).startsWith("120NUN");
    }
  }

  @Test
  void namesItemsByTitle() throws IOException {
    servers.charge(NTUT, "NTUT00003", "CUTE-1", null);
    servers.charge(NTUT, "NTUT00010", "CUTE-1", null);
    try (RawClient client = logIn(NTUT)) {
      servers.setFault(NTUT, StandinFault.TITLES_ONLY);
      assertThat(client.ask(information("CUTE-1", "  Y       ")))
          .contains("|AU護理倫理與法律|")
          .doesNotContain("NTUT00010");
    }
  }

  @Test
  void dropsIdleConnections() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      servers.dropConnections(NTUT);
      assertThat(client.read()).isEqualTo(-1);
    }
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut001"))).startsWith("64");
    }
  }
}
