package org.libpass.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Names texts by their content. */
final class Texts {

  private Texts() {}

  /** What two names have in common that a reader takes for one: without spaces, width and case. */
  static String likeness(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return normal.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
  }

  /** SHA-256 over the parts, each with its length before it; 64 hexadecimal digits. */
  static String sha256(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
