package org.libpass.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Empty databases, as many as a test asks for: in memory, or in the one PostgreSQL server that runs
 * as long as the virtual machine. Spring tests say {@link OnH2} or {@link OnPostgres}.
 */
public final class Databases {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /**
   * How to reach a database; the user owns it.
   *
   * @param password empty where none is asked for
   */
  public record Database(String url, String user, String password) {

    /** Opens a connection of its own at each call: wrap it in a pool where speed matters. */
    public DataSource dataSource() {
      return new DriverManagerDataSource(url, user, password);
    }
  }

  /** A new empty H2 database in memory; it stays until the virtual machine ends. */
  public static Database h2() {
    // A crowd that waits for one row takes longer than H2's two seconds on a small machine.
    String options = ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
    return new Database("jdbc:h2:mem:" + nextName() + options, "sa", "");
  }

  /** A new empty PostgreSQL database; the first call starts the server, which takes seconds. */
  public static Database postgres() {
    EmbeddedPostgres server = Server.INSTANCE;
    String name = nextName();
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("No database in the embedded PostgreSQL", e);
    }
    return new Database(server.getJdbcUrl("postgres", name), "postgres", "");
  }

  private static String nextName() {
    return "libpass_" + COUNT.incrementAndGet();
  }

  /** Started when first touched, stopped by a shutdown hook of its own. */
  private static final class Server {

    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        // Sorting and case folding must not depend on the locales of the machine.
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C")
            .setPGStartupWait(Duration.ofMinutes(1))
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
      }
    }
  }
}
