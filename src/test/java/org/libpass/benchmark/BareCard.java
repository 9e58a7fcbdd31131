package org.libpass.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.libpass.testing.Databases.Database;

/**
 * The engine alone, as its tutorials would have a card modelled: message boundary events, history
 * for an audit, four variables, service tasks that do nothing. Four commits a card.
 */
final class BareCard implements AutoCloseable {

  private final HikariDataSource pool = new HikariDataSource();
  private final StatementCounter counter = new StatementCounter();
  private final ProcessEngine engine;
  private final RuntimeService runtime;

  BareCard(Database database) {
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(16);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(counter.around(pool));
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.AUDIT);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setBeans(Map.of("step", (JavaDelegate) execution -> {}));
    engine = configuration.buildProcessEngine();
    runtime = engine.getRuntimeService();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("benchmark/bare-card.bpmn20.xml")
        .deploy();
  }

  StatementCounter counter() {
    return counter;
  }

  /** Issued, printed, lent, returned, ended. */
  void live() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> variables =
        Map.of(
            "reader",
            UUID.randomUUID().toString(),
            "school",
            "NTUT",
            "number",
            "NTUT-1-" + key.substring(0, 8),
            "validUntil",
            Date.from(Instant.now().plus(3, ChronoUnit.DAYS)));
    runtime.startProcessInstanceByKey("bare-card", key, variables);
    tell(key, "printed");
    tell(key, "lent");
    tell(key, "returned");
  }

  private void tell(String key, String message) {
    String execution =
        runtime
            .createExecutionQuery()
            .processInstanceBusinessKey(key, true)
            .messageEventSubscriptionName(message)
            .singleResult()
            .getId();
    runtime.messageEventReceived(message, execution);
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
