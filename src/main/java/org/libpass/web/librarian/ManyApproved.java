package org.libpass.web.librarian;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.libpass.web.ReasonTexts;

/**
 * What became of tasks that were approved together, shown once.
 *
 * @param done the names of those for whom it was done
 * @param left those that are as they were, each with why
 */
record ManyApproved(List<String> done, List<Left> left) implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  ManyApproved {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }

  /**
   * A task that was not approved.
   *
   * @param task its id
   * @param about whom it is about
   * @param key names the text that says why, {@code inbox.many.<key>}
   * @param reasons what policy objects to, in words; empty when that is not why
   */
  record Left(String task, String about, String key, List<ReasonTexts.Sentence> reasons)
      implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    Left {
      reasons = List.copyOf(reasons);
    }
  }
}
