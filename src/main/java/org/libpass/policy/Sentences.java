package org.libpass.policy;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

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

  /**
   * A sentence in both languages.
   *
   * @param details what it names, as text: a {@link Name} or {@link Wording} in the language of the
   *     sentence, any other by its digits or letters alone
   */
  static Name of(String key, Object... details) {
    ResourceBundle en = EN.containsKey(key) ? EN : EXAMPLES_EN;
    ResourceBundle zh = ZH.containsKey(key) ? ZH : EXAMPLES_ZH;
    return new Name(
        new MessageFormat(en.getString(key), Locale.ENGLISH)
            .format(said(details, Name::en, Wording::en)),
        new MessageFormat(zh.getString(key), Locale.TAIWAN)
            .format(said(details, Name::zh, Wording::zh)));
  }

  /** The same for a page. */
  static Wording words(String key, Object... details) {
    Name both = of(key, details);
    return new Wording(both.zh(), both.en());
  }

  private static Object[] said(
      Object[] details, Function<Name, String> name, Function<Wording, String> wording) {
    return Arrays.stream(details)
        .map(
            it ->
                it instanceof Name one
                    ? name.apply(one)
                    : it instanceof Wording one ? wording.apply(one) : String.valueOf(it))
        .toArray();
  }

  /** Whether the product has a text of its own for this reason. */
  static boolean knowsReason(String key) {
    return ZH.containsKey("reason." + key);
  }
}
