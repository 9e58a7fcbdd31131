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
    @AssertTrue(message = "{consent.privacy.missing}") boolean privacy,
    @AssertTrue(message = "{consent.rules.missing}") boolean rules,
    String seen) {

  ConsentForm(boolean privacy, boolean rules, @Nullable String seen) {
    this.privacy = privacy;
    this.rules = rules;
    this.seen = Objects.requireNonNullElse(seen, "");
  }
}
