package org.libpass.ils.sip2;

/** What makes the bytes of a message add up to zero in 16 bits: bytes, not characters. */
final class Checksum {

  private Checksum() {}

  /** The checksum of the first {@code length} bytes, which end in {@code AZ}. */
  static int of(byte[] bytes, int length) {
    int sum = 0;
    for (int at = 0; at < length; at++) {
      sum += bytes[at] & 0xFF;
    }
    return -sum & 0xFFFF;
  }
}
