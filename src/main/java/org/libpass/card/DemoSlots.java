package org.libpass.card;

import org.libpass.school.Schools;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each demo school 60 slot accounts for its quota of 50, so that settling slots don't stop
 * the issue. Runs after the schools are there.
 */
@Component
@Profile("demo")
@Order(20)
class DemoSlots implements ApplicationRunner {

  private static final int ACCOUNTS = 60;

  private final Schools schools;
  private final Slots slots;

  DemoSlots(Schools schools, Slots slots) {
    this.schools = schools;
    this.slots = slots;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    schools.all().forEach(school -> slots.provision(school.code(), ACCOUNTS));
  }
}
