package org.libpass.ils.sip2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 09/10: an item is taken back. Never sent twice. */
record Checkin(String item) implements Request<Checkin.Reply> {

  private static final int FIELDS = 24;

  /**
   * The answer.
   *
   * @param ok whether it is taken back now
   * @param alert whether somebody should look, as for a hold
   * @param patron to whom it was lent, if the system says so
   * @param messages what the system says to people
   */
  record Reply(
      boolean ok,
      boolean alert,
      @Nullable String patron,
      @Nullable String title,
      List<String> messages)
      implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "09";
  }

  @Override
  public String replyCode() {
    return "10";
  }

  @Override
  public String fixed(String now) {
    return "N" + now + now; // nothing that was done offline; the day of return
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    return List.of(
        new Field("AP", terminal.location()),
        new Field("AO", terminal.institution()),
        new Field("AB", item),
        Field.secret("AC", terminal.password()));
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.expectDate(6);
    Fields fields = message.fields(FIELDS);
    fields.expect("AB", item);
    return new Reply(
        message.oneOf(2, "1Y", "0N"),
        message.flag(5),
        fields.only("AA"),
        fields.only("AJ"),
        fields.all("AF"));
  }
}
