package org.libpass.ils.sip2;

import java.util.List;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 99/98: which of its services a system offers now. */
record Status() implements Request<Status.Reply> {

  private static final int FIELDS = 36;

  /** The answer. */
  record Reply(boolean online, boolean checksIn, boolean checksOut)
      implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "99";
  }

  @Override
  public String replyCode() {
    return "98";
  }

  @Override
  public String fixed(String now) {
    return "0" + "080" + "2.00"; // all is well, 80 characters a line, the protocol's version
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    return List.of();
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.expectDate(14);
    message.fields(FIELDS);
    return new Reply(message.flag(2), message.flag(3), message.flag(4));
  }
}
