package org.libpass.ils.sip2;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.platform.TaipeiClock;

/**
 * The connections to one school's library system: never more than its settings allow, those that
 * wait to be used again included.
 */
final class Sip2Line {

  /** Systems close what is idle for 30 to 60 seconds, and the next request is lost in it. */
  private static final Duration IDLE = Duration.ofSeconds(25);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sip2Settings settings;
  private final LineHealth health;
  private final TaipeiClock clock;
  private final SSLSocketFactory tls;
  private final Duration idleLimit;
  private final Semaphore free;
  private final Deque<Sip2Connection> idle = new ArrayDeque<>();
  private int inUse;
  private boolean ended;

  /** Something to do on a connection. */
  interface Work<T> {
    T on(Sip2Connection connection) throws Sip2Exception, NotSendable;
  }

  Sip2Line(Sip2Settings settings, LineHealth health, TaipeiClock clock, SSLSocketFactory tls) {
    this(settings, health, clock, tls, IDLE);
  }

  Sip2Line(
      Sip2Settings settings,
      LineHealth health,
      TaipeiClock clock,
      SSLSocketFactory tls,
      Duration idleLimit) {
    this.settings = settings;
    this.health = health;
    this.clock = clock;
    this.tls = tls;
    this.idleLimit = idleLimit;
    this.free = new Semaphore(settings.endpoint().connections(), true);
  }

  Sip2Settings settings() {
    return settings;
  }

  LineHealth health() {
    return health;
  }

  /**
   * Makes sure, before there is a connection, that a request can be sent.
   *
   * @throws NotSendable if it holds a value that can't
   */
  void check(Request<?> request) throws NotSendable {
    RequestWriter.bytes(request, 0, clock, settings);
  }

  /**
   * On a connection of its own, so that nothing of another reader can be in it, and a connection
   * that the other side has dropped is not mistaken for one that failed in the middle.
   */
  <T> T fresh(Work<T> work) throws Sip2Exception, NotSendable {
    enter();
    try {
      return health.guarded(() -> onNew(work));
    } finally {
      leave(null);
    }
  }

  /**
   * On a connection on which nothing is said yet, also while the system rests, and without taking
   * note of what comes of it: for somebody who has come to see what is wrong.
   */
  <T> T tried(Work<T> work) throws Sip2Exception, NotSendable {
    enter();
    try {
      makeRoom();
      try (Sip2Connection connection = Sip2Connection.silent(settings, clock, tls, health::took)) {
        return work.on(connection);
      }
    } finally {
      leave(null);
    }
  }

  private <T> T onNew(Work<T> work) throws Sip2Exception, NotSendable {
    try (Sip2Connection connection = open()) {
      return work.on(connection);
    }
  }

  /**
   * On a connection that others have used before, for reads only: when it turns out to be broken,
   * the work is done again, once, on a new one. A new one that breaks is a failure, and so is a
   * system that is silent, which would only be waited for twice.
   */
  <T> T pooled(Work<T> read) throws Sip2Exception, NotSendable {
    enter();
    AtomicReference<@Nullable Sip2Connection> connection = new AtomicReference<>(takeIdle());
    try {
      return health.guarded(() -> onUsed(connection, read));
    } finally {
      leave(connection.get());
    }
  }

  private <T> T onUsed(AtomicReference<@Nullable Sip2Connection> connection, Work<T> read)
      throws Sip2Exception, NotSendable {
    Sip2Connection used = connection.get();
    if (used != null) {
      try {
        return read.on(used);
      } catch (Sip2Exception broken) {
        if (broken.problem() == Problem.TIMEOUT) {
          throw broken;
        }
        used.close();
      }
    }
    Sip2Connection another = open();
    connection.set(another);
    return read.on(another);
  }

  /** Closes what waits, and lets nothing wait any more. */
  synchronized void end() {
    ended = true;
    idle.forEach(Sip2Connection::close);
    idle.clear();
  }

  private synchronized void makeRoom() {
    while (inUse + idle.size() > settings.endpoint().connections()) {
      idle.removeLast().close();
    }
  }

  private Sip2Connection open() throws Sip2Exception {
    makeRoom();
    return Sip2Connection.open(settings, clock, tls, health::took);
  }

  private void enter() throws Sip2Exception {
    try {
      if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Sip2Exception(Problem.BUSY, "all connections are in use");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Sip2Exception(Problem.BUSY, "stopped while waiting for a connection");
    }
    synchronized (this) {
      inUse++;
    }
  }

  private void leave(@Nullable Sip2Connection reusable) {
    synchronized (this) {
      inUse--;
      if (reusable != null && !reusable.isClosed()) {
        if (ended) {
          reusable.close();
        } else {
          idle.addFirst(reusable);
        }
      }
    }
    free.release();
  }

  private synchronized @Nullable Sip2Connection takeIdle() {
    // The one used last is first; behind one that waited too long are only older ones.
    Sip2Connection connection = idle.pollFirst();
    if (connection != null && connection.idle().compareTo(idleLimit) >= 0) {
      connection.close();
      idle.forEach(Sip2Connection::close);
      idle.clear();
      return null;
    }
    return connection;
  }
}
