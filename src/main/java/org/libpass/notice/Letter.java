package org.libpass.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail with what its carrier has to know.
 *
 * @param messageId the Message-ID for life, in angle brackets
 * @param replyTo where an answer goes, null where nobody should answer
 * @param language what it is written in
 * @param attempts how often sending was begun before
 */
record Letter(
    UUID id,
    String messageId,
    String recipient,
    @Nullable String replyTo,
    Content content,
    Locale language,
    Instant createdAt,
    int attempts) {

  /**
   * What it says, twice the same.
   *
   * @param subject one line, at most {@link #LONGEST_SUBJECT} characters
   * @param text plain
   * @param html a whole page, null for mails that were written before there were such
   */
  record Content(String subject, String text, @Nullable String html) {

    static final int LONGEST_SUBJECT = 200;
  }

  /**
   * What a mail tells of.
   *
   * @param reader who is told; null when it is the alliance
   * @param kind which news, such as {@code card.issued}; at most 40 characters
   * @param id the card, the activation or the message
   */
  record About(@Nullable UUID reader, String kind, UUID id) {}
}
