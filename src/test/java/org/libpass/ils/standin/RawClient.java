package org.libpass.ils.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.libpass.ils.StandinConnection;

/** A socket and nothing that knows the protocol but the checksum, written here once more. */
final class RawClient implements AutoCloseable {

  private final Socket socket = new Socket();
  private final Charset charset;
  private int sequence;

  RawClient(StandinConnection connection) throws IOException {
    charset = connection.charset();
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connection.port()), 5_000);
    patience(10_000);
  }

  /** A client that has logged in, where that is wanted. */
  static RawClient loggedIn(StandinConnection connection) throws IOException {
    RawClient client = new RawClient(connection);
    if (connection.promptsLogin()) {
      client.answerPrompts(connection);
      return client;
    }
    if (connection.user() != null) {
      String login = "9300CN" + connection.user() + "|CO" + connection.password() + "|";
      if (!client.ask(login).startsWith("941")) {
        throw new IOException("Not logged in");
      }
    }
    return client;
  }

  private void answerPrompts(StandinConnection connection) throws IOException {
    prompt("login: ");
    send(connection.user() + "\r");
    prompt("password: ");
    send(connection.password() + "\r");
    if (!line().equals("Login OK. Initiating SIP")) {
      throw new IOException("Not logged in");
    }
  }

  /** Reads a prompt, which no line ends. */
  void prompt(String expected) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.length() < expected.length()) {
      said.append((char) read());
    }
    if (!said.toString().equals(expected)) {
      throw new IOException("Not the prompt that was expected: " + said);
    }
  }

  void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /** Sends a message with the next sequence number, its checksum and a CR; returns the answer. */
  String ask(String message) throws IOException {
    send(sealed(message));
    return line();
  }

  /** Sends the text as it is. */
  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(charset));
  }

  private String sealed(String message) {
    String summed = message + "AY" + sequence++ % 10 + "AZ";
    int sum = 0x10000;
    for (byte each : summed.getBytes(charset)) {
      sum -= each & 0xFF;
    }
    return summed + "%04X\r".formatted(sum & 0xFFFF);
  }

  /** The next bytes up to a CR in the school's charset, without the CR and a LF before it. */
  String line() throws IOException {
    String line = new String(bytes(), charset);
    return line.startsWith("\n") ? line.substring(1) : line;
  }

  /** The next bytes up to a CR, or to the end of the stream. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = read(); next >= 0 && next != '\r'; next = read()) {
      bytes.write(next);
    }
    return bytes.toByteArray();
  }

  int read() throws IOException {
    return socket.getInputStream().read();
  }

  /** The same bytes, each as one character. */
  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
