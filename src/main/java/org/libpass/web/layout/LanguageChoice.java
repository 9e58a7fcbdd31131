package org.libpass.web.layout;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.libpass.web.ReaderLanguage;
import org.libpass.web.security.ReaderPrincipal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes up the choice that is made by {@code ?lang=en} or {@code ?lang=zh-TW} on any page. */
final class LanguageChoice implements HandlerInterceptor {

  static final String PARAMETER = "lang";

  private final Languages languages;
  private final ObjectProvider<ReaderLanguage> ofReaders;

  LanguageChoice(Languages languages, ObjectProvider<ReaderLanguage> ofReaders) {
    this.languages = languages;
    this.ofReaders = ofReaders;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String chosen = request.getParameter(PARAMETER);
    // An error page is the same request again, and must not need the database.
    if (chosen != null && request.getDispatcherType() == DispatcherType.REQUEST) {
      Locale language = Languages.of(chosen);
      languages.setLocale(request, response, language);
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who != null && who.getPrincipal() instanceof ReaderPrincipal reader) {
        ofReaders.getObject().choose(reader.id(), language);
      }
    }
    return true;
  }
}
