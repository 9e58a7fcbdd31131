package org.libpass.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.libpass.platform.TaipeiClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * On a Spring test: its {@link TaipeiClock} stands still at {@link TestTime#START} when a test
 * begins and moves only when the test moves it, by {@link TaipeiClock#advance} or by the {@link
 * TestTime} bean. A plain unit test takes {@code new TestTime().clock()}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Import(TestClock.Configuration.class)
@ExtendWith(TestClock.BackToStart.class)
public @interface TestClock {

  /** Puts the clock before the product's own. */
  @TestConfiguration(proxyBeanMethods = false)
  class Configuration {

    @Bean
    TestTime testTime() {
      return new TestTime();
    }

    @Bean
    @Primary
    TaipeiClock testTaipeiClock(TestTime time) {
      return time.clock();
    }
  }

  /** Contexts are shared between tests, and what one did to the clock is not the next one's. */
  class BackToStart implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
      TestTime time = SpringExtension.getApplicationContext(test).getBean(TestTime.class);
      time.set(TestTime.START);
    }
  }
}
