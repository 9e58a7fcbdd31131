package org.libpass.ils.sip2;

/**
 * A value that would end its field or its message early, or that the school's charset doesn't know.
 * Nothing was sent: what a server makes of such a value is anybody's guess, up to the record of
 * another reader.
 */
final class NotSendable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field its code; the value may be a password
   */
  NotSendable(String field, String why) {
    super("field " + field + " can't be sent: " + why);
    this.field = field;
  }

  /** The code of the field that can't be sent. */
  String field() {
    return field;
  }
}
