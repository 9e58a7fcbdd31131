package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libpass.ils.sip2.ScriptedPeer.Script;
import org.libpass.testing.TestTime;

/** Which connection is used for what. */
@Timeout(30)
class Sip2LineTests {

  static final ItemInformation QUESTION = Sip2ConnectionTests.QUESTION;
  static final Script ALWAYS =
      wire -> {
        for (String line = wire.read(); line != null; line = wire.read()) {
          wire.answer(line, Sip2ConnectionTests.ANSWER);
        }
      };
  static final Script ONCE = wire -> wire.answer(wire.read(), Sip2ConnectionTests.ANSWER);

  @Test
  void pollingUsesAConnectionAgain() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ALWAYS)) {
      Sip2Line line = line(peer, Duration.ofSeconds(25));
      line.pooled(connection -> connection.ask(QUESTION));
      line.pooled(connection -> connection.ask(QUESTION));
      assertThat(peer.connections()).isEqualTo(1);
      line.fresh(connection -> connection.ask(QUESTION));
      assertThat(peer.connections()).isEqualTo(2);
      line.end();
    }
  }

  @Test
  void notOneThatWasIdleTooLong() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ALWAYS)) {
      Sip2Line line = line(peer, Duration.ZERO);
      line.pooled(connection -> connection.ask(QUESTION));
      line.pooled(connection -> connection.ask(QUESTION));
      assertThat(peer.connections()).isEqualTo(2);
      line.end();
    }
  }

  @Test
  void oneThatTheSystemHasDroppedIsReplacedOnce() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ONCE, ONCE, wire -> wire.read())) {
      Sip2Line line = line(peer, Duration.ofSeconds(25));
      line.pooled(connection -> connection.ask(QUESTION));
      line.pooled(connection -> connection.ask(QUESTION));
      assertThat(peer.connections()).isEqualTo(2);
      assertThatThrownBy(() -> line.pooled(connection -> connection.ask(QUESTION)))
          .hasMessageStartingWith("closed");
      assertThat(peer.connections()).isEqualTo(3);
    }
  }

  @Test
  void aSilentSystemIsNotWaitedForTwice() throws Exception {
    Script silentAtTheSecond =
        wire -> {
          wire.answer(wire.read(), Sip2ConnectionTests.ANSWER);
          wire.read();
          wire.read();
        };
    try (ScriptedPeer peer = new ScriptedPeer(silentAtTheSecond)) {
      Sip2Line line = line(peer, Duration.ofSeconds(25));
      line.pooled(connection -> connection.ask(QUESTION));
      assertThatThrownBy(() -> line.pooled(connection -> connection.ask(QUESTION)))
          .hasMessageStartingWith("timeout");
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @Test
  void neverMoreAtOnceThanTheSettingsAllow() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Script counting =
        wire -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          try {
            for (String line = wire.read(); line != null; line = wire.read()) {
              wire.answer(line, Sip2ConnectionTests.ANSWER);
            }
          } finally {
            open.decrementAndGet();
          }
        };
    ExecutorService many = Executors.newFixedThreadPool(8);
    try (ScriptedPeer peer = new ScriptedPeer(counting)) {
      Sip2Line line = line(peer, Duration.ofSeconds(25));
      List<Callable<?>> work = new ArrayList<>();
      for (int at = 0; at < 40; at++) {
        work.add(
            at % 4 == 0
                ? () -> line.fresh(connection -> connection.ask(QUESTION))
                : () -> line.pooled(connection -> connection.ask(QUESTION)));
      }
      List<Future<Object>> done = new ArrayList<>();
      for (Callable<?> one : work) {
        done.add(many.submit((Callable<Object>) one::call));
      }
      for (Future<Object> one : done) {
        one.get();
      }
      line.end();
      // The peer hears of a close a little after it.
      assertThat(most.get()).isBetween(1, 3);
    } finally {
      many.shutdownNow();
    }
  }

  private static Sip2Line line(ScriptedPeer peer, Duration idle) {
    Sip2Settings settings =
        Dialects.simple(peer.port()).with(Dialects.endpoint(peer.port(), Duration.ofMillis(500)));
    return new Sip2Line(
        settings,
        new LineHealth(Dialects.SCHOOL, new TestTime().clock(), new KeptHealth()),
        new TestTime().clock(),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        idle);
  }
}
