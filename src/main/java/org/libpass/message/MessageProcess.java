package org.libpass.message;

import java.util.UUID;
import org.libpass.school.SchoolCode;

/** Where messages wait to be read. Called in the transaction of the change. */
public interface MessageProcess {

  /**
   * A message waits for a librarian.
   *
   * @param message its id
   * @param to the school that gets it
   */
  void sent(UUID message, SchoolCode to);

  /** A message waits no more. */
  void done(UUID message);
}
