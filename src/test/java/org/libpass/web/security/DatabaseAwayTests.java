package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a visitor is told while no connection to the database is to be had. */
class DatabaseAwayTests extends PageTest {

  private static final long LEAST_WAIT_MILLIS = 250;

  @Autowired DataSource dataSource;
  @Autowired DatabaseAway away;

  @Test
  void visitorsAndReadersAreToldInBothLanguages() throws Exception {
    Cookie reader = reader("NTUT", "ntut001");
    List<MockHttpServletResponse> answers = new ArrayList<>();
    withoutConnections(
        () -> {
          answers.add(open("/").andReturn().getResponse());
          answers.add(open("/me", reader).andReturn().getResponse());
        });

    assertThat(answers)
        .hasSize(2)
        .allSatisfy(
            answer -> {
              assertThat(answer.getStatus()).isEqualTo(503);
              assertThat(answer.getHeader("Retry-After")).isEqualTo("60");
              assertThat(answer.getHeader("Content-Security-Policy"))
                  .startsWith("default-src 'none'");
              assertThat(answer.getContentAsString())
                  .contains("連不上資料庫", "can’t reach its database")
                  .containsPattern("/assets/css/libpass-[0-9a-f]+\\.css");
            });
    assertThat(open("/me", reader).andReturn().getResponse().getStatus()).isEqualTo(200);
  }

  static Stream<Exception> away() {
    return Stream.of(
        new CannotCreateTransactionException("x", new SQLTransientConnectionException()),
        new ServletException(new IllegalStateException(new SQLException("x", "08006"))),
        new IllegalStateException(new SQLException("x", "57P01")));
  }

  @ParameterizedTest
  @MethodSource("away")
  void itIsKnownByWhatLiesBeneath(Exception failure) throws Exception {
    assertThat(answer(failure).getStatus()).isEqualTo(503);
  }

  static Stream<Exception> otherwise() {
    return Stream.of(
        new IllegalStateException("x"),
        new DuplicateKeyException("x", new SQLException("x", "23505")),
        new ServletException(new SQLException("x")));
  }

  @ParameterizedTest
  @MethodSource("otherwise")
  void everyOtherFailureGoesOn(Exception failure) {
    assertThatThrownBy(() -> answer(failure)).isSameAs(failure);
  }

  private MockHttpServletResponse answer(Exception failure) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    away.doFilter(
        new MockHttpServletRequest(),
        response,
        new MockFilterChain() {
          @Override
          public void doFilter(ServletRequest request, ServletResponse answer)
              throws ServletException {
            if (failure instanceof ServletException wrapped) {
              throw wrapped;
            }
            throw (RuntimeException) failure;
          }
        });
    return response;
  }

  /** Holds every connection that the pool has while something is done. */
  private void withoutConnections(Doing doing) throws Exception {
    HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
    long usual = pool.getConnectionTimeout();
    List<Connection> held = new ArrayList<>();
    try {
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        held.add(pool.getConnection());
      }
      pool.setConnectionTimeout(LEAST_WAIT_MILLIS);
      doing.run();
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
      pool.setConnectionTimeout(usual);
    }
  }

  private interface Doing {
    void run() throws Exception;
  }
}
