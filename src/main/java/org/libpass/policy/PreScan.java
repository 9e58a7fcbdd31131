package org.libpass.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Looks at a rule file before any parser does: strict UTF-8, bounded size, and no character that
 * shows one thing and means another.
 */
final class PreScan {

  static final int MOST_BYTES = 64 * 1024;
  private static final int LONGEST_LINE = 400;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What is a letter or a mark by its type and yet shows nothing. */
  private static final String INVISIBLE =
      "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

  private PreScan() {}

  /** The file's text, with {@code \n} as its only line end. */
  static String text(byte[] bytes) throws RuleFileException {
    if (bytes.length > MOST_BYTES) {
      throw new RuleFileException(1, "file-long", MOST_BYTES / 1024);
    }
    String text = decode(bytes).replace("\r\n", "\n");
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    int line = 1;
    int column = 0;
    for (int place = 0; place < text.length(); ) {
      int sign = text.codePointAt(place);
      place += Character.charCount(sign);
      column++;
      if (sign == '\n') {
        line++;
        column = 0;
      } else if (forbidden(sign)) {
        throw new RuleFileException(line, "character", String.format("U+%04X", sign));
      } else if (column > LONGEST_LINE) {
        throw new RuleFileException(line, "line-long", LONGEST_LINE);
      }
    }
    return text;
  }

  private static String decode(byte[] bytes) throws RuleFileException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in)
          .toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new RuleFileException(line, "encoding");
    }
  }

  /** A backslash begins an escape that compilers undo at places where nobody looks. */
  private static boolean forbidden(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL -> sign != '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> sign == '\\' || INVISIBLE.indexOf(sign) >= 0 || variationSelector(sign);
    };
  }

  private static boolean variationSelector(int sign) {
    return (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0xE0100 && sign <= 0xE01EF);
  }
}
