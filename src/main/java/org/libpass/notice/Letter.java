package org.libpass.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A mail with what its carrier has to know.
 *
 * @param messageId the Message-ID for life, in angle brackets
 * @param language what it is written in
 * @param attempts how often sending was begun before
 */
record Letter(
    UUID id,
    String messageId,
    String recipient,
    String subject,
    String body,
    Locale language,
    Instant createdAt,
    int attempts) {

  /**
   * What a mail tells of.
   *
   * @param reader who is told
   * @param kind which news, such as {@code card.issued}; at most 40 characters
   * @param id the card or the activation
   */
  record About(UUID reader, String kind, UUID id) {}
}
