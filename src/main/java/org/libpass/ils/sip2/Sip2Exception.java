package org.libpass.ils.sip2;

import java.io.IOException;
import java.util.Locale;

/** No answer, or none that could be trusted. Its text carries no value of any field. */
final class Sip2Exception extends Exception {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  enum Problem {
    /** The school's settings can't be sent as they are. */
    SETTINGS,
    /** No connection could be opened. */
    CONNECT,
    /** Too many ask this school at once. */
    BUSY,
    /** The system refuses our login. */
    LOGIN_REFUSED,
    /** The system says that it is offline. */
    OFFLINE,
    /** No whole answer in time. */
    TIMEOUT,
    /** The connection ended before the answer did. */
    CLOSED,
    /** The answer is longer than any real one. */
    TOO_LONG,
    /** There is more than the answer. */
    LEFTOVER,
    /** The bytes don't add up to the checksum. */
    CHECKSUM,
    /** Bytes that are not of the school's charset. */
    CHARSET,
    /** Not built as the standard says. */
    MALFORMED,
    /** The answer to an earlier request. */
    SEQUENCE,
    /** The answer to another kind of request. */
    WRONG_REPLY,
    /** A field that decides is there twice. */
    REPEATED,
    /** The answer is about another reader or item, or doesn't say about which. */
    SOMEONE_ELSE,
    /** The answer leaves out what was asked for. */
    UNSAID,
    /** The system does not serve this patron, or does not know it. */
    NOT_VALID
  }

  private final Problem problem;

  Sip2Exception(Problem problem, String what) {
    super(text(problem, what));
    this.problem = problem;
  }

  /** With the failure of the network below it, which knows nothing of fields. */
  Sip2Exception(Problem problem, String what, IOException cause) {
    super(text(problem, what + " (" + cause.getClass().getSimpleName() + ")"), cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  private static String text(Problem problem, String what) {
    return problem.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + what;
  }
}
