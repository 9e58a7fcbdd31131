package org.libpass.ils.sip2;

/**
 * What came of a request that changes something.
 *
 * @param <R> the answer
 */
sealed interface Outcome<R extends Reply> {

  /** The system answered: done, or refused. */
  record Answered<R extends Reply>(R reply) implements Outcome<R> {}

  /**
   * It was sent, and then there was no answer to be trusted: it may be done or not. To be found out
   * by asking, never by sending it again.
   *
   * @param why for the log
   */
  record Unknown<R extends Reply>(String why) implements Outcome<R> {}
}
