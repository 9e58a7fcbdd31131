package org.libpass.reader;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader agreed to and when.
 *
 * @param privacyVersion the version of the privacy policy, at most 40 characters
 * @param rulesVersion the version of the service rules, at most 80 characters; null when only a new
 *     privacy policy was agreed to
 * @param givenAt when
 */
public record Consent(String privacyVersion, @Nullable String rulesVersion, Instant givenAt) {}
