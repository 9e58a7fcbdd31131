package org.libpass.ils;

import java.io.Serializable;
import java.util.List;
import org.libpass.school.SchoolCode;

/** The list of what has to be right before a school's library system can be relied on. */
public interface ConnectionCheck {

  /**
   * Asks the system point by point, also while it is left alone after failures, and lends nothing.
   * A system that answers everything is not left alone any longer. Never called in a transaction;
   * may take half a minute.
   *
   * @param account of a patron of the school, made for tests or willing to serve as one
   * @param password that patron's; used for this and forgotten
   * @param slots the slots' accounts that the system should know, such as {@code CUTE-1}
   * @return one finding for each {@link Point}, in their order
   * @throws IlsUnavailable if the school has no connection
   */
  List<Finding> run(SchoolCode school, String account, String password, List<String> slots)
      throws IlsUnavailable;

  /** What is looked at. */
  enum Point {
    CONNECTS,
    LOGIN,
    STATUS,
    KNOWN_PATRON,
    WRONG_PASSWORD,
    BARCODES,
    EXPIRY,
    SLOTS
  }

  /** How it is. */
  enum Verdict {
    OK,
    NOT_OK,
    /** Could not be seen: neither. */
    NOT_SEEN
  }

  /** Why it is not as it should be, or could not be seen. */
  enum Cause {
    /** It is as it should be. */
    NONE,
    SETTINGS,
    UNREACHABLE,
    LOGIN_REFUSED,
    OFFLINE,
    SILENT,
    CUT,
    GARBLED,
    CHARSET,
    OTHER_ANSWER,
    /** A point before it went wrong in a way that ended the conversation. */
    NOT_ASKED,
    /** All connections to the system are in use. */
    BUSY,
    /** By the settings there is nothing to look at. */
    NOT_WANTED,
    /** What was typed can't be sent to this system. */
    NOT_SENDABLE,
    /** The system does not know the patron, or not as one whom it serves. */
    NOT_VALID,
    /** The system calls the typed password wrong. */
    PASSWORD_REFUSED,
    /** The system does not say whether a password is right. */
    PASSWORD_UNSAID,
    /** The system does not say whether the patron is valid. */
    VALIDITY_UNSAID,
    /** The system calls a made-up password right. */
    ANY_PASSWORD,
    /** None of the lists that were seen has an item in it. */
    NOTHING_LISTED,
    /** What a list names is no barcode of an item. */
    TITLES,
    /** No date is found where the expiry should stand. */
    NO_EXPIRY,
    /** Slots' accounts are not known, or their PIN is refused. */
    ACCOUNTS_MISSING,
    /** It took too long to look at everything. */
    TOO_SLOW
  }

  /**
   * What came of one point.
   *
   * @param details what the cause is about, such as the accounts that are missing; never a secret
   */
  record Finding(Point point, Verdict verdict, Cause cause, List<String> details)
      implements Serializable {

    public Finding {
      details = List.copyOf(details);
    }
  }
}
