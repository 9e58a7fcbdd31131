package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.libpass.ils.StandinConnection;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinTraffic;
import org.libpass.school.SchoolCode;

/** All stand-ins together. */
class StandinServersTests extends RunningServers {

  static final int QUESTIONS = 20;

  /** Two connections each, one school slow to refuse an answer; nobody gets another's answer. */
  @Test
  void answersAllSchoolsAtOnce() throws Exception {
    List<SchoolCode> schools = StandinDialectsTests.schools();
    schools.forEach(servers::connection);
    ExecutorService threads = Executors.newFixedThreadPool(2 * schools.size());
    try {
      servers.setResponseTime(CUTE, Duration.ofMillis(50));
      List<Future<Integer>> clients = new ArrayList<>();
      for (SchoolCode school : schools) {
        clients.add(threads.submit(visit(school, 1)));
        clients.add(threads.submit(visit(school, 2)));
      }
      for (Future<Integer> client : clients) {
        assertThat(client.get()).isEqualTo(QUESTIONS);
      }
    } finally {
      threads.shutdownNow();
    }
    for (SchoolCode school : schools) {
      StandinTraffic traffic = servers.traffic(school);
      assertThat(traffic.requests("63")).isEqualTo(2 * QUESTIONS);
      assertThat(traffic.requests("11")).isZero();
      assertThat(traffic.mostConnections()).isBetween(1, 2);
    }
  }

  private Callable<Integer> visit(SchoolCode school, int offset) {
    return () -> {
      int right = 0;
      try (RawClient client = logIn(school)) {
        for (int n = 0; n < QUESTIONS; n++) {
          String slot = "ABC-" + (offset + 2 * n);
          String password = servers.connection(school).slotPassword();
          String answer =
              client.ask(information(slot) + (password == null ? "" : "AD" + password + "|"));
          right += answer.contains("AA" + slot + "|") && answer.contains("AO" + school) ? 1 : 0;
        }
      }
      return right;
    };
  }

  @Test
  void lendsAnItemOnceHoweverManyAsk() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      servers.connection(NTUT);
      for (int n = 1; n <= 8; n++) {
        String ask = "11NN" + NOW + NOW + "AO|AACUTE-" + n + "|ABNTUT00010|AC|";
        answers.add(
            threads.submit(
                () -> {
                  try (RawClient client = logIn(NTUT)) {
                    return client.ask(ask);
                  }
                }));
      }
      int lent = 0;
      for (Future<String> answer : answers) {
        lent += answer.get().startsWith("121") ? 1 : 0;
      }
      assertThat(lent).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() throws IOException {
    StandinConnection connection = servers.connection(NTUT);
    assertThat(InetAddress.getByName(connection.host()).isLoopbackAddress()).isTrue();
    for (InetAddress outside : outsideAddresses()) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(
                () -> socket.connect(new InetSocketAddress(outside, connection.port()), 2_000))
            .as(outside.toString())
            .isInstanceOf(ConnectException.class);
      }
    }
    assertThat(connect(NTUT)).satisfies(RawClient::close);
  }

  private static List<InetAddress> outsideAddresses() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }

  @Test
  void hasAPortPerSchool() throws IOException {
    Map<Integer, SchoolCode> ports = new HashMap<>();
    for (SchoolCode school : StandinDialectsTests.schools()) {
      StandinConnection connection = servers.connection(school);
      assertThat(ports.put(connection.port(), school)).isNull();
      assertThat(servers.connection(school)).isEqualTo(connection);
    }
  }

  @Test
  void closesWithTheApplicationAndComesBackWithIt() throws IOException {
    servers.charge(NTUT, "NTUT00010", "CUTE-1", null);
    int port = servers.connection(NTUT).port();
    RawClient client = logIn(NTUT);
    servers.setResponseTime(NTUT, Duration.ofMinutes(1));
    client.send(information("ntut001") + "\r");
    servers.stop();
    assertThat(client.read()).isEqualTo(-1);
    client.close();
    assertThat(servers.isRunning()).isFalse();
    assertThatThrownBy(() -> servers.connection(NTUT)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
    servers.setFault(NTUT, StandinFault.SILENT);
    servers.setFault(NTUT, StandinFault.NONE);
    servers.setResponseTime(NTUT, Duration.ZERO);
    servers.start();
    assertThat(servers.connection(NTUT).port()).isEqualTo(port);
    try (RawClient again = logIn(NTUT)) {
      assertThat(again.ask(information("CUTE-1", "  Y       "))).contains("|AUNTUT00010|");
    }
  }

  @Test
  void leavesWhoNeverEndsAMessage() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      client.send("6".repeat(5_000));
      assertThatThrownBy(
              () -> {
                if (client.read() == -1) {
                  throw new SocketException("closed");
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }
}
