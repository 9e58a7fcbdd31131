package org.libpass.ils;

/**
 * How a stand-in library system misbehaves. At most one at a time; the same for all connections.
 */
public enum StandinFault {
  /** It does not. */
  NONE,
  /** Answers rightly, but eight seconds late, when a client has given up. */
  SLOW,
  /** Does what it is asked, a checkout too, and never answers. */
  SILENT,
  /** Does what it is asked, sends the first half of the answer and closes the connection. */
  CUT,
  /** Does what it is asked and answers with noise. */
  GARBLED,
  /** Lends and takes back as it is asked, and hangs up instead of saying so; answers all else. */
  NO_RECEIPTS,
  /** Works until it lends or takes back; does that, and then closes and accepts no connection. */
  BREAKS_DOWN,
  /**
   * Does what it is asked and answers with what the last request of that kind got, whoever sent it
   * on whatever connection.
   */
  OFF_BY_ONE,
  /** Writes its texts in another charset than agreed, with a checksum that fits. */
  WRONG_CHARSET,
  /** Does nothing and closes the connection when it is asked. */
  HANGS_UP,
  /** Closes its connections and accepts no other. */
  REFUSES_CONNECTIONS,
  /** Lets nobody log in. */
  REFUSES_LOGIN,
  /** Calls every password of a known patron valid. */
  ANY_PASSWORD,
  /** Never says whether a password is valid. */
  NO_PASSWORD_CHECK,
  /** Knows no patron. */
  KNOWS_NOBODY,
  /** Names items by title where the barcode belongs. */
  TITLES_ONLY
}
