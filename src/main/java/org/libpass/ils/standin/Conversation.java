package org.libpass.ils.standin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinFault;

/** One connection: requests are answered one after the other until either side closes it. */
final class Conversation {

  private static final Duration IDLE = Duration.ofSeconds(45);
  private static final long LATE = 8_000;

  /** Checkout and checkin. */
  private static final Set<String> WRITES = Set.of("11", "09");

  private static final byte[] RESEND = "96AZFEF6\r".getBytes(StandardCharsets.US_ASCII);

  private final StandinServer server;
  private final Socket socket;
  private boolean loggedIn;
  private byte[] last = RESEND;

  Conversation(StandinServer server, Socket socket) {
    this.server = server;
    this.socket = socket;
    this.loggedIn = server.dialect().has(Habit.NO_LOGIN);
  }

  /** Talks until the end. */
  void hold() throws IOException, InterruptedException {
    socket.setSoTimeout(Math.toIntExact(IDLE.toMillis()));
    socket.setTcpNoDelay(true);
    InputStream in = new BufferedInputStream(socket.getInputStream());
    if (server.dialect().has(Habit.PROMPTS_LOGIN) && !promptsLogin(in)) {
      return;
    }
    byte[] line = Request.next(in);
    while (line != null && turn(line)) {
      line = Request.next(in);
    }
  }

  /** Asks for user and password as a terminal does; false when the connection ends here. */
  private boolean promptsLogin(InputStream in) throws IOException, InterruptedException {
    for (int strikes = 0; strikes < 3; strikes++) {
      String user = prompted("login: ", in);
      String password = prompted("password: ", in);
      if (user == null || password == null) {
        return false;
      }
      loggedIn = server.answers().admits(user, password, server.fault());
      if (loggedIn) {
        say("Login OK. Initiating SIP\r\n");
        return true;
      }
      say("Invalid login\r\n");
    }
    return false;
  }

  private @Nullable String prompted(String prompt, InputStream in)
      throws IOException, InterruptedException {
    say(prompt);
    byte[] line = Request.next(in);
    return line == null ? null : new String(line, server.dialect().charset()).strip();
  }

  private void say(String text) throws IOException, InterruptedException {
    send(text.getBytes(StandardCharsets.US_ASCII), server.fault());
  }

  /** Answers; false when the connection ends here. */
  private boolean turn(byte[] line) throws IOException, InterruptedException {
    StandinFault fault = server.fault();
    if (fault == StandinFault.HANGS_UP) {
      return false;
    }
    Optional<Request> request = Request.parse(line, server.dialect().charset());
    if (request.isEmpty()) {
      return send(RESEND, fault);
    }
    server.count(request.get().code());
    if (request.get().code().equals("97")) {
      return send(last, fault);
    }
    Optional<byte[]> answer = answer(request.get(), fault);
    if (WRITES.contains(request.get().code())) {
      if (fault == StandinFault.BREAKS_DOWN) {
        server.setFault(StandinFault.REFUSES_CONNECTIONS);
      }
      if (fault == StandinFault.NO_RECEIPTS || fault == StandinFault.BREAKS_DOWN) {
        return false;
      }
    }
    return answer.isPresent() && send(answer.get(), fault);
  }

  private Optional<byte[]> answer(Request request, StandinFault fault) {
    Answers answers = server.answers();
    Optional<Reply> reply = answers.to(request, loggedIn, fault);
    if (request.code().equals("93")) {
      loggedIn |= answers.admits(request, fault);
    }
    Charset charset = server.dialect().charset();
    Charset used = fault == StandinFault.WRONG_CHARSET ? other(charset) : charset;
    return reply
        .map(good -> good.bytes(used, request.sequence()))
        .map(
            bytes -> {
              byte[] before = server.exchange(request.code(), bytes);
              last = fault == StandinFault.OFF_BY_ONE ? before : bytes;
              return last;
            });
  }

  private static Charset other(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) ? Dialects.BIG5 : StandardCharsets.UTF_8;
  }

  private boolean send(byte[] reply, StandinFault fault) throws IOException, InterruptedException {
    Thread.sleep(server.responseTime().toMillis() + (fault == StandinFault.SLOW ? LATE : 0));
    OutputStream out = socket.getOutputStream();
    switch (fault) {
      case SILENT -> {}
      case CUT -> out.write(reply, 0, reply.length / 2);
      case GARBLED -> out.write(noise(reply));
      default -> out.write(reply);
    }
    return fault != StandinFault.CUT;
  }

  /** As many bytes, none of them right but the end; the same noise for the same reply. */
  private static byte[] noise(byte[] reply) {
    byte[] noise = Arrays.copyOf(reply, reply.length);
    for (int at = 0; at < noise.length; at++) {
      if (noise[at] != '\r' && noise[at] != '\n') {
        noise[at] ^= (byte) (0x81 + 2 * (at % 32));
      }
    }
    return noise;
  }
}
