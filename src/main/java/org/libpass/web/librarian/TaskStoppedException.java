package org.libpass.web.librarian;

import org.libpass.process.Inbox;

/** A librarian can't do a task. */
final class TaskStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Inbox.Claim why;

  /**
   * @param why not {@link Inbox.Claim#DONE}
   */
  TaskStoppedException(Inbox.Claim why) {
    super(why.name());
    this.why = why;
  }

  Inbox.Claim why() {
    return why;
  }
}
