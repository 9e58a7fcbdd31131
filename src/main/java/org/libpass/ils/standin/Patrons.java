package org.libpass.ils.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Standin.DemoAccount;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/**
 * Who may borrow at a library: the readers of {@link People}, and sixty slot accounts for every
 * other school. Nothing is stored.
 */
final class Patrons {

  /** The password of every invented reader. */
  private static final String PASSWORD = "demo";

  private static final int SLOTS = 60;
  private static final Pattern SLOT = Pattern.compile("([A-Z]{2,8})-([1-9]\\d?)");
  private static final Pattern OWN_NUMBER = Pattern.compile("R000(\\d{4})");

  private final SchoolCode school;
  private final Dialect dialect;
  private final TaipeiClock clock;

  Patrons(SchoolCode school, Dialect dialect, TaipeiClock clock) {
    this.school = school;
    this.dialect = dialect;
    this.clock = clock;
  }

  /** Whom an account, a number of the library's own or a slot account names. */
  Optional<Patron> find(String typed) {
    Matcher slot = SLOT.matcher(typed);
    if (slot.matches()) {
      boolean exists =
          !slot.group(1).equals(school.value()) && Integer.parseInt(slot.group(2)) <= SLOTS;
      return exists ? Optional.of(slot(typed, slot.group(1))) : Optional.empty();
    }
    return People.find(school, account(typed))
        .filter(person -> !dialect.has(Habit.EXACT_CASE) || person.account().equals(typed))
        .map(this::reader);
  }

  /** The readers that the demo shows. */
  List<DemoAccount> listed() {
    return People.listed(school).stream()
        .map(
            person -> {
              Patron patron = reader(person);
              return new DemoAccount(
                  person.account(),
                  PASSWORD,
                  patron.name(),
                  patron.identity(),
                  "demo.account." + person.condition().name().toLowerCase(Locale.ROOT));
            })
        .toList();
  }

  /** The library's number for a reader's account, such as {@code R0000001}. */
  private String number(String account) {
    return dialect.has(Habit.OWN_NUMBERS)
        ? String.format(Locale.ROOT, "R%7s", account.substring(prefix().length())).replace(' ', '0')
        : account;
  }

  private String account(String typed) {
    Matcher own = OWN_NUMBER.matcher(typed);
    if (!dialect.has(Habit.OWN_NUMBERS) || !own.matches()) {
      return typed;
    }
    String last = own.group(1);
    return prefix() + (last.startsWith("0") ? last.substring(1) : last);
  }

  private String prefix() {
    return school.value().toLowerCase(Locale.ROOT);
  }

  private Patron slot(String number, String home) {
    return new Patron(
        number,
        Wording.in(dialect.charset(), "館際通") + " " + number,
        Wording.in(dialect.charset(), "館際通"),
        home,
        LocalDate.of(clock.today().getYear() + 5, 12, 31),
        null,
        Settings.slotPassword(school, dialect),
        BigDecimal.ZERO,
        List.of(),
        false,
        true);
  }

  private Patron reader(Person person) {
    Condition condition = person.condition();
    return new Patron(
        number(person.account()),
        Wording.in(dialect.charset(), person.name()),
        Wording.in(dialect.charset(), person.identity()),
        Wording.in(dialect.charset(), person.unit()),
        Expiry.of(person, clock.today()),
        email(person),
        PASSWORD,
        fines(condition),
        requests(condition),
        condition == Condition.BLOCKED,
        false);
  }

  /** Alumni have none in their school's records. */
  private @Nullable String email(Person person) {
    return person.identity().equals(People.ALUMNUS)
        ? null
        : person.account() + "@mail." + prefix() + ".example.org";
  }

  /** One that has a barcode here, and one that has only words. */
  private List<String> requests(Condition condition) {
    return condition == Condition.HOLD ? List.of(school + "00006", "河港與糖業（影印本）") : List.of();
  }

  private static @Nullable BigDecimal fines(Condition condition) {
    return switch (condition) {
      case UNKNOWN -> null;
      case FINE -> BigDecimal.valueOf(120);
      default -> BigDecimal.ZERO;
    };
  }
}
