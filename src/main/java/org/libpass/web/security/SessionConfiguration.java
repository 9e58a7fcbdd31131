package org.libpass.web.security;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

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
