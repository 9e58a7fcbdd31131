package org.libpass.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form whose fields can't be decoded, which no browser sends, before anything else reads
 * it: what the web server logs of it repeats the field's value, and that may be a password.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the one that sets the encoding
class UndecodableForms extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isForm(request.getContentType())) {
      try {
        request.getParameterMap();
      } catch (InvalidParameterException undecodable) {
        response.setStatus(undecodable.getErrorCode());
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isForm(@Nullable String type) {
    return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }
}
