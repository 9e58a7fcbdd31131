package org.libpass.web.librarian;

import org.libpass.card.Cards;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.springframework.stereotype.Component;

/** The readers whom tasks are about. */
@Component
class TaskReaders {

  private final Activations activations;
  private final Cards cards;
  private final Readers readers;

  TaskReaders(Activations activations, Cards cards, Readers readers) {
    this.activations = activations;
    this.cards = cards;
    this.readers = readers;
  }

  /**
   * The reader whom a task is about.
   *
   * @throws IllegalArgumentException if it is not about one reader
   */
  Reader of(Inbox.Task task) {
    return switch (task.kind()) {
      case ACTIVATION -> readers.get(activations.get(task.subject()).reader());
      case CARD_REVIEW, OVERDUE -> readers.get(cards.get(task.subject()).reader());
      case DISAGREEMENT, RELEASE, MESSAGE, CONNECTION ->
          throw new IllegalArgumentException("About no reader: " + task);
    };
  }
}
