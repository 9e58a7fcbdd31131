package org.libpass.ils.sip2;

import java.util.ArrayList;
import java.util.List;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 93/94: the platform signs in itself, before anything else. */
record Login(Sip2Settings.Login login) implements Request<Login.Reply> {

  /**
   * The answer.
   *
   * @param ok whether anything else may be asked
   */
  record Reply(boolean ok) implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "93";
  }

  @Override
  public String replyCode() {
    return "94";
  }

  @Override
  public String fixed(String now) {
    return "00"; // user and password are not encrypted; what encrypts is TLS
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("CN", login.user()));
    fields.add(Field.secret("CO", login.password()));
    if (login.location() != null) {
      fields.add(new Field("CP", login.location()));
    }
    return fields;
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.fields(3);
    return new Reply(message.oneOf(2, "1Y", "0N"));
  }
}
