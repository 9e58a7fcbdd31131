package org.libpass.ils.sip2;

import java.util.List;

/**
 * A question to a library system, which knows how its answer looks.
 *
 * @param <R> the answer
 */
sealed interface Request<R extends Reply>
    permits Login,
        Status,
        PatronInformation,
        PatronStatus,
        Checkout,
        Checkin,
        ItemInformation,
        EndSession {

  /** The two digits that begin it. */
  String code();

  /** The two digits that begin its answer. */
  String replyCode();

  /**
   * The part of fixed length after the code.
   *
   * @param now the time as the protocol writes it, 18 characters
   */
  String fixed(String now);

  /** The fields in the order in which they are sent. */
  List<Field> fields(Sip2Settings.Terminal terminal);

  /**
   * Reads the answer.
   *
   * @param message one that begins with {@link #replyCode()}
   * @throws Sip2Exception unless it is wholly an answer to this question
   */
  R read(Message message) throws Sip2Exception;

  /** A field to be sent. Its text shows no value. */
  record Field(String code, String value) {

    static Field secret(String code, Secret value) {
      return new Field(code, value.value());
    }

    @Override
    public String toString() {
      return code;
    }
  }
}
