package org.libpass.reader;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Librarians of the home school keep a reader from borrowing for a time, and let them again. What
 * is out stays followed to the end; that nothing is lent meanwhile is the policy's to say.
 */
@Service
public class Suspensions {

  private final ReaderRepository readers;
  private final Readers people;
  private final ReaderHistory history;
  private final AuditLog audit;
  private final TaipeiClock clock;

  Suspensions(
      ReaderRepository readers,
      Readers people,
      ReaderHistory history,
      AuditLog audit,
      TaipeiClock clock) {
    this.readers = readers;
    this.people = people;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Suspends an active reader.
   *
   * @param by the librarian's account
   * @param why in words, at most 500 characters; the reader is told
   * @return false when the reader is not active: nothing was done
   */
  @Transactional
  public boolean suspend(UUID reader, String by, String why) {
    return change(
        reader,
        Reader::isActive,
        Reader::suspend,
        by,
        why,
        ReaderEvent.Kind.SUSPENDED,
        "reader-suspended");
  }

  /**
   * Lets a suspended reader borrow again.
   *
   * @param by the librarian's account
   * @param why in words, at most 500 characters; the reader is told
   * @return false when the reader is not suspended: nothing was done
   */
  @Transactional
  public boolean lift(UUID reader, String by, String why) {
    return change(
        reader,
        Reader::isSuspended,
        Reader::lift,
        by,
        why,
        ReaderEvent.Kind.LIFTED,
        "reader-lifted");
  }

  private boolean change(
      UUID id,
      Predicate<Reader> may,
      Consumer<Reader> step,
      String by,
      String why,
      ReaderEvent.Kind kind,
      String action) {
    Reader reader = people.lock(id);
    if (!may.test(reader)) {
      return false;
    }
    step.accept(reader);
    readers.save(reader);
    history.keep(new ReaderEvent(id, kind, clock.instant(), by, why, null));
    audit.keep(reader.school().value(), by, action, id.toString(), why);
    return true;
  }
}
