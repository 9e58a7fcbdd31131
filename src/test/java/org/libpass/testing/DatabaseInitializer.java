package org.libpass.testing;

import org.libpass.testing.Databases.Database;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points Spring's data source to a database of {@link Databases}. */
abstract class DatabaseInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static void use(Database database, ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + database.url(),
            "spring.datasource.username=" + database.user(),
            "spring.datasource.password=" + database.password())
        .applyTo(context);
  }
}
