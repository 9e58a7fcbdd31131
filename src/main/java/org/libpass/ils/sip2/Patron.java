package org.libpass.ils.sip2;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Request.Field;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/**
 * Whom a request is about.
 *
 * @param account the patron's number, or at sign-in what was typed
 * @param pin the patron's password, null where none is asked
 * @param alias whether the system may answer with its own number for what was typed
 */
record Patron(String account, @Nullable Secret pin, boolean alias) {

  /** A patron by the system's own number, without a password. */
  static Patron numbered(String number) {
    return new Patron(number, null, false);
  }

  /** The fields that name the patron. The terminal's password may be empty but not left out. */
  List<Field> fields(Terminal terminal) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("AO", terminal.institution()));
    fields.add(new Field("AA", account));
    fields.add(Field.secret("AC", terminal.password()));
    if (pin != null) {
      fields.add(Field.secret("AD", pin));
    }
    return fields;
  }

  /**
   * The number that an answer is about. Another one than was asked for is an alias only if the
   * sequence shows that it is the answer to this request and not to another reader's.
   */
  String confirmed(Fields fields, Message message) throws Sip2Exception {
    String number = fields.only("AA");
    if (number == null || !number.equals(account) && !(alias && message.sequence() != null)) {
      throw new Sip2Exception(Problem.SOMEONE_ELSE, "field AA is not what was asked");
    }
    return number;
  }

  /** Shows neither number nor password. */
  @Override
  public String toString() {
    return "patron";
  }
}
