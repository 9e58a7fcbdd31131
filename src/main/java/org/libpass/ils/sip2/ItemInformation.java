package org.libpass.ils.sip2;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/** 17/18: where an item is. */
record ItemInformation(String item) implements Request<ItemInformation.Reply> {

  private static final int FIELDS = 26;

  /**
   * The answer.
   *
   * @param due the last day on which it may come back, null if not told or not understood
   */
  record Reply(CirculationStatus status, @Nullable String title, @Nullable LocalDate due)
      implements org.libpass.ils.sip2.Reply {}

  @Override
  public String code() {
    return "17";
  }

  @Override
  public String replyCode() {
    return "18";
  }

  @Override
  public String fixed(String now) {
    return now;
  }

  @Override
  public List<Field> fields(Terminal terminal) {
    return List.of(
        new Field("AO", terminal.institution()),
        new Field("AB", item),
        Field.secret("AC", terminal.password()));
  }

  @Override
  public Reply read(Message message) throws Sip2Exception {
    message.expectDate(8);
    Fields fields = message.fields(FIELDS);
    fields.expect("AB", item);
    return new Reply(
        CirculationStatus.of(message.number(2, 2)),
        fields.only("AJ"),
        LenientDate.of(fields.only("AH")));
  }
}
