package org.libpass.ils.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A port on the loopback interface, free when it was first taken and kept from then on. */
final class Listener {

  private static final int BACKLOG = 50;
  private static final long LAST_ACCEPT_SECONDS = 1;

  private final Consumer<Socket> guest;
  private @Nullable ServerSocket listening;
  private CountDownLatch accepted = new CountDownLatch(0);
  private @Nullable Socket reserved;
  private int port;

  /**
   * @param guest is given each accepted connection, and must not block
   */
  Listener(Consumer<Socket> guest) {
    this.guest = guest;
  }

  /** The port, zero before it has listened for the first time. */
  synchronized int port() {
    return port;
  }

  /** Accepts connections from now on. */
  synchronized void listen(Executor threads) {
    if (listening != null) {
      return;
    }
    release();
    ServerSocket socket = bind();
    port = socket.getLocalPort();
    listening = socket;
    CountDownLatch last = new CountDownLatch(1);
    accepted = last;
    threads.execute(
        () -> {
          accept(socket);
          last.countDown();
        });
  }

  /** The port as before, or another one if somebody has taken it meanwhile. */
  private ServerSocket bind() {
    try {
      return bind(port);
    } catch (IOException taken) {
      try {
        return bind(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Refuses connections from now on, and keeps the port from others. */
  synchronized void refuse() {
    close();
    Socket keep = new Socket();
    try {
      keep.setReuseAddress(true);
      keep.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      reserved = keep;
    } catch (IOException taken) {
      closeQuietly(keep);
    }
  }

  /** Gives the port up; nobody is let in once this has returned. */
  synchronized void close() {
    release();
    if (listening != null) {
      closeQuietly(listening);
      listening = null;
      awaitLastAccept();
    }
  }

  /** The system takes connections for a closed socket as long as a thread still waits in it. */
  private void awaitLastAccept() {
    try {
      accepted.await(LAST_ACCEPT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    if (reserved != null) {
      closeQuietly(reserved);
      reserved = null;
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        guest.accept(socket.accept());
      } catch (IOException e) {
        // Closed by us, or a client that left before it was let in.
      }
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // It is of no use any more, closed or not.
    }
  }
}
