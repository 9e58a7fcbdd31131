package org.libpass.ils.sip2;

import java.util.List;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 35/36: nothing more about this patron. */
record EndSession(Patron patron) implements Request<EndSession.Reply> {

  private static final int FIELDS = 21;

  /** The answer. */
  record Reply(boolean ended) implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "35";
  }

  @Override
  public String replyCode() {
    return "36";
  }

  @Override
  public String fixed(String now) {
    return now;
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    return patron.fields(terminal);
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.expectDate(3);
    patron.confirmed(message.fields(FIELDS), message);
    return new Reply(message.flag(2));
  }
}
