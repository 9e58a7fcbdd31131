package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.server.RequestPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers a request that is not allowed: a visitor is led to the right sign-in page, someone signed
 * in sees that the page is not theirs, and a path outside the table does not exist for anyone.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  /** Set when the form's token did not fit: the error page then says to load the page again. */
  static final String STALE_FORM = "staleForm";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    String path = path(request);
    if (Routes.isClosed(path)) {
      response.sendRedirect(Routes.isReaders(path) ? "/sign-in" : "/staff/sign-in");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (refused instanceof CsrfException) {
      request.setAttribute(STALE_FORM, true);
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (Routes.isClosed(path(request))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  static String path(HttpServletRequest request) {
    return RequestPath.parse(request.getRequestURI(), request.getContextPath())
        .pathWithinApplication()
        .value();
  }
}
