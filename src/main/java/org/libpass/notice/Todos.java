package org.libpass.notice;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a reader should do now, derived from state; nothing of it is stored. */
@Service
public class Todos {

  /**
   * A reader's to-do list, the most urgent first; empty when there is nothing to do. Asks no
   * library system: what it says of the home library is that library's last answer.
   *
   * @throws java.util.NoSuchElementException if there is no such reader
   */
  public List<Todo> of(UUID reader) {
    return List.of();
  }
}
