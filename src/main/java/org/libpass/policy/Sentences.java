package org.libpass.policy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences about rule files and reasons, in both languages. */
final class Sentences {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final ResourceBundle ZH =
      ResourceBundle.getBundle("messages.reasons", Locale.ROOT, NO_FALLBACK);
  private static final ResourceBundle EN =
      ResourceBundle.getBundle("messages.reasons", Locale.ENGLISH, NO_FALLBACK);

  private Sentences() {}

  static String zh(String key, Object... details) {
    return new MessageFormat(ZH.getString("policy.error." + key), Locale.TAIWAN).format(details);
  }

  static String en(String key, Object... details) {
    return new MessageFormat(EN.getString("policy.error." + key), Locale.ENGLISH).format(details);
  }

  /** Whether the product has a text of its own for this reason. */
  static boolean knowsReason(String key) {
    return ZH.containsKey("reason." + key);
  }
}
