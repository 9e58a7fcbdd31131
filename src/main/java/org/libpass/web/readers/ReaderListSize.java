package org.libpass.web.readers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a file so large that the server refuses to look into the form: nothing of the form can be
 * read then, not even its token, so this comes before all else and leads back to the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReaderListSize extends OncePerRequestFilter {

  private static final Set<String> PAGES = Set.of("/readers/import", "/clearance");

  private final long largest;

  ReaderListSize(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
    this.largest = largest.toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > largest
        && PAGES.contains(request.getRequestURI().substring(request.getContextPath().length()))) {
      response.sendRedirect(request.getRequestURI() + "?size=too-large");
    } else {
      chain.doFilter(request, response);
    }
  }
}
