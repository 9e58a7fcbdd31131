package org.libpass.reader;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.libpass.ils.Connections;
import org.libpass.ils.Ils;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.PatronRecord;
import org.libpass.school.SchoolCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Signs readers in with their own library account, and keeps what their library says of them. */
@Service
public class Readers {

  private final ReaderRepository readers;
  private final Ils ils;
  private final Connections connections;
  private final TransactionOperations transaction;

  Readers(
      ReaderRepository readers,
      Ils ils,
      Connections connections,
      TransactionOperations transaction) {
    this.readers = readers;
    this.ils = ils;
    this.connections = connections;
    this.transaction = transaction;
  }

  /** The answer to a sign-in: the three bad answers are different ones. */
  public sealed interface SignIn {

    /** The reader is known by this id from now on. */
    record SignedIn(UUID reader) implements SignIn {}

    /** The library system knows no such account with this password. */
    record WrongPassword() implements SignIn {}

    /** The library system has blocked the account. */
    record Blocked() implements SignIn {}

    /** The library system could not be asked. */
    record Unavailable() implements SignIn {}
  }

  /**
   * Asks the school's library system, then creates the reader or refreshes what is known.
   *
   * @param language in which the browser shows the pages, kept for the mails until the reader
   *     chooses one
   */
  @Transactional(propagation = Propagation.NEVER)
  public SignIn signIn(SchoolCode school, String account, String password, Locale language) {
    try {
      Ils.SignIn answer = ils.signIn(school, account, password);
      if (answer instanceof Ils.SignIn.Accepted accepted) {
        return new SignIn.SignedIn(remembered(school, accepted.patron(), language));
      }
      return answer instanceof Ils.SignIn.Blocked
          ? new SignIn.Blocked()
          : new SignIn.WrongPassword();
    } catch (IlsUnavailable noAnswer) {
      return new SignIn.Unavailable();
    }
  }

  private UUID remembered(SchoolCode school, PatronRecord record, Locale language) {
    try {
      return remember(school, record, language);
    } catch (DuplicateKeyException otherFirstSignIn) {
      return remember(school, record, language);
    }
  }

  private UUID remember(SchoolCode school, PatronRecord record, Locale language) {
    return transaction.execute(
        status -> {
          Reader reader =
              readers
                  .findBySchoolAndNumber(school.value(), record.readerNumber())
                  .map(known -> lock(known.id()))
                  .orElseGet(() -> Reader.of(school, record, language));
          reader.update(record);
          reader.meet(language);
          return readers.save(reader).id();
        });
  }

  /**
   * Asks the home library system and keeps its answer. Never in a transaction: the answer may take
   * seconds. Where the school has no connection nobody is asked: what its last list said stands,
   * with its time.
   *
   * @throws IlsUnavailable if there is no trustworthy answer; what was known before stays
   */
  @Transactional(propagation = Propagation.NEVER)
  public void refresh(UUID id) throws IlsUnavailable {
    Reader known = get(id);
    if (!connections.has(known.school())) {
      return;
    }
    PatronRecord record = ils.patron(known.school(), known.number());
    transaction.executeWithoutResult(
        status -> {
          Reader reader = lock(id);
          reader.update(record);
          readers.save(reader);
        });
  }

  /**
   * @throws NoSuchElementException if there is no such reader
   */
  public Reader get(UUID id) {
    return readers.findById(id).orElseThrow();
  }

  /** The reader of that id, or empty. */
  public Optional<Reader> find(UUID id) {
    return readers.findById(id);
  }

  /** The school's reader of exactly that number, if there is one. */
  public Optional<Reader> find(SchoolCode school, String number) {
    return readers.findBySchoolAndNumber(school.value(), number);
  }

  /** A school's readers of whom its library system was asked last, 20 at most. */
  public List<Reader> lately(SchoolCode school) {
    return readers.findTop20BySchoolOrderByAskedAtDesc(school.value());
  }

  /**
   * Reads a reader and keeps every other transaction from doing so until this one ends: the guard
   * of "one card per reader". Always taken before a school's.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Reader lock(UUID id) {
    return readers.findWithLockById(id).orElseThrow();
  }

  /**
   * Changes what is the reader's own.
   *
   * @param email the usual address, checked by the form
   * @param phone at most 40 characters
   */
  @Transactional
  public void correctContact(UUID id, String email, String phone) {
    Reader reader = lock(id);
    reader.correctContact(email, phone);
    readers.save(reader);
  }

  /** Notes in which language a browser shows the reader the pages. */
  void meet(UUID id, Locale language) {
    Reader reader = lock(id);
    reader.meet(language);
    readers.save(reader);
  }

  /** Remembers the language that the reader has chosen for pages and mails. */
  @Transactional
  public void speak(UUID id, Locale language) {
    Reader reader = lock(id);
    reader.speak(language);
    readers.save(reader);
  }
}
