package org.libpass.policy;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says in the health details what is wrong with rule files. The service is up all the same: it goes
 * on by the last good rules.
 */
@Component("rules")
class RulesHealth implements HealthIndicator {

  private final Policies policies;

  RulesHealth(Policies policies) {
    this.policies = policies;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (RulesStatus status : policies.status()) {
      if (status.needsLook()) {
        health.withDetail(status.owner().value(), sentences(status));
      }
    }
    return health.build();
  }

  private static List<String> sentences(RulesStatus status) {
    return Stream.concat(status.errors().stream(), status.faults().stream())
        .map(error -> error.file() + ":" + error.line() + " " + error.en())
        .toList();
  }
}
