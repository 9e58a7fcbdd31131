package org.libpass.web.policy;

/** What is asked for is not there for this account; whether it is for others is not told. */
final class NotTheirsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * @param sentence the message key of what to say
   */
  NotTheirsException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
