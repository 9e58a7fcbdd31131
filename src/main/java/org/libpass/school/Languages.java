package org.libpass.school;

import java.util.Locale;

/** The two languages in which names are kept. */
final class Languages {

  private Languages() {}

  /** English to those who read English, Chinese, the product's first language, to all others. */
  static String choose(Locale locale, String zh, String en) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
  }
}
