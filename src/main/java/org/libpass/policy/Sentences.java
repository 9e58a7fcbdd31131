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

  private static final ResourceBundle EXAMPLES_ZH =
      ResourceBundle.getBundle("messages.examples", Locale.ROOT, NO_FALLBACK);
  private static final ResourceBundle EXAMPLES_EN =
      ResourceBundle.getBundle("messages.examples", Locale.ENGLISH, NO_FALLBACK);

  private Sentences() {}

  static String zh(String key, Object... details) {
    String name = "policy.error." + key;
    ResourceBundle texts = ZH.containsKey(name) ? ZH : EXAMPLES_ZH;
    return new MessageFormat(texts.getString(name), Locale.TAIWAN).format(details);
  }

  static String en(String key, Object... details) {
    String name = "policy.error." + key;
    ResourceBundle texts = EN.containsKey(name) ? EN : EXAMPLES_EN;
    return new MessageFormat(texts.getString(name), Locale.ENGLISH).format(details);
  }

  /**
   * A text of {@code messages/examples} in both languages.
   *
   * @param details what it names; a {@link Wording} is named in the text's language
   */
  static Wording words(String key, Object... details) {
    Object[] zh = details.clone();
    Object[] en = details.clone();
    for (int i = 0; i < details.length; i++) {
      if (details[i] instanceof Wording both) {
        zh[i] = both.zh();
        en[i] = both.en();
      }
    }
    return new Wording(
        new MessageFormat(EXAMPLES_ZH.getString(key), Locale.TAIWAN).format(zh),
        new MessageFormat(EXAMPLES_EN.getString(key), Locale.ENGLISH).format(en));
  }

  /** Whether the product has a text of its own for this reason. */
  static boolean knowsReason(String key) {
    return ZH.containsKey("reason." + key);
  }
}
