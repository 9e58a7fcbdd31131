package org.libpass.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty database of the demo with news and questions. Once there is any article, nothing
 * is done, so that what an administrator edits stays.
 */
@Component
@Profile("demo")
@Order(3) // after the schools, which have news too
class DemoContent implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);

  private final Articles articles;
  private final JdbcClient jdbc;
  private final TaipeiClock clock;
  private final TransactionOperations transaction;

  DemoContent(
      Articles articles, JdbcClient jdbc, TaipeiClock clock, TransactionOperations transaction) {
    this.articles = articles;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * An article as the demo's file tells of it.
   *
   * @param school whose, null for the alliance's
   * @param daysAgo how many days before the first start it was written
   */
  record Entry(
      @Nullable SchoolCode school,
      Section section,
      @DefaultValue("0") int daysAgo,
      String titleZh,
      String titleEn,
      String textZh,
      String textEn) {}

  @Override
  public void run(ApplicationArguments arguments) {
    if (count() > 0) {
      return;
    }
    try {
      transaction.executeWithoutResult(status -> read().forEach(this::add));
    } catch (DataIntegrityViolationException e) {
      if (count() == 0) {
        throw e;
      }
      LOG.info("Another node has added the demo's articles meanwhile");
    }
  }

  private int count() {
    return jdbc.sql("select count(*) from article").query(Integer.class).single();
  }

  private void add(Entry entry) {
    // An id that follows from the entry, so that of two nodes that start at once one is refused.
    UUID id = UUID.nameUUIDFromBytes(entry.titleEn().getBytes(UTF_8));
    articles.add(
        new Article(
            id,
            0,
            entry.school(),
            entry.section(),
            clock.today().minusDays(entry.daysAgo()),
            entry.titleZh(),
            entry.titleEn(),
            entry.textZh(),
            entry.textEn()));
  }

  private static List<Entry> read() {
    try {
      MutablePropertySources file = new MutablePropertySources();
      new YamlPropertySourceLoader()
          .load("demo content", new ClassPathResource("demo/content.yaml"))
          .forEach(file::addLast);
      Binder binder = new Binder(ConfigurationPropertySources.from(file));
      return binder.bind("articles", Bindable.listOf(Entry.class)).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
