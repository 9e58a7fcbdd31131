package org.libpass.reader;

import java.time.Instant;

/**
 * What a reader agreed to and when.
 *
 * @param privacyVersion the version of the privacy policy, at most 40 characters
 * @param rulesVersion the version of the service rules, at most 80 characters
 * @param givenAt when
 */
public record Consent(String privacyVersion, String rulesVersion, Instant givenAt) {}
