package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/** The count of failed sign-ins on the other database, and under simultaneous attempts. */
@LibpassTest
@OnPostgres
class SignInThrottleOnPostgresTests {

  @Autowired SignInThrottle throttle;
  @Autowired TaipeiClock clock;

  private final String account = UUID.randomUUID().toString();

  @Test
  void attemptsAtTheSameMomentCountEachOther() {
    List<SignInThrottle.Attempt> attempts =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(number -> throttle.begin("reader", account, "10.2.0." + number))
            .toList();
    assertThat(attempts.stream().filter(attempt -> attempt.refusedUntil().isEmpty()))
        .hasSizeLessThanOrEqualTo(SignInThrottle.PER_ACCOUNT);
  }

  @Test
  void waitingHelpsAndARightPasswordForgets() {
    for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
      assertThat(throttle.begin("staff", account, "10.3.0." + i).refusedUntil()).isEmpty();
    }
    assertThat(throttle.begin("staff", account, "10.3.1.1").refusedUntil())
        .contains(clock.instant().plus(SignInThrottle.WINDOW));
    clock.advance(SignInThrottle.WINDOW);
    var attempt = throttle.begin("staff", account, "10.3.1.2");
    assertThat(attempt.refusedUntil()).isEmpty();
    throttle.succeeded(attempt);
    for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
      assertThat(throttle.begin("staff", account, "10.3.2." + i).refusedUntil()).isEmpty();
    }
  }
}
