package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exchanges with one dialect, from {@code src/test/resources/sip2}. A line begins with {@code >}
 * for a request (what ends it left out), with {@code <} for a reply (with what ends it, and escapes
 * for what is no text), with {@code #} for a note, and is {@code connect} where a connection
 * begins.
 *
 * @param connections the turns of each
 */
record Recording(Charset charset, List<List<Turn>> connections) {

  private static final Path FOLDER = Path.of("src/test/resources/sip2");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|x([0-9A-F]{2}))");

  /** All dialects. */
  static final List<String> NAMES =
      List.of("utf8-checksums", "big5-bare", "cp850-titles", "no-password-answer", "garbage");

  /**
   * A request with its reply, as bytes in ISO 8859-1.
   *
   * @param note what the line before says
   */
  record Turn(String note, String request, String reply) {}

  static Recording of(String name) {
    List<String> lines;
    try {
      lines = Files.readAllLines(FOLDER.resolve(name + ".txt"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Charset charset = null;
    String note = "";
    String request = null;
    List<List<Turn>> connections = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("charset ")) {
        charset = Charset.forName(line.substring(8));
      } else if (line.equals("connect")) {
        connections.add(new ArrayList<>());
      } else if (line.startsWith("# ")) {
        note = line.substring(2);
      } else if (line.startsWith("> ")) {
        request = bytes(line.substring(2), charset);
      } else if (line.startsWith("< ")) {
        Turn turn = new Turn(note, request, unescaped(bytes(line.substring(2), charset)));
        connections.get(connections.size() - 1).add(turn);
      } else {
        assertThat(line).isEmpty();
      }
    }
    return new Recording(charset, connections);
  }

  /** A peer that plays the connections from that one on, and fails at another request. */
  ScriptedPeer peer(int first) throws IOException {
    return new ScriptedPeer(
        connections.subList(first, connections.size()).stream()
            .map(turns -> (ScriptedPeer.Script) wire -> play(turns, wire))
            .toArray(ScriptedPeer.Script[]::new));
  }

  private static void play(List<Turn> turns, ScriptedPeer.Wire wire) throws Exception {
    for (Turn turn : turns) {
      String request = wire.read();
      if (request == null) {
        return;
      }
      assertThat(request).isEqualTo(turn.request());
      wire.write(turn.reply());
    }
    wire.read();
  }

  private static String bytes(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String unescaped(String text) {
    Matcher escape = ESCAPE.matcher(text);
    return escape.replaceAll(
        found ->
            switch (found.group(1)) {
              case "r" -> "\r";
              case "n" -> "\n";
              default ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(found.group(2), 16)));
            });
  }
}
