package org.libpass.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.libpass.platform.TaipeiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty database of the demo with the 39 schools. Once there is any school, nothing is
 * done, so that what an administrator edits stays.
 */
@Component
@Profile("demo")
@Order(1)
class DemoSchools implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoSchools.class);

  private final Schools schools;
  private final SchoolRepository repository;
  private final OpenDays openDays;
  private final TaipeiClock clock;
  private final TransactionOperations transaction;

  DemoSchools(
      Schools schools,
      SchoolRepository repository,
      OpenDays openDays,
      TaipeiClock clock,
      TransactionOperations transaction) {
    this.schools = schools;
    this.repository = repository;
    this.openDays = openDays;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    load();
  }

  /** Adds the schools unless there are some. */
  void load() {
    if (repository.count() > 0) {
      return;
    }
    try {
      transaction.executeWithoutResult(status -> read().forEach(this::add));
    } catch (DataIntegrityViolationException e) {
      if (repository.count() == 0) {
        throw e;
      }
      LOG.info("Another node has added the demo's schools meanwhile");
    }
  }

  private void add(DemoSchool school) {
    schools.add(school.school());
    DemoClosedDays.of(school, clock.today()).forEach(openDays::add);
  }

  /** The schools of the demo's file. */
  static List<DemoSchool> read() {
    try {
      MutablePropertySources file = new MutablePropertySources();
      new YamlPropertySourceLoader()
          .load("demo schools", new ClassPathResource("demo/schools.yaml"))
          .forEach(file::addLast);
      Binder binder = new Binder(ConfigurationPropertySources.from(file));
      return binder.bind("schools", Bindable.listOf(DemoSchool.class)).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
