package org.libpass.ils.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;

/**
 * What a request about a patron is told, in the system's dialect.
 *
 * @param account empty for an unknown patron
 * @param password what the request gave, null when it gave none
 */
record PatronView(
    Dialect dialect,
    StandinFault fault,
    Optional<Account> account,
    @Nullable String password,
    LocalDate today) {

  private static final String BLANK = "    ";

  /** Fourteen flags: the first four deny privileges, the seventh says that too much is overdue. */
  String flags() {
    if (account.isEmpty() || account.get().patron().blocked() || expiredInvalid()) {
      return "YYYY" + " ".repeat(10);
    }
    return account.get().overdue().isEmpty() ? " ".repeat(14) : "      Y       ";
  }

  /** Six counts of four places: holds, overdue, charged, fines, recalled, unavailable holds. */
  String counts() {
    if (dialect.counts() == Dialect.Counts.BLANK || isClosed()) {
      return BLANK.repeat(6);
    }
    boolean all = dialect.counts() == Dialect.Counts.FILLED;
    return (all ? count("AS") : BLANK)
        + count("AT")
        + count("AU")
        + (fines() == null ? BLANK : count("AV"))
        + (all ? count("BU") + count("CD") : BLANK.repeat(2));
  }

  private String count(String list) {
    return String.format(Locale.ROOT, "%04d", list(list).size());
  }

  /** The entries of the list that the field names. */
  List<String> list(String field) {
    if (account.isEmpty() || isClosed()) {
      return List.of();
    }
    Account known = account.get();
    return switch (field) {
      case "AS" -> named(holds(known), dialect.has(Habit.HOLDS_BY_TITLE));
      case "AT" -> named(known.overdue().stream(), false);
      case "AU" -> named(known.charged().stream(), false);
      case "AV" -> owes() ? List.of(Screen.FINE.in(dialect.charset())) : List.of();
      case "CD" -> named(known.pending().stream(), dialect.has(Habit.HOLDS_BY_TITLE));
      default -> List.of();
    };
  }

  private Stream<StandinItem> holds(Account known) {
    return dialect.has(Habit.OPEN_HOLDS)
        ? Stream.concat(known.waiting().stream(), known.pending().stream())
        : known.waiting().stream();
  }

  private List<String> named(Stream<StandinItem> items, boolean byTitle) {
    boolean title = byTitle || fault == StandinFault.TITLES_ONLY;
    return items.map(item -> title ? item.title() : item.barcode()).toList();
  }

  /** Whether the system calls the patron valid. */
  boolean valid() {
    return account.isPresent()
        && !expiredInvalid()
        && (!account.get().patron().blocked() || dialect.has(Habit.BLOCKED_BY_FLAGS));
  }

  /** What the system says of the password: {@code Y}, {@code N}, or null for nothing. */
  @Nullable String passwordValid() {
    if (password == null || fault == StandinFault.NO_PASSWORD_CHECK) {
      return null;
    }
    boolean right =
        account.isPresent()
            && (fault == StandinFault.ANY_PASSWORD || account.get().patron().accepts(password));
    return right ? "Y" : "N";
  }

  /** The amount owed, or null where the system doesn't say. */
  @Nullable String amount() {
    BigDecimal fines = fines();
    if (fines == null
        || isClosed()
        || dialect.has(Habit.NO_AMOUNT)
        || (dialect.has(Habit.NO_ZERO_AMOUNT) && fines.signum() == 0)) {
      return null;
    }
    return fines.setScale(2).toPlainString();
  }

  /** What the system shows on the screen, or null when there is nothing special. */
  @Nullable Screen screen() {
    if (account.isEmpty()) {
      return Screen.UNKNOWN_PATRON;
    }
    Patron patron = account.get().patron();
    if (patron.blocked()) {
      return Screen.BLOCKED;
    }
    if (patron.expired(today)) {
      return Screen.EXPIRED;
    }
    return isClosed() || "N".equals(passwordValid()) ? Screen.WRONG_PASSWORD : null;
  }

  /** Whether the patron's items are told only with a password that was not given. */
  private boolean isClosed() {
    return account.map(known -> !known.patron().opensWith(password, dialect)).orElse(false);
  }

  private boolean expiredInvalid() {
    return dialect.has(Habit.EXPIRED_INVALID)
        && account.map(known -> known.patron().expired(today)).orElse(false);
  }

  private boolean owes() {
    BigDecimal fines = fines();
    return fines != null && fines.signum() > 0;
  }

  /** Zero for an unknown patron, null where the library doesn't know. */
  private @Nullable BigDecimal fines() {
    return account.isEmpty() ? BigDecimal.ZERO : account.get().patron().fines();
  }
}
