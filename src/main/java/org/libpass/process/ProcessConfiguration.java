package org.libpass.process;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.libpass.platform.TaipeiClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Fits the engine into the platform: our clock, our transactions, our beans only, no history. */
@Configuration
class ProcessConfiguration {

  @Bean
  EngineConfigurationConfigurer<SpringProcessEngineConfiguration> libpassEngine(
      DataSource dataSource, TaipeiClock clock, BeanFactory beans) {
    return engine -> {
      engine.setClock(new EngineClock(clock));
      // The timeline of a card is the history; the engine's own would double every statement.
      engine.setHistoryLevel(HistoryLevel.NONE);
      engine.setActivityInstanceEntityManager(new NoActivityRecords(engine));
      engine.setBeans(new StepsOnly(beans));
      // One statement for many rows costs H2 a new plan each time; PostgreSQL gains by it.
      engine.setBulkInsertEnabled(!isH2(dataSource));
    };
  }

  private static boolean isH2(DataSource dataSource) {
    try {
      return "H2".equals(JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> name(metaData)));
    } catch (MetaDataAccessException unreachable) {
      throw new IllegalStateException("The database can't be reached", unreachable);
    }
  }

  private static String name(java.sql.DatabaseMetaData metaData) throws SQLException {
    return metaData.getDatabaseProductName();
  }

  /** A BPMN file can name the beans whose name ends in {@code Steps}, and no others. */
  private static final class StepsOnly extends java.util.AbstractMap<Object, Object> {

    private final BeanFactory beans;

    StepsOnly(BeanFactory beans) {
      this.beans = beans;
    }

    @Override
    public boolean containsKey(Object key) {
      return key instanceof String name && name.endsWith("Steps") && beans.containsBean(name);
    }

    @Override
    public Object get(Object key) {
      if (!containsKey(key)) {
        throw new IllegalArgumentException("A process may not name " + key);
      }
      return beans.getBean((String) key);
    }

    @Override
    public java.util.Set<Map.Entry<Object, Object>> entrySet() {
      return java.util.Set.of();
    }
  }
}
