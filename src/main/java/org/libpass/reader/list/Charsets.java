package org.libpass.reader.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells in which charset a file was saved, so that nobody is asked what they can't know: UTF-16
 * says so itself; what is UTF-8 throughout is UTF-8, since Chinese in Big5 practically never is;
 * and else it is Big5 as Windows writes it, throughout, or nothing at all.
 */
public final class Charsets {

  private static final Charset BIG5 = Charset.forName("x-windows-950");

  private Charsets() {}

  /**
   * @param charset the name to tell the librarian
   */
  public record Decoded(String text, String charset) {}

  /** The text of a file, or empty when it is in neither of these. */
  public static Optional<Decoded> decode(byte[] file) {
    if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
      return strictly(file, StandardCharsets.UTF_16, "UTF-16");
    }
    return strictly(file, StandardCharsets.UTF_8, "UTF-8").or(() -> strictly(file, BIG5, "Big5"));
  }

  private static boolean startsWith(byte[] file, int first, int second) {
    return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }

  private static Optional<Decoded> strictly(byte[] file, Charset charset, String name) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString();
      return Optional.of(new Decoded(withoutMark(text), name));
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  /** The mark that Windows puts before UTF-8 is no part of the first column's head. */
  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
