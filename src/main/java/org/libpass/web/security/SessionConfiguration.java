package org.libpass.web.security;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions are rows in the database, so that any node can answer and a restart signs nobody out.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS)
class SessionConfiguration {

  /** How long someone may do nothing and stay signed in: a public terminal is often left so. */
  static final int IDLE_SECONDS = 30 * 60;

  @Bean
  CookieSerializer cookieSerializer(Environment environment) {
    DefaultCookieSerializer cookies = new DefaultCookieSerializer();
    cookies.setCookieName("libpass-session");
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      cookies.setUseSecureCookie(true);
    }
    return cookies;
  }

  /**
   * Two clicks at once both leave an answer for the next page, and both would be the session's
   * first: the one that came first stays, instead of an error for the other. Not for anybody else's
   * transactions, so only by its name.
   */
  @Bean(defaultCandidate = false)
  @Qualifier("springSessionTransactionOperations")
  TransactionOperations springSessionTransactionOperations(
      PlatformTransactionManager transactions) {
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new FirstOneStays(own);
  }

  private record FirstOneStays(TransactionOperations own) implements TransactionOperations {

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
      return own.execute(action);
    }

    @Override
    public void executeWithoutResult(Consumer<TransactionStatus> action) {
      try {
        own.executeWithoutResult(action);
      } catch (DuplicateKeyException second) {
        // what the first one left is there for the next page
      }
    }
  }

  /** Also for error pages: their frame shows who is signed in. */
  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(
      SessionRepositoryFilter<?> filter) {
    FilterRegistrationBean<SessionRepositoryFilter<?>> registration =
        new FilterRegistrationBean<>(filter);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    return registration;
  }
}
