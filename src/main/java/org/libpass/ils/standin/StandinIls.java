package org.libpass.ils.standin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.Ils;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.PatronRecord;
import org.libpass.ils.StandinItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks the demo's libraries directly, without the wire. */
@Component
@Profile("demo")
class StandinIls implements Ils {

  private final StandinServers servers;
  private final TaipeiClock clock;

  StandinIls(StandinServers servers, TaipeiClock clock) {
    this.servers = servers;
    this.clock = clock;
  }

  @Override
  public SignIn signIn(SchoolCode school, String account, String password) throws IlsUnavailable {
    if (!sendable(account) || !sendable(password)) {
      return new SignIn.WrongPassword();
    }
    Account known = account(school, account);
    if (known == null || !known.patron().accepts(password)) {
      return new SignIn.WrongPassword();
    }
    return known.patron().blocked() ? new SignIn.Blocked() : new SignIn.Accepted(record(known));
  }

  @Override
  public PatronRecord patron(SchoolCode school, String readerNumber) throws IlsUnavailable {
    Account known = sendable(readerNumber) ? account(school, readerNumber) : null;
    if (known == null) {
      throw new IlsUnavailable(school, "patron unknown");
    }
    return record(known);
  }

  /** Slot accounts are nobody's who could sign in. */
  private @Nullable Account account(SchoolCode school, String account) throws IlsUnavailable {
    if (servers.isUnavailable(school)) {
      throw new IlsUnavailable(school, "made unreachable at the demo's console");
    }
    return servers
        .library(school)
        .account(account)
        .filter(known -> !known.patron().slot())
        .orElse(null);
  }

  /** Whether a text could be sent over the wire, where these characters would end a field. */
  private static boolean sendable(String text) {
    return !text.isBlank()
        && text.indexOf('|') < 0
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  private PatronRecord record(Account account) {
    Patron patron = account.patron();
    return new PatronRecord(
        patron.number(),
        patron.name(),
        patron.identity(),
        patron.unit(),
        patron.expiry(),
        patron.email(),
        account.overdue().size(),
        patron.fines(),
        items(account.overdue()),
        items(account.waiting()),
        clock.instant());
  }

  private static List<ChargedItem> items(List<StandinItem> items) {
    return items.stream()
        .map(item -> new ChargedItem(item.barcode(), item.title(), item.due()))
        .toList();
  }
}
