package org.libpass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.testing.Databases.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabasesTests {

  @Test
  void eachH2IsEmpty() {
    canBeFilled(Databases.h2());
    canBeFilled(Databases.h2());
  }

  @Test
  void eachPostgresIsEmpty() {
    canBeFilled(Databases.postgres());
    canBeFilled(Databases.postgres());
  }

  private static void canBeFilled(Database database) {
    JdbcClient client = JdbcClient.create(database.dataSource());
    client.sql("create table note (text varchar(9))").update();
    client.sql("insert into note values ('通')").update();
    assertThat(client.sql("select text from note").query(String.class).single()).isEqualTo("通");
  }

  @Nested
  @OnH2
  class OnOneDatabase extends Product {
    OnOneDatabase() {
      super("H2");
    }
  }

  @Nested
  @OnPostgres
  class OnTheOther extends Product {
    OnTheOther() {
      super("PostgreSQL");
    }
  }

  @Nested
  @OnPostgres
  class OnTheOtherAlthoughItsParentIsNot extends ProductOnH2 {
    OnTheOtherAlthoughItsParentIsNot() {
      super("PostgreSQL");
    }
  }

  @OnH2
  abstract static class ProductOnH2 extends Product {
    ProductOnH2(String name) {
      super(name);
    }
  }

  @SpringBootTest(classes = Product.Stack.class)
  abstract static class Product {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
      DataSourceAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class,
      JdbcClientAutoConfiguration.class
    })
    static class Stack {}

    private final String name;
    @Autowired private DataSource dataSource;

    Product(String name) {
      this.name = name;
    }

    @Test
    void isUnderTheApplication() throws Exception {
      try (var connection = dataSource.getConnection()) {
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(name);
      }
    }
  }
}
