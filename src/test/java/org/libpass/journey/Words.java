package org.libpass.journey;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The pages' words in one language, by their keys. */
record Words(MessageSource messages, Locale language) {

  /** The text that the pages have for {@code key}. */
  String of(String key, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }

  /** One of two sentences, whichever is in this language. */
  String either(String chinese, String english) {
    return isEnglish() ? english : chinese;
  }

  boolean isEnglish() {
    return language.getLanguage().equals("en");
  }
}
