package org.libpass.web.reader;

import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Application;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** A home school's figures that hold for all its readers. */
@Component
class ServiceFigures {

  private final Policies policies;

  ServiceFigures(Policies policies) {
    this.policies = policies;
  }

  Limits of(SchoolCode home) {
    return policies.limits(home, new Application());
  }
}
