package org.libpass.web.security;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the desk's lock into force. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LockSettings.class)
class LockConfiguration implements WebMvcConfigurer {

  private final DeskLock lock;

  LockConfiguration(DeskLock lock) {
    this.lock = lock;
  }

  /** After all others: its answer is a page too, with language and frame. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LockedPages(lock)).order(Ordered.LOWEST_PRECEDENCE);
  }
}
