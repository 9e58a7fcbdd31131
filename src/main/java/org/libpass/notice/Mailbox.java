package org.libpass.notice;

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

  /** One mail, or empty. */
  public Optional<Mail> find(UUID id) {
    return outbox.find(id);
  }
}
