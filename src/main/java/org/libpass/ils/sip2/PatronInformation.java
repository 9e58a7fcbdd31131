package org.libpass.ils.sip2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Settings.Terminal;

/**
 * 63/64: a patron's record with one list of items, since servers answer only the first list that is
 * asked for.
 */
record PatronInformation(Patron patron, ItemList list) implements Request<PatronInformation.Reply> {

  private static final int FIELDS = 61;

  /** The lists that can be asked for, at their place in the summary. */
  enum ItemList {
    HOLDS("AS"),
    OVERDUE("AT"),
    CHARGED("AU");

    private final String field;

    ItemList(String field) {
      this.field = field;
    }
  }

  /**
   * The answer. A null is what the system did not tell.
   *
   * @param number whose record it is
   * @param valid whether the patron is known and may use the library
   * @param passwordRight what it says of the password
   * @param holds how many, as the other counts
   * @param items the list that was asked for, as the system names the items
   * @param fields all fields that came
   */
  record Reply(
      String number,
      @Nullable Boolean valid,
      @Nullable Boolean passwordRight,
      PatronFlags flags,
      @Nullable Integer holds,
      @Nullable Integer overdue,
      @Nullable Integer charged,
      @Nullable Integer fines,
      List<String> items,
      Fields fields)
      implements org.libpass.ils.sip2.Reply {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
      return "patron information";
    }
  }

  @Override
  public String code() {
    return "63";
  }

  @Override
  public String replyCode() {
    return "64";
  }

  @Override
  public String fixed(String now) {
    StringBuilder summary = new StringBuilder(" ".repeat(10));
    summary.setCharAt(list.ordinal(), 'Y');
    return "000" + now + summary; // no language
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
        PatronFlags.of(message),
        message.number(37, 4),
        message.number(41, 4),
        message.number(45, 4),
        message.number(49, 4),
        fields.all(list.field),
        fields);
  }
}
