package org.libpass.web.reader;

import jakarta.validation.constraints.AssertTrue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader ticks when the privacy policy has a new version.
 *
 * @param privacy agrees to it
 * @param seen the version that was shown
 * @param then {@code apply} to go on with an application afterwards
 */
record PrivacyConsentForm(
    @AssertTrue(message = "{own-privacy.missing}") Boolean privacy, String seen, String then) {

  /** A box that is not ticked is not sent at all. */
  PrivacyConsentForm(@Nullable Boolean privacy, @Nullable String seen, @Nullable String then) {
    this.privacy = Boolean.TRUE.equals(privacy);
    this.seen = Objects.requireNonNullElse(seen, "");
    this.then = "apply".equals(then) ? "apply" : "";
  }
}
