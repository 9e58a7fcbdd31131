package org.libpass.web.reader;

import jakarta.validation.constraints.AssertTrue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader ticks before asking for activation.
 *
 * @param privacy agrees to the privacy policy
 * @param rules agrees to the service rules
 * @param seen names the versions that were shown
 */
record ConsentForm(
    @AssertTrue(message = "{consent.privacy.missing}") Boolean privacy,
    @AssertTrue(message = "{consent.rules.missing}") Boolean rules,
    String seen) {

  /** A box that is not ticked is not sent at all. */
  ConsentForm(@Nullable Boolean privacy, @Nullable Boolean rules, @Nullable String seen) {
    this.privacy = Boolean.TRUE.equals(privacy);
    this.rules = Boolean.TRUE.equals(rules);
    this.seen = Objects.requireNonNullElse(seen, "");
  }
}
