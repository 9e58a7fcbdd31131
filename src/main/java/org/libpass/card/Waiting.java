package org.libpass.card;

/** What a card waits for, as far as time and librarians have to act on it. */
public enum Waiting {
  /** For a librarian's answer to a referred application. */
  REVIEW,
  /** To be printed or used, or for the end of its valid days. */
  ISSUED,
  /** To be used, or for the end of its valid days. */
  PRINTED,
  /** For books to come back, while it may lend more. */
  ON_LOAN,
  /** For another loan, all books being back, or for the end of its valid days. */
  ALL_RETURNED,
  /** For books to come back, lending no more. */
  RETURNING,
  /** For its slot to settle. */
  SETTLING,
  /** For nothing. */
  NOTHING
}
