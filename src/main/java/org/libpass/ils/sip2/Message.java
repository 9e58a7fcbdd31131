package org.libpass.ils.sip2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Exception.Problem;

/** A message that came, still without meaning: code, fixed part, fields. */
final class Message {

  private static final int TRAILER = 9; // AYnAZxxxx
  private static final Pattern DATE = Pattern.compile("\\d{8}.{4}\\d{6}");

  private final String text;
  private final @Nullable Integer sequence;

  private Message(String text, @Nullable Integer sequence) {
    this.text = text;
    this.sequence = sequence;
  }

  /**
   * Reads a message.
   *
   * <p>The order matters: the trailer is cut by position, since some systems write no {@code |}
   * before it; then the bytes are decoded; and only then can {@code |} be looked for.
   *
   * @param frame the bytes without what ends the message
   */
  static Message of(byte[] frame, Charset charset) throws Sip2Exception {
    for (byte b : frame) {
      if (b >= 0 && b < ' ' && b != '\t') {
        throw new Sip2Exception(Problem.MALFORMED, "control character");
      }
    }
    int body = frame.length - TRAILER;
    if (body < 2 || !isTrailer(frame, body)) {
      return new Message(decode(frame, charset), null);
    }
    int sum = 0;
    for (int at = frame.length - 4; at < frame.length; at++) {
      sum = sum << 4 | Character.digit(frame[at], 16);
    }
    if (sum != Checksum.of(frame, frame.length - 4)) {
      throw new Sip2Exception(Problem.CHECKSUM, "wrong checksum");
    }
    return new Message(decode(Arrays.copyOf(frame, body), charset), frame[body + 2] - '0');
  }

  /** The two digits that begin it. */
  String code() {
    return text.length() < 2 ? "" : text.substring(0, 2);
  }

  /** The number of the request that it answers, null if the system doesn't say. */
  @Nullable Integer sequence() {
    return sequence;
  }

  /** The fields, which begin at {@code offset}. */
  Fields fields(int offset) throws Sip2Exception {
    return Fields.of(part(offset, text.length()));
  }

  String part(int from, int to) throws Sip2Exception {
    if (text.length() < to || to < from) {
      throw new Sip2Exception(Problem.MALFORMED, "too short");
    }
    return text.substring(from, to);
  }

  /** Whether the flag at {@code offset} is yes; a blank is no. */
  boolean flag(int offset) throws Sip2Exception {
    return oneOf(offset, "Y1", "N0 U");
  }

  /** Whether the character at {@code offset} is among {@code yes}, not among {@code no}. */
  boolean oneOf(int offset, String yes, String no) throws Sip2Exception {
    char found = part(offset, offset + 1).charAt(0);
    if (yes.indexOf(found) < 0 && no.indexOf(found) < 0) {
      throw new Sip2Exception(Problem.MALFORMED, "no flag at " + offset);
    }
    return yes.indexOf(found) >= 0;
  }

  /** A number of {@code length} characters; blank is unknown. */
  @Nullable Integer number(int offset, int length) throws Sip2Exception {
    String number = part(offset, offset + length).strip();
    if (number.isEmpty()) {
      return null;
    }
    if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Sip2Exception(Problem.MALFORMED, "no number at " + offset);
    }
    return Integer.valueOf(number);
  }

  /** Makes sure of a date at {@code offset}: a message that is shifted has none there. */
  void expectDate(int offset) throws Sip2Exception {
    if (!DATE.matcher(part(offset, offset + 18)).matches()) {
      throw new Sip2Exception(Problem.MALFORMED, "no date at " + offset);
    }
  }

  /** Shows no text. */
  @Override
  public String toString() {
    return "message of " + text.length() + " characters";
  }

  private static boolean isTrailer(byte[] frame, int at) {
    boolean form =
        frame[at] == 'A'
            && frame[at + 1] == 'Y'
            && Character.digit(frame[at + 2], 10) >= 0
            && frame[at + 3] == 'A'
            && frame[at + 4] == 'Z';
    for (int digit = at + 5; form && digit < frame.length; digit++) {
      form = Character.digit(frame[digit], 16) >= 0;
    }
    return form;
  }

  private static String decode(byte[] bytes, Charset charset) throws Sip2Exception {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException strange) {
      throw new Sip2Exception(Problem.CHARSET, "not " + charset);
    }
  }
}
