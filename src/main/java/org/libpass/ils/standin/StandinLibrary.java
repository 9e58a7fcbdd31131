package org.libpass.ils.standin;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Standin.Outcome;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Status;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/**
 * A library: its items, who has them, and its few rules. Knows nothing of the wire. What is overdue
 * follows the clock; what is charged keeps its due date, so that it grows older. What changes is
 * written into the ledger before it holds; whoever asks is answered from memory.
 */
final class StandinLibrary {

  private final SchoolCode school;
  private final Charset charset;
  private final boolean shelvesLater;
  private final int loanDays;
  private final TaipeiClock clock;
  private final Ledger ledger;
  private final Patrons patrons;
  private final Map<String, StandinItem> items = new TreeMap<>();

  StandinLibrary(SchoolCode school, Dialect dialect, TaipeiClock clock, Ledger ledger) {
    this.school = school;
    this.charset = dialect.charset();
    this.shelvesLater = dialect.has(Habit.SHELVES_LATER);
    this.loanDays = 14 + 7 * Math.floorMod(school.value().hashCode(), 3);
    this.clock = clock;
    this.ledger = ledger;
    this.patrons = new Patrons(school, dialect, clock);
    Catalogue.of(school, dialect).forEach(this::put);
    People.listed(school).forEach(this::lendAtStart);
    ledger.changed(school).forEach(this::restore);
  }

  /**
   * What two of the demo's readers have: one is late, one waits for a book and has another here.
   */
  private void lendAtStart(Person person) {
    String number = patrons.find(person.account()).orElseThrow().number();
    List<StandinItem> first = items().subList(0, 3);
    LocalDate start = ledger.firstDay();
    if (person.condition() == Condition.OVERDUE) {
      put(first.get(0).charged(number, start.minusDays(9)));
      put(first.get(1).charged(number, start.minusDays(2)));
    } else if (person.condition() == Condition.HOLD) {
      put(first.get(0).heldFor(number));
      put(first.get(2).heldFor(number).uncharged(Status.ON_HOLD_SHELF));
    }
  }

  private void restore(String barcode, Ledger.State state) {
    items.computeIfPresent(barcode, (same, item) -> state.of(item));
  }

  Patrons patrons() {
    return patrons;
  }

  /** A patron's items at this moment, or empty for an unknown patron. */
  synchronized Optional<Account> account(String typed) {
    return patrons.find(typed).map(patron -> Account.of(patron, items.values(), clock.today()));
  }

  /** All items in the order of their barcodes. */
  synchronized List<StandinItem> items() {
    return List.copyOf(items.values());
  }

  /** The item with the barcode, or empty. */
  synchronized Optional<StandinItem> item(String barcode) {
    return Optional.ofNullable(items.get(barcode));
  }

  /**
   * Charges an item to a patron by the library's rules.
   *
   * @param renew whether an item that the patron has already is charged anew
   * @param due null for the library's loan period
   */
  synchronized Outcome checkOut(
      String typed, String barcode, boolean renew, @Nullable LocalDate due) {
    Account account = account(typed).orElse(null);
    if (account == null) {
      return refused(Screen.UNKNOWN_PATRON);
    }
    StandinItem item = items.get(barcode);
    if (item == null) {
      return refused(Screen.UNKNOWN_ITEM);
    }
    Screen objection = LoanRules.objection(account, item, renew, clock.today());
    if (objection != null) {
      return refused(objection);
    }
    LocalDate until = due != null ? due : clock.today().plusDays(loanDays);
    Screen message = item.holder() == null ? Screen.LENT : Screen.RENEWED;
    return done(item.charged(account.patron().number(), until), message);
  }

  /** Takes an item back, also one that was thought lost. */
  synchronized Outcome checkIn(String barcode) {
    StandinItem item = items.get(barcode);
    if (item == null) {
      return refused(Screen.UNKNOWN_ITEM);
    }
    if (item.status() == Status.AVAILABLE || item.status() == Status.TO_BE_SHELVED) {
      return refused(Screen.NOT_CHARGED);
    }
    if (item.heldFor() != null) {
      return done(item.uncharged(Status.ON_HOLD_SHELF), Screen.TO_HOLD_SHELF);
    }
    Status next = shelvesLater ? Status.TO_BE_SHELVED : Status.AVAILABLE;
    return done(item.uncharged(next), Screen.RETURNED);
  }

  /** Puts an item into a state in which it is charged to nobody. */
  synchronized Outcome mark(String barcode, Status status) {
    if (status == Status.CHARGED) {
      throw new IllegalArgumentException("To whom?");
    }
    StandinItem item = items.get(barcode);
    return item == null
        ? refused(Screen.UNKNOWN_ITEM)
        : done(item.uncharged(status), Screen.MARKED);
  }

  private Outcome done(StandinItem item, Screen message) {
    ledger.keep(school, item);
    put(item);
    return new Outcome.Done(item, message.in(charset));
  }

  /** A refusal in the library's language. */
  Outcome refused(Screen why) {
    return new Outcome.Refused(why.in(charset));
  }

  private void put(StandinItem item) {
    items.put(item.barcode(), item);
  }
}
