package org.libpass.ils.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.Ils;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.PatronRecord;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The library systems of the demo, in memory: one for whatever school is asked for, with the
 * readers of {@link People}. Expiry follows the clock, so that a demo whose clock has been moved a
 * year still has readers in good standing; overdue items keep their due dates while it runs, so
 * that they grow older.
 */
@Component
@Profile("demo")
class StandinIls implements Ils, Standin {

  private static final String PASSWORD = "demo";

  private final TaipeiClock clock;
  private final LocalDate started;
  private final Set<SchoolCode> unavailable = ConcurrentHashMap.newKeySet();

  StandinIls(TaipeiClock clock) {
    this.clock = clock;
    this.started = clock.today();
  }

  @Override
  public SignIn signIn(SchoolCode school, String account, String password) throws IlsUnavailable {
    if (!sendable(account) || !sendable(password)) {
      return new SignIn.WrongPassword();
    }
    answerOrThrow(school);
    Person person = People.find(school, account).orElse(null);
    if (person == null || !password.equals(PASSWORD)) {
      return new SignIn.WrongPassword();
    }
    return person.condition() == Condition.BLOCKED
        ? new SignIn.Blocked()
        : new SignIn.Accepted(record(person));
  }

  @Override
  public PatronRecord patron(SchoolCode school, String readerNumber) throws IlsUnavailable {
    answerOrThrow(school);
    Person person = sendable(readerNumber) ? People.find(school, readerNumber).orElse(null) : null;
    if (person == null) {
      throw new IlsUnavailable(school, "patron unknown");
    }
    return record(person);
  }

  @Override
  public void setUnavailable(SchoolCode school, boolean silent) {
    if (silent) {
      unavailable.add(school);
    } else {
      unavailable.remove(school);
    }
  }

  @Override
  public boolean isUnavailable(SchoolCode school) {
    return unavailable.contains(school);
  }

  @Override
  public List<DemoAccount> accounts(SchoolCode school) {
    return People.listed(school).stream()
        .map(
            person ->
                new DemoAccount(
                    person.account(),
                    PASSWORD,
                    person.name(),
                    person.identity(),
                    "demo.account." + person.condition().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private void answerOrThrow(SchoolCode school) throws IlsUnavailable {
    if (isUnavailable(school)) {
      throw new IlsUnavailable(school, "made silent at the demo's console");
    }
  }

  /** Whether a text could be sent over the wire, where these characters would end a field. */
  private static boolean sendable(String text) {
    return !text.isBlank()
        && text.indexOf('|') < 0
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  private PatronRecord record(Person person) {
    Condition condition = person.condition();
    List<ChargedItem> overdue = condition == Condition.OVERDUE ? overdue(person) : List.of();
    return new PatronRecord(
        person.account(),
        person.name(),
        person.identity(),
        person.unit(),
        expiry(person),
        email(person),
        overdue.size(),
        fines(condition),
        overdue,
        condition == Condition.HOLD ? onHoldShelf(person) : List.of(),
        clock.instant());
  }

  private @Nullable LocalDate expiry(Person person) {
    return switch (person.condition()) {
      case UNKNOWN -> null;
      case EXPIRED -> clock.today().withDayOfMonth(1).minusDays(1);
      default -> validUntil(person.identity());
    };
  }

  /** Students until the end of a school year that is not about to end, the others longer. */
  private LocalDate validUntil(String identity) {
    LocalDate soon = clock.today().plusMonths(2);
    return switch (identity) {
      case People.TEACHER, People.STAFF -> LocalDate.of(soon.getYear() + 5, 12, 31);
      case People.ALUMNUS -> LocalDate.of(soon.getYear() + 1, 12, 31);
      default -> {
        LocalDate end = LocalDate.of(soon.getYear(), Month.JULY, 31);
        yield end.isBefore(soon) ? end.plusYears(1) : end;
      }
    };
  }

  /** Alumni have none in their school's records. */
  private static @Nullable String email(Person person) {
    if (person.identity().equals(People.ALUMNUS)) {
      return null;
    }
    return person.account() + "@mail." + person.account().replaceAll("\\d", "") + ".example.org";
  }

  private static @Nullable BigDecimal fines(Condition condition) {
    return switch (condition) {
      case UNKNOWN -> null;
      case FINE -> BigDecimal.valueOf(120);
      default -> BigDecimal.ZERO;
    };
  }

  private List<ChargedItem> overdue(Person person) {
    return List.of(
        new ChargedItem(barcode(person, 1), "資料結構：使用 Java", started.minusDays(9)),
        new ChargedItem(barcode(person, 2), "臺灣通史選讀", started.minusDays(2)));
  }

  private static List<ChargedItem> onHoldShelf(Person person) {
    return List.of(new ChargedItem(barcode(person, 3), "人工智慧導論", null));
  }

  /** Barcodes differ between schools, which real ones need not. */
  private static String barcode(Person person, int item) {
    int school = Math.floorMod(person.account().hashCode(), 100_000);
    return String.format(Locale.ROOT, "B%05d%03d", school, item);
  }
}
