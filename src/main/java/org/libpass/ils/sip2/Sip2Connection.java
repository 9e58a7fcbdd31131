package org.libpass.ils.sip2;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.Endpoint;
import org.libpass.platform.TaipeiClock;

/**
 * A connection to a library system, with one request outstanding. Whatever is not the answer to it
 * closes the connection; nothing is ever sent again on it. For one thread at a time.
 */
final class Sip2Connection implements AutoCloseable {

  private final Sip2Settings settings;
  private final TaipeiClock clock;
  private final Socket socket;
  private final LongConsumer took;
  private final OutputStream out;
  private final FrameReader in;
  private int sequence;
  private boolean closed;
  private long usedAt = System.nanoTime();

  private Sip2Connection(Sip2Settings settings, TaipeiClock clock, Socket socket, LongConsumer took)
      throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.socket = socket;
    this.took = took;
    this.out = socket.getOutputStream();
    this.in = new FrameReader(socket.getInputStream());
  }

  /**
   * A connection on which the login is done and the status asked, in this order.
   *
   * @param took is told of each answer how long it took, in nanoseconds
   */
  static Sip2Connection open(
      Sip2Settings settings, TaipeiClock clock, SSLSocketFactory tls, LongConsumer took)
      throws Sip2Exception {
    Sip2Connection connection = silent(settings, clock, tls, took);
    boolean ready = false;
    try {
      connection.logIn();
      connection.askStatus();
      ready = true;
      return connection;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  /** A connection on which nothing is said yet. */
  static Sip2Connection silent(
      Sip2Settings settings, TaipeiClock clock, SSLSocketFactory tls, LongConsumer took)
      throws Sip2Exception {
    Socket socket = connect(settings.endpoint(), tls);
    try {
      return new Sip2Connection(settings, clock, socket, took);
    } catch (IOException broken) {
      close(socket);
      throw new Sip2Exception(Problem.CONNECT, "no connection", broken);
    }
  }

  /** Signs the platform in, where the system wants that. */
  void logIn() throws Sip2Exception {
    Sip2Settings.Login login = settings.login();
    try {
      if (login != null && !isLetIn(login)) {
        throw new Sip2Exception(Problem.LOGIN_REFUSED, "the system refuses our login");
      }
    } catch (NotSendable ours) {
      throw new Sip2Exception(Problem.SETTINGS, String.valueOf(ours.getMessage()));
    }
  }

  /** Makes sure that the system is online, where it tells. */
  void askStatus() throws Sip2Exception {
    try {
      if (settings.dialect().asksStatus() && !ask(new Status()).online()) {
        throw new Sip2Exception(Problem.OFFLINE, "the system says that it is offline");
      }
    } catch (NotSendable ours) {
      throw new Sip2Exception(Problem.SETTINGS, String.valueOf(ours.getMessage()));
    }
  }

  private boolean isLetIn(Sip2Settings.Login login) throws Sip2Exception, NotSendable {
    if (!login.prompted()) {
      return ask(new Login(login)).ok();
    }
    try {
      return new PromptedLogin(in, out, settings).isLetIn(login, patience());
    } catch (SocketTimeoutException silent) {
      throw new Sip2Exception(Problem.TIMEOUT, "no prompt for the login");
    } catch (IOException broken) {
      throw new Sip2Exception(Problem.CLOSED, "at the prompts of the login", broken);
    }
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws NotSendable if a value can't be sent; nothing was, and the connection stays
   * @throws Sip2Exception if there is no answer to be trusted; the connection is closed
   */
  <R extends Reply> R ask(Request<R> request) throws Sip2Exception, NotSendable {
    byte[] line = RequestWriter.bytes(request, sequence, clock, settings);
    boolean good = false;
    try {
      R reply = exchange(request, line);
      good = true;
      return reply;
    } catch (SocketTimeoutException silent) {
      throw new Sip2Exception(Problem.TIMEOUT, "no whole answer to " + request.code());
    } catch (IOException broken) {
      throw new Sip2Exception(Problem.CLOSED, "while asking " + request.code(), broken);
    } finally {
      sequence = (sequence + 1) % 10;
      usedAt = System.nanoTime();
      if (!good) {
        close();
      }
    }
  }

  private <R extends Reply> R exchange(Request<R> request, byte[] line)
      throws IOException, Sip2Exception {
    if (closed) {
      throw new Sip2Exception(Problem.CLOSED, "closed before");
    }
    in.expectNothing();
    long sentAt = System.nanoTime();
    out.write(line);
    out.flush();
    byte[] frame = in.next(patience());
    took.accept(System.nanoTime() - sentAt);
    R reply = Answers.read(frame, settings.dialect().charset(), sequence, request);
    // Two messages where one was asked for: which of them is the answer can't be known.
    in.expectNothing();
    return reply;
  }

  /** The time is for the whole answer: a system that drips a byte now and then is slow too. */
  private FrameReader.BeforeRead patience() {
    long until = System.nanoTime() + settings.endpoint().readTimeout().toNanos();
    return () -> waitUntil(until);
  }

  private void waitUntil(long until) throws IOException {
    long left = until - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    socket.setSoTimeout((int) Duration.ofNanos(left).plusMillis(1).toMillis());
  }

  /** How long nothing was asked here. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - usedAt);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    close(socket);
  }

  private static Socket connect(Endpoint endpoint, SSLSocketFactory tls) throws Sip2Exception {
    Socket plain = new Socket();
    try {
      plain.connect(
          new InetSocketAddress(endpoint.host(), endpoint.port()),
          (int) endpoint.connectTimeout().toMillis());
      plain.setTcpNoDelay(true);
      plain.setSoTimeout((int) endpoint.connectTimeout().toMillis());
      return endpoint.tls() ? encrypted(plain, endpoint, tls) : plain;
    } catch (IOException unreachable) {
      close(plain);
      throw new Sip2Exception(Problem.CONNECT, "no connection", unreachable);
    }
  }

  private static Socket encrypted(Socket plain, Endpoint endpoint, SSLSocketFactory tls)
      throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // Without it any certificate of any host would do.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // nothing to be done about it
    }
  }
}
