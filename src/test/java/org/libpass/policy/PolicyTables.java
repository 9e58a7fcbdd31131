package org.libpass.policy;

import javax.sql.DataSource;
import org.libpass.testing.Databases;
import org.libpass.testing.Databases.Database;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tables of policy alone, in a new database. */
final class PolicyTables {

  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  final JsonMapper json = JsonMapper.builder().build();
  final RuleVersions versions;

  PolicyTables() {
    this(Databases.h2());
  }

  PolicyTables(Database where) {
    DataSource database = where.dataSource();
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V3__policy.sql"),
            new ClassPathResource("db/migration/V14__rule_version.sql"),
            new ClassPathResource("db/migration/V15__audit.sql"))
        .execute(database);
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    versions = new RuleVersions(jdbc, json);
  }
}
