package org.libpass.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.Dates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says on the sign-in page why it did not work, with the status that fits. */
@Component
class SignInAnswer {

  private final Dates dates;
  private final TaipeiClock clock;

  SignInAnswer(Dates dates, TaipeiClock clock) {
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * One sentence above the form.
   *
   * @param key a message key
   * @param time what the message's placeholder stands for, or empty
   */
  record Refusal(String key, String time) {}

  void refuse(Model page, HttpServletResponse response, HttpStatus status, String key) {
    page.addAttribute("refusal", new Refusal(key, ""));
    response.setStatus(status.value());
  }

  void tooMany(Model page, HttpServletResponse response, Instant until) {
    // A minute is named that has begun when the wait is over.
    Instant shown = until.plusSeconds(59);
    page.addAttribute("refusal", new Refusal("sign-in.too-many", dates.time(shown)));
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
