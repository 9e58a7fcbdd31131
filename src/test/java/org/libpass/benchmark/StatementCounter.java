package org.libpass.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that go through a data source: the engine's and the others apart. */
final class StatementCounter {

  private final LongAdder engine = new LongAdder();
  private final LongAdder own = new LongAdder();
  private final Map<String, LongAdder> each = new ConcurrentHashMap<>();

  /**
   * @param engine statements that name a table of the engine
   * @param own all others
   */
  record Count(long engine, long own) {

    Count since(Count before) {
      return new Count(engine - before.engine, own - before.own);
    }
  }

  Count now() {
    return new Count(engine.sum(), own.sum());
  }

  /** How often each text was executed since the last call. */
  Map<String, Long> texts() {
    Map<String, Long> counts = new TreeMap<>();
    each.forEach((sql, count) -> counts.put(sql, count.sum()));
    each.clear();
    return counts;
  }

  DataSource around(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        return counted(super.getConnection());
      }
    };
  }

  private Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement statement) {
            return counted(PreparedStatement.class, statement, (String) arguments[0]);
          }
          return result instanceof Statement statement
              ? counted(Statement.class, statement, null)
              : result;
        });
  }

  private <S extends Statement> S counted(Class<S> kind, S statement, @Nullable String prepared) {
    return proxy(
        kind,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            count(prepared == null ? String.valueOf(arguments[0]) : prepared);
          }
          return call(statement, method, arguments);
        });
  }

  private void count(String sql) {
    (sql.toUpperCase(Locale.ROOT).contains("ACT_") ? engine : own).increment();
    each.computeIfAbsent(sql, text -> new LongAdder()).increment();
  }

  private interface Calls {
    @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> kind, Calls calls) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (self, method, arguments) -> calls.answer(method, arguments)));
  }

  private static @Nullable Object call(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
