package org.libpass.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to a reader or to the alliance, as written, with how far it has got.
 *
 * @param recipient the address that it goes to
 * @param subject one line
 * @param body plain text
 * @param html the same as a page, null for mails that were written before there were such
 * @param createdAt when what it tells of happened
 * @param sentAt when the mail server took it, null before
 * @param attempts how often sending was begun; more than one with {@link State#SENT} may mean that
 *     it went out twice, with the same Message-ID
 */
public record Mail(
    UUID id,
    String recipient,
    String subject,
    String body,
    @Nullable String html,
    Instant createdAt,
    State state,
    @Nullable Instant sentAt,
    int attempts) {

  /** How far a mail has got. */
  public enum State {
    /** Will be sent, or tried again. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** The mail server would not take it for a week; it is not tried any more. */
    GIVEN_UP
  }
}
