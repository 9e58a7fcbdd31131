package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.libpass.reader.Reader;
import org.libpass.web.ReaderLanguage;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Begins the session of someone whose password, or whose link, was right. */
@Component
class SignInSession {

  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository tokens;
  private final RequestCache requests;
  private final ReaderLanguage language;

  SignInSession(
      SecurityContextRepository contexts,
      CsrfTokenRepository tokens,
      RequestCache requests,
      ReaderLanguage language) {
    this.language = language;
    this.contexts = contexts;
    this.tokens = tokens;
    this.requests = requests;
  }

  /** Signs a reader in, see below. */
  String begin(Reader reader, HttpServletRequest request, HttpServletResponse response) {
    language.meet(reader, request, response);
    ReaderPrincipal who = new ReaderPrincipal(reader.id(), reader.school(), reader.name());
    return begin(who, List.of(Routes.READER), Routes::isReaders, who.home(), request, response);
  }

  /**
   * Signs {@code who} in, in a session of its own: whatever the visitor's session was, it ends, so
   * that nobody can have planted it. The forms' token changes too.
   *
   * @param roles names without {@code ROLE_}
   * @param mayGoTo whether a path is one of this person's pages
   * @param home where to go if no page was asked for before
   * @return the path to go to: the page that was asked for before signing in, or {@code home}
   */
  String begin(
      SignedIn who,
      Collection<String> roles,
      Predicate<String> mayGoTo,
      String home,
      HttpServletRequest request,
      HttpServletResponse response) {
    SavedRequest wanted = requests.getRequest(request, response);
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    tokens.saveToken(null, request, response);
    List<SimpleGrantedAuthority> authorities =
        roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(who, null, authorities));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return wanted == null ? home : pathIfAllowed(wanted, mayGoTo, home);
  }

  private static String pathIfAllowed(SavedRequest wanted, Predicate<String> mayGoTo, String home) {
    String path = URI.create(wanted.getRedirectUrl()).getPath();
    return mayGoTo.test(path) ? path : home;
  }
}
