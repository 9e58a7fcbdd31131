package org.libpass.ils.sip2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.libpass.ils.sip2.Request.Field;
import org.libpass.platform.TaipeiClock;

/**
 * Writes requests as bytes: the one way out, so that no value leaves unlooked at.
 *
 * <p>A sequence number and a checksum are always sent: without them some servers drop the last
 * characters of a password and let a wrong one in.
 */
final class RequestWriter {

  // Four blanks in the middle: local time.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'    'HHmmss", Locale.ROOT);

  private RequestWriter() {}

  /**
   * A whole request with what ends it.
   *
   * @param sequence one digit
   * @throws NotSendable if a value can't be sent
   */
  static byte[] bytes(Request<?> request, int sequence, TaipeiClock clock, Sip2Settings settings)
      throws NotSendable {
    ByteArrayOutputStream out = new ByteArrayOutputStream(160);
    out.writeBytes(ascii(request.code() + request.fixed(LocalDateTime.now(clock).format(DATE))));
    for (Field field : request.fields(settings.terminal())) {
      out.writeBytes(ascii(field.code()));
      out.writeBytes(encode(field, settings.dialect().charset()));
      out.write('|'); // also after the last field: some parsers lose that one without
    }
    out.writeBytes(ascii("AY" + sequence + "AZ"));
    int sum = Checksum.of(out.toByteArray(), out.size());
    out.writeBytes(ascii(String.format(Locale.ROOT, "%04X", sum)));
    out.writeBytes(ascii(settings.dialect().terminator().text()));
    return out.toByteArray();
  }

  /** The bytes of one value. */
  static byte[] encode(Field field, Charset charset) throws NotSendable {
    if (field.value().codePoints().anyMatch(Character::isISOControl)) {
      throw new NotSendable(field.code(), "control character");
    }
    byte[] bytes;
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(field.value()));
      bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
    } catch (CharacterCodingException unknown) {
      throw new NotSendable(field.code(), "not in the charset " + charset);
    }
    for (byte b : bytes) {
      // Bytes, not characters: in Big5 the second byte of 育 is the one that ends a field, and
      // servers that split before they decode would read on in what a reader typed.
      if (b == '|') {
        throw new NotSendable(field.code(), "end of field");
      }
      if (b >= 0 && b < ' ' || b == 0x7F) {
        throw new NotSendable(field.code(), "control byte");
      }
    }
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
