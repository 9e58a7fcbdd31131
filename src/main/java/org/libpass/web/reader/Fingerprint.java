package org.libpass.web.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A short name for everything that a form's page showed. A form carries it; if the page would show
 * something else when the form comes back, it is shown again instead of being acted upon.
 */
final class Fingerprint {

  private static final int LENGTH = 20;

  private Fingerprint() {}

  /** The fingerprint of these values, by what their {@code toString} says. */
  static String of(Object... shown) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(Arrays.deepToString(shown).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every Java platform has SHA-256", absent);
    }
  }
}
