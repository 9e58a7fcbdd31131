package org.libpass.ils;

import org.libpass.school.SchoolCode;

/**
 * A school's library system, as far as the platform speaks with it. Never called in a transaction.
 */
public interface Ils {

  /**
   * Asks the school's system whether the account and the password belong together.
   *
   * @param account what the reader typed; control characters and {@code |} make it {@link
   *     SignIn.WrongPassword} without asking
   * @param password what the reader typed; blank likewise
   * @throws IlsUnavailable if there is no trustworthy answer
   */
  SignIn signIn(SchoolCode school, String account, String password) throws IlsUnavailable;

  /**
   * What the school's system says of a reader now.
   *
   * @param readerNumber the number that {@link PatronRecord#readerNumber()} gave at sign-in
   * @throws IlsUnavailable if there is no trustworthy answer
   */
  PatronRecord patron(SchoolCode school, String readerNumber) throws IlsUnavailable;

  /** The answer to a sign-in. */
  sealed interface SignIn {

    /** Account and password are right. */
    record Accepted(PatronRecord patron) implements SignIn {}

    /** The system knows no such account with this password. */
    record WrongPassword() implements SignIn {}

    /** The system knows the account and has blocked it. */
    record Blocked() implements SignIn {}
  }
}
