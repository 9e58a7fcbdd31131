package org.libpass.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.web.security.SignedIn;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Gives every page its {@link Layout}, error pages too; so it asks no database. Comes after {@link
 * LanguageChoice}, whose language it shows.
 */
@Component
class LayoutInterceptor implements HandlerInterceptor {

  private final Menu menu;
  private final boolean demo;

  LayoutInterceptor(Menu menu, Environment environment) {
    this.menu = menu;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod) {
      if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
        csrf.getToken(); // now: its cookie can't be sent once a long page has begun to flow
      }
      request.setAttribute("layout", layout(request));
    }
    return true;
  }

  private Layout layout(HttpServletRequest request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    SignedIn signedIn = signedIn(authentication);
    return new Layout(
        menu.of(
            signedIn == null ? Set.of() : authorities(authentication),
            signedIn instanceof StaffPrincipal staff ? staff.school() : null),
        inOtherLanguage(request),
        signedIn == null ? null : signedIn.shownAs(),
        signedIn == null ? "visitor" : signedIn.isReader() ? "reader" : "staff",
        demo);
  }

  private static @Nullable SignedIn signedIn(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn known
        ? known
        : null;
  }

  private static Set<String> authorities(@Nullable Authentication authentication) {
    return authentication == null
        ? Set.of()
        : authentication.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
  }

  private static String inOtherLanguage(HttpServletRequest request) {
    boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
    String other = english ? "zh-TW" : "en";
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
      return "/?" + LanguageChoice.PARAMETER + "=" + other;
    }
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path(request));
    if (request.getMethod().equals("GET")) {
      request
          .getParameterMap()
          .forEach((name, values) -> address.queryParam(name, (Object[]) values));
    }
    return address
        .replaceQueryParam(LanguageChoice.PARAMETER, other)
        .build()
        .encode()
        .toUriString();
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
