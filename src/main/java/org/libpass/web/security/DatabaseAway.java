package org.libpass.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Says in both languages that the service is away while the database is. Stands before the filter
 * of the sessions, which are in the database too, and uses nothing but a file: the usual error page
 * shows who is signed in, and would fail in its turn.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAway extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
  private static final String RETRY_AFTER_SECONDS = "60";
  private static final String CONNECTION_FAILED = "08";
  private static final String SERVER_STOPS = "57P";

  private final ResourceUrlProvider addresses;

  DatabaseAway(ResourceUrlProvider addresses) {
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failed) {
      if (response.isCommitted() || !isAway(failed)) {
        throw failed;
      }
      LOG.error("The database can't be reached: {}", failed.getMessage());
      answer(response);
    }
  }

  private void answer(HttpServletResponse response) throws IOException {
    String page = new ClassPathResource("offline.html").getContentAsString(StandardCharsets.UTF_8);
    for (String style :
        new String[] {"/webjars/bootstrap/dist/css/bootstrap.min.css", "/assets/css/libpass.css"}) {
      String address = addresses.getForLookupPath(style);
      page = page.replace("href=\"" + style, "href=\"" + (address == null ? style : address));
    }
    response.reset();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isAway(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException
          || (cause instanceof SQLException sql && tellsSo(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean tellsSo(@Nullable String state) {
    return state != null && (state.startsWith(CONNECTION_FAILED) || state.startsWith(SERVER_STOPS));
  }
}
