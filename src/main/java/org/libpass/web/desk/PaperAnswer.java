package org.libpass.web.desk;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * What became of one item on paper.
 *
 * @param words the answer
 * @param settled whether nothing is left to do with it on this page
 * @param choices what the librarian may say to it; empty if nothing helps but to change the row
 */
record PaperAnswer(DeskAnswer words, boolean settled, List<PaperRow.Word> choices)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  PaperAnswer {
    choices = List.copyOf(choices);
  }

  static PaperAnswer settled(DeskAnswer words) {
    return new PaperAnswer(words, true, List.of());
  }

  /** Not done, unless the librarian says one of these. */
  static PaperAnswer open(DeskAnswer words, PaperRow.Word... choices) {
    return new PaperAnswer(words, false, List.of(choices));
  }
}
