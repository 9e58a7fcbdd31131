package org.libpass.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libpass.web.ReaderLanguage;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The two languages of the pages: Traditional Chinese, and English for those who ask for it.
 *
 * <p>A choice, see {@link LanguageChoice}, is kept in a cookie. Without one, the first language of
 * the browser's list that is Chinese or English decides, and Chinese if there is none.
 */
public final class Languages extends CookieLocaleResolver {

  /** Traditional Chinese as written in Taiwan: the first language of every page. */
  public static final Locale CHINESE = Locale.TAIWAN;

  /** English, the second. */
  public static final Locale ENGLISH = Locale.ENGLISH;

  Languages() {
    super(ReaderLanguage.COOKIE);
    setCookieHttpOnly(true);
    setCookieSameSite("Lax");
    setCookieMaxAge(Duration.ofDays(365));
    setDefaultLocaleFunction(Languages::ofBrowser);
  }

  /**
   * A cookie is what a browser sends, so it may say anything: everything not English is Chinese.
   */
  @Override
  protected @Nullable Locale parseLocaleValue(String localeValue) {
    return of(localeValue);
  }

  /** The language that {@code tag} asks for: English for {@code en…}, else Chinese. */
  static Locale of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : CHINESE;
  }

  private static Locale ofBrowser(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return CHINESE; // getLocales() would fall back to the machine's own language
    }
    for (Enumeration<Locale> wanted = request.getLocales(); wanted.hasMoreElements(); ) {
      String language = wanted.nextElement().getLanguage();
      if (language.equals("zh")) {
        return CHINESE;
      }
      if (language.equals("en")) {
        return ENGLISH;
      }
    }
    return CHINESE;
  }
}
