package org.libpass.ils.standin;

import java.util.Optional;
import org.libpass.ils.Standin.Outcome;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** The answers about an item: checkout (12), checkin (10) and information (18). */
final class ItemAnswers {

  private final SchoolCode school;
  private final Dialect dialect;
  private final StandinLibrary library;
  private final TaipeiClock clock;

  ItemAnswers(SchoolCode school, Dialect dialect, StandinLibrary library, TaipeiClock clock) {
    this.school = school;
    this.dialect = dialect;
    this.library = library;
    this.clock = clock;
  }

  Reply checkOut(Request request, StandinFault fault) {
    boolean renew = request.head().charAt(2) == 'Y';
    String patron = request.field("AA");
    String barcode = request.field("AB");
    boolean hadIt = library.item(barcode).map(item -> item.holder() != null).orElse(false);
    Outcome outcome =
        objection(request, fault).orElseGet(() -> library.checkOut(patron, barcode, renew, null));
    StandinItem lent = outcome instanceof Outcome.Done done ? done.item() : null;
    String number = lent == null || lent.holder() == null ? patron : lent.holder();
    String flags = lent == null ? "0NUN" : (hadIt ? "1YUN" : "1NUY");
    return new Reply(dialect, "12" + flags + WireDates.now(clock))
        .field("AO", school.value())
        .field("AA", number)
        .field("AB", barcode)
        .field("AJ", title(barcode))
        .field("AH", lent == null ? "" : due(lent))
        .field("AF", outcome.message())
        .optional("AG", null);
  }

  /** What is against a checkout before the library's own rules are asked. */
  private Optional<Outcome> objection(Request request, StandinFault fault) {
    if (fault == StandinFault.KNOWS_NOBODY) {
      return Optional.of(library.refused(Screen.UNKNOWN_PATRON));
    }
    return library
        .account(request.field("AA"))
        .filter(account -> !account.patron().opensWith(request.fieldIfSent("AD"), dialect))
        .map(account -> library.refused(Screen.WRONG_PASSWORD));
  }

  Reply checkIn(Request request) {
    String barcode = request.field("AB");
    String holder = library.item(barcode).map(StandinItem::holder).orElse(null);
    Outcome outcome = library.checkIn(barcode);
    StandinItem back = outcome instanceof Outcome.Done done ? done.item() : null;
    boolean toShelf = back != null && back.status() == StandinItem.Status.ON_HOLD_SHELF;
    String flags = back == null ? "0NUN" : (toShelf ? "1YUY" : "1YUN");
    Reply reply =
        new Reply(dialect, "10" + flags + WireDates.now(clock))
            .field("AO", school.value())
            .field("AB", barcode)
            .field("AQ", Screen.MAIN_LIBRARY.in(dialect.charset()))
            .field("AJ", title(barcode))
            .optional("AA", back == null ? null : holder)
            .optional("CK", back == null ? null : medium(back.kind()));
    if (toShelf) {
      reply.field("CV", "01");
    }
    return reply.field("AF", outcome.message()).optional("AG", null);
  }

  Reply information(Request request) {
    String barcode = request.field("AB");
    StandinItem item = library.item(barcode).orElse(null);
    if (item == null) {
      return new Reply(dialect, "180100" + "01" + WireDates.now(clock))
          .field("AB", barcode)
          .field("AJ", "")
          .field("AF", Screen.UNKNOWN_ITEM.in(dialect.charset()));
    }
    return new Reply(dialect, "18" + circulation(item.status()) + "0201" + WireDates.now(clock))
        .optional("CF", item.heldFor() == null ? null : "1")
        .optional("AH", due(item).isEmpty() ? null : due(item))
        .field("AB", barcode)
        .field("AJ", item.title())
        .optional("CK", medium(item.kind()))
        .optional("AQ", Screen.MAIN_LIBRARY.in(dialect.charset()))
        .optional("AF", null)
        .optional("AG", null);
  }

  private String title(String barcode) {
    return library.item(barcode).map(StandinItem::title).orElse("");
  }

  private String due(StandinItem item) {
    return item.due() == null || dialect.has(Habit.NO_DUE_DATE)
        ? ""
        : WireDates.day(item.due(), dialect.dates());
  }

  private static String circulation(StandinItem.Status status) {
    return switch (status) {
      case AVAILABLE -> "03";
      case CHARGED -> "04";
      case IN_PROCESS -> "06";
      case RECALLED -> "07";
      case ON_HOLD_SHELF -> "08";
      case TO_BE_SHELVED -> "09";
      case IN_TRANSIT -> "10";
      case CLAIMED_RETURNED -> "11";
      case LOST -> "12";
      case MISSING -> "13";
    };
  }

  private static String medium(StandinItem.Kind kind) {
    return switch (kind) {
      case BOOK -> "001";
      case BOOK_WITH_DISC -> "009";
      case VIDEO -> "005";
      case JOURNAL -> "002";
    };
  }
}
