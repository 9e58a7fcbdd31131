package org.libpass.ils.sip2;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ConnectionTrouble;

/** No answer, or none that could be trusted. Its text carries no value of any field. */
final class Sip2Exception extends Exception {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  enum Problem {
    /** The school's settings can't be sent as they are. */
    SETTINGS(ConnectionTrouble.SETTINGS),
    /** No connection could be opened. */
    CONNECT(ConnectionTrouble.UNREACHABLE),
    /** Too many ask this school at once. */
    BUSY(null),
    /** It failed often of late and is left alone for a while. */
    RESTING(null),
    /** The system refuses our login. */
    LOGIN_REFUSED(ConnectionTrouble.LOGIN_REFUSED),
    /** The system says that it is offline. */
    OFFLINE(ConnectionTrouble.OFFLINE),
    /** No whole answer in time. */
    TIMEOUT(ConnectionTrouble.SILENT),
    /** The connection ended before the answer did. */
    CLOSED(ConnectionTrouble.CUT),
    /** The answer is longer than any real one. */
    TOO_LONG(ConnectionTrouble.GARBLED),
    /** There is more than the answer. */
    LEFTOVER(ConnectionTrouble.GARBLED),
    /** The bytes don't add up to the checksum. */
    CHECKSUM(ConnectionTrouble.GARBLED),
    /** Bytes that are not of the school's charset. */
    CHARSET(ConnectionTrouble.CHARSET),
    /** Not built as the standard says. */
    MALFORMED(ConnectionTrouble.GARBLED),
    /** The answer to an earlier request. */
    SEQUENCE(ConnectionTrouble.OTHER_ANSWER),
    /** The answer to another kind of request. */
    WRONG_REPLY(ConnectionTrouble.GARBLED),
    /** A field that decides is there twice. */
    REPEATED(ConnectionTrouble.GARBLED),
    /** The answer is about another reader or item, or doesn't say about which. */
    SOMEONE_ELSE(ConnectionTrouble.OTHER_ANSWER),
    /** The answer leaves out what was asked for. */
    UNSAID(null),
    /** The system does not serve this patron, or does not know it. */
    NOT_VALID(null);

    private final @Nullable ConnectionTrouble trouble;

    Problem(@Nullable ConnectionTrouble trouble) {
      this.trouble = trouble;
    }

    /** Whether the system did answer, only nothing that can be used in this case. */
    boolean isAnswer() {
      return this == UNSAID || this == NOT_VALID;
    }

    /** What is wrong with the connection, null where it is not the connection that is wrong. */
    @Nullable ConnectionTrouble trouble() {
      return trouble;
    }
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
