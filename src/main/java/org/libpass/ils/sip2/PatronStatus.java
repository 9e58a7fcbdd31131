package org.libpass.ils.sip2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 23/24: whether a patron is known and may borrow; less than 63/64, for systems without that. */
record PatronStatus(Patron patron) implements Request<PatronStatus.Reply> {

  private static final int FIELDS = 37;

  /** The answer; a null is what the system did not tell. */
  record Reply(
      String number, @Nullable Boolean valid, @Nullable Boolean passwordRight, PatronFlags flags)
      implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "23";
  }

  @Override
  public String replyCode() {
    return "24";
  }

  @Override
  public String fixed(String now) {
    return "000" + now;
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    return patron.fields(terminal);
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.expectDate(19);
    Fields fields = message.fields(FIELDS);
    return new Reply(
        patron.confirmed(fields, message),
        fields.yesOrNo("BL"),
        fields.yesOrNo("CQ"),
        PatronFlags.of(message));
  }
}
