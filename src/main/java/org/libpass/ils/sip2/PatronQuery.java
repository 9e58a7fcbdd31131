package org.libpass.ils.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.PatronRecord;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;
import org.libpass.ils.sip2.Sip2Settings.HoldList;
import org.libpass.platform.TaipeiClock;

/** Puts a reader's record together, from one question per list and one per item. */
final class PatronQuery {

  /** Of so many items of a list title and due date are asked; a reader doesn't wait for more. */
  private static final int ITEMS = 10;

  /** What may be a barcode, where words may stand as well. */
  private static final Pattern BARCODE = Pattern.compile("(?=.*\\d)[\\x21-\\x7E]{3,60}");

  private final Sip2Connection connection;
  private final Sip2Settings settings;
  private final TaipeiClock clock;

  PatronQuery(Sip2Connection connection, Sip2Settings settings, TaipeiClock clock) {
    this.connection = connection;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The record.
   *
   * @param overdue the answer about the patron with the list of overdue items
   */
  PatronRecord record(Patron patron, PatronInformation.Reply overdue)
      throws Sip2Exception, NotSendable {
    String name = overdue.fields().only("AE");
    if (name == null) {
      throw new Sip2Exception(Problem.UNSAID, "no name");
    }
    PatronInformation.Reply holds = null;
    if (overdue.holds() == null || overdue.holds() > 0) {
      holds = connection.ask(new PatronInformation(patron, ItemList.HOLDS));
      if (!Boolean.TRUE.equals(holds.valid())) {
        throw new Sip2Exception(Problem.NOT_VALID, "not valid at the second question");
      }
    }
    FieldMap map = settings.fields();
    Fields fields = overdue.fields();
    return new PatronRecord(
        overdue.number(),
        name.strip(),
        fields.at(map.identity()),
        fields.at(map.unit()),
        LenientDate.of(fields.at(map.expiry())),
        fields.at(map.email()),
        overdueItems(overdue),
        Fines.owed(overdue),
        items(overdue.items(), false),
        holds == null
            ? List.of()
            : items(holds.items(), settings.dialect().holds() == HoldList.ALL),
        requests(fields, map.requests()),
        clock.instant());
  }

  /** What has arrived: the title where the system knows the value as a barcode, else the value. */
  private List<String> requests(Fields fields, @Nullable String field) {
    if (field == null) {
      return List.of();
    }
    List<String> requests = new ArrayList<>();
    int asked = 0;
    for (String value : fields.all(field)) {
      String words = value.strip();
      boolean ask = BARCODE.matcher(words).matches() && asked++ < ITEMS;
      ItemInformation.Reply item = ask ? ask(words) : null;
      String title = item == null ? null : item.title();
      requests.add(title == null ? words : title);
    }
    return requests;
  }

  /** The greater one where count and list differ, null where neither says anything. */
  static @Nullable Integer overdueItems(PatronInformation.Reply overdue) {
    int listed = overdue.items().size();
    Integer count = overdue.overdue();
    return count == null && listed == 0 ? null : Math.max(count == null ? 0 : count, listed);
  }

  /**
   * The items with what the system says of each.
   *
   * @param waitingOnly whether only those count of which it says that they wait on the hold shelf
   */
  private List<ChargedItem> items(List<String> named, boolean waitingOnly) {
    List<ChargedItem> items = new ArrayList<>();
    int asked = 0;
    for (String barcode : named) {
      ItemInformation.Reply item = asked++ < ITEMS ? ask(barcode) : null;
      if (!waitingOnly || item != null && item.status() == CirculationStatus.ON_HOLD_SHELF) {
        items.add(
            new ChargedItem(
                barcode, item == null ? null : item.title(), item == null ? null : item.due()));
      }
    }
    return items;
  }

  /**
   * Null when there is no answer: the record is good without, and a system that names items by
   * their titles has none.
   */
  private ItemInformation.@Nullable Reply ask(String barcode) {
    if (connection.isClosed()) {
      return null;
    }
    try {
      return connection.ask(new ItemInformation(barcode));
    } catch (Sip2Exception | NotSendable noAnswer) {
      return null;
    }
  }
}
