package org.libpass.ils.sip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A server on loopback that does on each connection what the test's script for it says, right or
 * wrong. Text is bytes: ISO 8859-1.
 */
final class ScriptedPeer implements AutoCloseable {

  /** What it does on one connection, which is closed at the end. */
  interface Script {
    void serve(Wire wire) throws Exception;
  }

  private final ServerSocket server;
  private final Thread thread;
  private final List<Wire> wires = new CopyOnWriteArrayList<>();
  private final List<Thread> serving = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  /** The last script is for all further connections too. */
  ScriptedPeer(Script... scripts) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), scripts);
  }

  ScriptedPeer(ServerSocket server, Script... scripts) {
    this.server = server;
    this.thread = new Thread(() -> accept(scripts), "scripted peer");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return wires.size();
  }

  /** All that came, over all connections. */
  String received() {
    StringBuilder all = new StringBuilder();
    wires.forEach(wire -> all.append(wire.received()));
    return all.toString();
  }

  private void accept(Script... scripts) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Script script = scripts[Math.min(wires.size(), scripts.length - 1)];
        Wire wire = new Wire(socket);
        wires.add(wire);
        Thread one = new Thread(() -> serve(script, wire), "scripted connection");
        one.setDaemon(true);
        serving.add(one);
        one.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Script script, Wire wire) {
    try (Socket socket = wire.socket) {
      script.serve(wire);
    } catch (IOException | InterruptedException gone) {
      // the client hung up, or the test is over
    } catch (Throwable failure) {
      failures.add(failure);
    }
  }

  /** Ends it, and fails if a script did. */
  @Override
  public void close() throws Exception {
    server.close();
    for (Thread one : serving) {
      one.join(TimeUnit.SECONDS.toMillis(1));
      one.interrupt();
    }
    for (Wire wire : wires) {
      wire.socket.close();
    }
    for (Throwable failure : failures) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  /** The server's side of one connection. */
  static final class Wire {

    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private Wire(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
    }

    /** The next request without its CR or CRLF, null when the client has hung up. */
    String read() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b >= 0; b = in.read()) {
        synchronized (received) {
          received.write(b);
        }
        if (b == '\r') {
          return line.toString();
        }
        if (b != '\n' || !line.isEmpty()) {
          line.append((char) b);
        }
      }
      return null;
    }

    /** Says nothing more and stays until the client hangs up. */
    void waitForTheEnd() throws IOException {
      while (read() != null) {
        // whatever it is, it gets no answer
      }
    }

    /** Whether the client hangs up before the time is over; what it says meanwhile is lost. */
    boolean endsWithin(Duration time) throws IOException {
      socket.setSoTimeout((int) time.toMillis());
      try {
        return in.read() < 0;
      } catch (SocketTimeoutException stillThere) {
        return false;
      }
    }

    void write(String bytes) throws IOException {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Answers a request with a text that gets its sequence, checksum and CR. */
    void answer(String request, String reply) throws IOException {
      write(summed(reply + "AY" + sequence(request) + "AZ") + "\r");
    }

    String received() {
      synchronized (received) {
        return received.toString(StandardCharsets.ISO_8859_1);
      }
    }

    static String sequence(String request) {
      return request.substring(request.length() - 7, request.length() - 6);
    }

    static String summed(String text) {
      int sum = text.chars().sum();
      return text + String.format("%04X", -sum & 0xFFFF);
    }
  }
}
