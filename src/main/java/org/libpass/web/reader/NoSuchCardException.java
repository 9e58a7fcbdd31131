package org.libpass.web.reader;

/** The reader has no such card or application. */
class NoSuchCardException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
