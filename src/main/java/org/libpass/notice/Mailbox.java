package org.libpass.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The mails that were written, for the pages that show them. */
@Service
public class Mailbox {

  private final Outbox outbox;

  Mailbox(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * The newest mails of all readers, the newest first.
   *
   * @param max how many at most
   */
  public List<Mail> newest(int max) {
    return outbox.newest(max);
  }

  /**
   * How far a reader's mails have got, the newest first; tells nothing of what they say.
   *
   * @param most how many at most
   */
  public List<Progress> progress(UUID reader, int most) {
    return outbox.progress(reader, most);
  }

  /**
   * How far one mail has got.
   *
   * @param createdAt when what it tells of happened
   */
  public record Progress(Instant createdAt, Mail.State state) {}

  /**
   * What was written to a reader about a card or an application, in order.
   *
   * @param about the card's id
   */
  public List<Mail> to(UUID reader, UUID about) {
    return outbox.to(reader, about);
  }

  /**
   * What was written to a reader, the newest first.
   *
   * @param most how many at most
   */
  public List<Mail> to(UUID reader, int most) {
    return outbox.to(reader, most);
  }

  /** One mail, or empty. */
  public Optional<Mail> find(UUID id) {
    return outbox.find(id);
  }
}
