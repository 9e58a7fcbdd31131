package org.libpass.ils.standin;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinTraffic;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** A school's library system on a port of its own: SIP2 over TCP on the loopback interface. */
final class StandinServer {

  private final Dialect dialect;
  private final StandinLibrary library;
  private final Answers answers;
  private final Listener listener = new Listener(this::welcome);
  private final Guests guests = new Guests();
  private final Map<String, Long> requests = new ConcurrentHashMap<>();
  private final Map<String, byte[]> lastAnswers = new ConcurrentHashMap<>();
  private volatile StandinFault fault = StandinFault.NONE;
  private volatile Duration responseTime = Duration.ZERO;
  private @Nullable ExecutorService threads;

  StandinServer(SchoolCode school, Dialect dialect, TaipeiClock clock, Ledger ledger) {
    this.dialect = dialect;
    this.library = new StandinLibrary(school, dialect, clock, ledger);
    this.answers = new Answers(school, dialect, library, clock);
  }

  /**
   * Listens from now on, unless it does already or its fault is to refuse connections; returns the
   * port.
   */
  synchronized int open(ExecutorService pool) {
    if (threads == null) {
      threads = pool;
      listener.listen(pool);
      setFault(fault);
    }
    return listener.port();
  }

  /** Whether it has been opened at any time. */
  boolean wasOpen() {
    return listener.port() > 0;
  }

  /** Closes the port and all connections. */
  synchronized void close() {
    threads = null;
    listener.close();
    dropConnections();
  }

  synchronized void setFault(StandinFault next) {
    fault = next;
    if (threads == null) {
      return;
    }
    if (next == StandinFault.REFUSES_CONNECTIONS) {
      listener.refuse();
      dropConnections();
    } else {
      listener.listen(threads);
    }
  }

  void setResponseTime(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Before it is asked: " + time);
    }
    responseTime = time;
  }

  /** Closes the connections that are open now. */
  void dropConnections() {
    guests.dismissAll();
  }

  private synchronized void welcome(Socket socket) {
    if (!guests.admit(socket)) {
      return;
    }
    ExecutorService pool = threads;
    if (pool == null || fault == StandinFault.REFUSES_CONNECTIONS) {
      guests.dismiss(socket);
    } else {
      pool.execute(() -> hold(socket));
    }
  }

  private void hold(Socket socket) {
    try {
      new Conversation(this, socket).hold();
    } catch (IOException e) {
      // The client has gone, was idle for too long, or this side was closed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      guests.dismiss(socket);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  StandinLibrary library() {
    return library;
  }

  Answers answers() {
    return answers;
  }

  StandinFault fault() {
    return fault;
  }

  Duration responseTime() {
    return responseTime;
  }

  void count(String code) {
    requests.merge(code, 1L, Long::sum);
  }

  /** Keeps the answer to a request of that code; returns the one before, or itself if first. */
  byte[] exchange(String code, byte[] answer) {
    byte[] before = lastAnswers.put(code, answer);
    return before == null ? answer : before;
  }

  StandinTraffic traffic() {
    return new StandinTraffic(requests, guests.now(), guests.most());
  }
}
