package org.libpass.ils.sip2;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 11/12: an item is lent to a patron. Never sent twice. */
record Checkout(Patron patron, String item) implements Request<Checkout.Reply> {

  private static final int FIELDS = 24;

  /**
   * The answer.
   *
   * @param ok whether it is lent now
   * @param renewal whether it was already lent to the patron
   * @param due the last day on which it may come back, null if not told or not understood
   * @param messages what the system says to people, such as why not
   */
  record Reply(
      boolean ok,
      boolean renewal,
      @Nullable String title,
      @Nullable LocalDate due,
      List<String> messages)
      implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "11";
  }

  @Override
  public String replyCode() {
    return "12";
  }

  @Override
  public String fixed(String now) {
    // Not a renewal; nothing that was done offline, whose due date would follow, so now will do.
    return "NN" + now + now;
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    List<Field> fields = new ArrayList<>(patron.fields(terminal));
    fields.add(2, new Field("AB", item));
    fields.add(new Field("BO", "N")); // a fee is not accepted in the reader's name
    return fields;
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.expectDate(6);
    Fields fields = message.fields(FIELDS);
    patron.confirmed(fields, message);
    fields.expect("AB", item);
    return new Reply(
        message.oneOf(2, "1Y", "0N"),
        message.flag(3),
        fields.only("AJ"),
        LenientDate.of(fields.only("AH")),
        fields.all("AF"));
  }
}
