package org.libpass.ils.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent: the part of fixed length with the two-digit code, and the first field of each
 * name.
 *
 * @param sequence the sequence number, empty when the request carries no checksum
 */
record Request(String head, Map<String, String> fields, String sequence) {

  private static final int LONGEST = 4096;
  private static final int TRAILER = 9;
  private static final Pattern TRAILER_FORM = Pattern.compile("AY(\\d)AZ([0-9A-Fa-f]{4})");

  /** How long the fixed part is, by code. */
  private static final Map<String, Integer> HEADS =
      Map.of(
          "93", 4, "99", 10, "63", 33, "23", 23, "11", 40, "09", 39, "17", 20, "35", 20, "97", 2);

  Request {
    fields = Map.copyOf(fields);
  }

  /** The two digits that say what is wanted. */
  String code() {
    return head.substring(0, 2);
  }

  /** The field of that name, empty when there is none. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The field of that name, null when there is none. */
  @Nullable String fieldIfSent(String name) {
    return fields.get(name);
  }

  /**
   * The bytes up to the next CR, without a LF before them, or null at the end of the stream.
   *
   * @throws IOException if there is no CR for too long
   */
  static byte @Nullable [] next(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\r') {
        return line.toByteArray();
      }
      if (next != '\n' || line.size() > 0) {
        line.write(next);
      }
      if (line.size() > LONGEST) {
        throw new IOException("Request too long");
      }
    }
    return null;
  }

  /** The request that the bytes are, or empty when they are none or arrived damaged. */
  static Optional<Request> parse(byte[] line, Charset charset) {
    int end = Math.max(0, line.length - TRAILER);
    Matcher trailer =
        TRAILER_FORM.matcher(new String(line, end, line.length - end, StandardCharsets.ISO_8859_1));
    if (!trailer.matches()) {
      return text(line, charset).flatMap(text -> split(text, ""));
    }
    String expected = new String(Checksum.of(line, line.length - 4), StandardCharsets.US_ASCII);
    return expected.equalsIgnoreCase(trailer.group(2))
        ? text(Arrays.copyOf(line, end), charset).flatMap(text -> split(text, trailer.group(1)))
        : Optional.empty();
  }

  private static Optional<String> text(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Request> split(String text, String sequence) {
    Integer head = text.length() < 2 ? null : HEADS.get(text.substring(0, 2));
    if (head == null || text.length() < head) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    Arrays.stream(text.substring(head).split("\\|", -1))
        .filter(field -> field.length() >= 2)
        .forEach(field -> fields.putIfAbsent(field.substring(0, 2), field.substring(2)));
    return Optional.of(new Request(text.substring(0, head), fields, sequence));
  }
}
