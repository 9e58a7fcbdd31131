package org.libpass.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.web.security.SignedIn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its {@link Layout}. Asks no database, since error pages need it too. */
@ControllerAdvice
class LayoutAdvice {

  private final Menu menu;
  private final boolean demo;

  LayoutAdvice(Menu menu, Environment environment) {
    this.menu = menu;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @ModelAttribute("layout")
  Layout layout(
      HttpServletRequest request,
      Locale locale,
      @Nullable Authentication authentication,
      @Nullable CsrfToken csrf) {
    if (csrf != null) {
      csrf.getToken(); // now: its cookie can't be sent once a long page has begun to flow
    }
    SignedIn signedIn =
        authentication != null && authentication.getPrincipal() instanceof SignedIn known
            ? known
            : null;
    Set<String> authorities =
        signedIn == null || authentication == null
            ? Set.of()
            : authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    return new Layout(
        menu.of(authorities),
        inOtherLanguage(request, locale),
        signedIn == null ? null : signedIn.shownAs(),
        signedIn == null ? "visitor" : signedIn.isReader() ? "reader" : "staff",
        demo);
  }

  private static String inOtherLanguage(HttpServletRequest request, Locale locale) {
    boolean english = locale.getLanguage().equals("en");
    boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
    if (failed) {
      return "/?lang=" + (english ? "zh-TW" : "en");
    }
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getServletPath());
    if (request.getMethod().equals("GET")) {
      request
          .getParameterMap()
          .forEach((name, values) -> address.queryParam(name, (Object[]) values));
    }
    return address
        .replaceQueryParam(Languages.PARAMETER, english ? "zh-TW" : "en")
        .build()
        .encode()
        .toUriString();
  }
}
