package org.libpass.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language that a reader has chosen goes with the account: to other browsers, and into mails.
 * What only a browser asks for, by its own settings, is no choice.
 */
@Component
public class ReaderLanguage {

  /** The cookie that holds a choice made in this browser. */
  public static final String COOKIE = "libpass-language";

  private final Readers readers;
  private final ObjectProvider<LocaleResolver> languages;

  ReaderLanguage(Readers readers, ObjectProvider<LocaleResolver> languages) {
    this.readers = readers;
    this.languages = languages;
  }

  /** The reader chooses. */
  public void choose(UUID reader, Locale language) {
    readers.speak(reader, language);
  }

  /**
   * At sign-in: what the reader has chosen earlier holds in this browser from now on; else what was
   * chosen in this browser before the sign-in is the reader's choice.
   */
  public void meet(Reader reader, HttpServletRequest request, HttpServletResponse response) {
    LocaleResolver here = languages.getObject();
    if (reader.hasChosenLanguage()) {
      here.setLocale(request, response, reader.language());
    } else if (WebUtils.getCookie(request, COOKIE) != null) {
      choose(reader.id(), here.resolveLocale(request));
    }
  }
}
