package org.libpass.reader.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Gives the demo's schools without a connection their readers, as a librarian would: from the list
 * {@code demo/readers-<code>.csv}, where there is one. Once a school has taken any list over,
 * nothing is done.
 */
@Component
@Profile("demo")
@Order(3) // after the schools and their staff
class DemoReaders implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoReaders.class);

  private final ReaderLists lists;
  private final Schools schools;

  DemoReaders(ReaderLists lists, Schools schools) {
    this.lists = lists;
    this.schools = schools;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    schools.all().stream().map(School::code).forEach(this::load);
  }

  private void load(SchoolCode school) {
    String code = school.value().toLowerCase(Locale.ROOT);
    ClassPathResource file = new ClassPathResource("demo/readers-" + code + ".csv");
    if (!file.exists() || !lists.takesFrom(school) || lists.last(school).isPresent()) {
      return;
    }
    String librarian = "librarian." + code;
    if (!(lists.upload(school, librarian, read(file)) instanceof ReaderLists.Upload.Waiting list)) {
      throw new IllegalStateException("The demo's list is not in order: " + file.getPath());
    }
    if (lists.confirm(school, librarian, list.id()) instanceof ReaderLists.Confirmation.Taken) {
      LOG.info("The demo's readers of {} are there", school);
    }
  }

  private static byte[] read(ClassPathResource file) {
    try {
      return file.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
