package org.libpass.platform;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks a database at its first start as a demo's or a production's, and stops a start of the other
 * kind: invented people and real ones never share a database.
 */
@Component
@DependsOnDatabaseInitialization
class Installation implements InitializingBean {

  private final JdbcClient jdbc;
  private final String kind;

  Installation(JdbcClient jdbc, Environment environment) {
    this.jdbc = jdbc;
    this.kind = environment.acceptsProfiles(Profiles.of("demo")) ? "demo" : "production";
  }

  @Override
  public void afterPropertiesSet() {
    List<String> marked = jdbc.sql("select kind from installation").query(String.class).list();
    if (marked.isEmpty()) {
      jdbc.sql("insert into installation (kind) values (:kind)").param("kind", kind).update();
    } else if (!marked.equals(List.of(kind))) {
      throw new IllegalStateException(
          "This database belongs to a %s; it was started as a %s. Give each its own database."
              .formatted(marked.get(0), kind));
    }
  }
}
