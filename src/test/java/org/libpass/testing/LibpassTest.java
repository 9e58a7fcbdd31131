package org.libpass.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.libpass.ils.sip2.NoSchoolRests;
import org.libpass.process.Timers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application as the demo runs it, with time in the test's hands: the engine fires no
 * timer and no job runs by itself. Add {@link OnH2} or {@link OnPostgres}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
    properties = {
      "flowable.async-executor-activate=false",
      "spring.task.scheduling.enabled=false",
      "libpass.rules.poll=1h",
      // What a test publishes must not become the project's own rule files.
      "libpass.rules.write=false",
      "libpass.mail.interval=1h",
      "libpass.detection.enabled=false",
      // At the end of the run every context closes at once; nobody waits for an answer any more.
      "server.shutdown=immediate"
    })
@ActiveProfiles("demo")
@TestClock
@Import({People.class, Timers.class, NoTextMissing.class})
@ExtendWith(NoSchoolRests.class)
public @interface LibpassTest {

  /** Whether a server listens, for tests that speak HTTP with it. */
  @AliasFor(annotation = SpringBootTest.class)
  WebEnvironment webEnvironment() default WebEnvironment.MOCK;
}
