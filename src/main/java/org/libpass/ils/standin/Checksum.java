package org.libpass.ils.standin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The checksum of a message: with it, the sum of all bytes is zero in its lower sixteen bits. */
final class Checksum {

  private Checksum() {}

  /** The four hexadecimal digits for the first {@code length} bytes, which end in {@code AZ}. */
  static byte[] of(byte[] message, int length) {
    int sum = 0;
    for (int at = 0; at < length; at++) {
      sum += Byte.toUnsignedInt(message[at]);
    }
    return String.format(Locale.ROOT, "%04X", -sum & 0xFFFF).getBytes(StandardCharsets.US_ASCII);
  }
}
