package org.libpass.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * On a Spring test: its application context stands on a new H2 database in memory. Test classes
 * that share a context share the database too. A subclass may say the other one.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ContextConfiguration(initializers = OnH2.Initializer.class, inheritInitializers = false)
public @interface OnH2 {

  /** Points Spring's data source there. */
  class Initializer extends DatabaseInitializer {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      use(Databases.h2(), context);
    }
  }
}
