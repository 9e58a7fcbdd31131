package org.libpass.ils.sip2;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.libpass.school.Schools;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * On a Spring test: no school's system is left alone when a test begins because an earlier one let
 * it fail, at a time that has been set back meanwhile.
 */
public class NoSchoolRests implements BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    ApplicationContext context = SpringExtension.getApplicationContext(test);
    Sip2Lines lines = context.getBean(Sip2Lines.class);
    context.getBean(Schools.class).all().stream()
        .map(school -> lines.health(school.code()))
        .filter(health -> health.now().failingSince() != null)
        .forEach(LineHealth::heal);
  }
}
