package org.libpass.web.reader;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.staff.StaffAccount;
import org.libpass.staff.StaffAccounts;
import org.libpass.web.Paged;
import org.libpass.web.SchoolNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who looked at a reader's data, in words.
 *
 * <p>A reader is told the name by which pages call the person, and the school: who wants to know
 * why somebody looked has to be able to ask for somebody, and staff look in their office and not in
 * private. The account's name is not told, since it is half of what signs in; of an account that is
 * gone, only that it is.
 */
@Component
class LookLines {

  private static final int A_PAGE = 20;

  private final Looks looks;
  private final StaffAccounts staff;
  private final SchoolNames schools;
  private final MessageSource messages;

  LookLines(Looks looks, StaffAccounts staff, SchoolNames schools, MessageSource messages) {
    this.looks = looks;
    this.staff = staff;
    this.schools = schools;
    this.messages = messages;
  }

  /** One look: when, who in words, and on which page. */
  record Line(Instant at, String who, Look.Place place) {}

  /**
   * The last first, in the language of the request.
   *
   * @param page as it came with the address
   */
  Paged<Line> of(Reader reader, String page) {
    Paged<Look> found =
        Paged.of(page, A_PAGE, (skipped, most) -> looks.of(reader.id(), skipped, most));
    Set<String> accounts = found.rows().stream().map(Look::by).collect(Collectors.toSet());
    Map<String, StaffAccount> known = staff.named(accounts);
    return new Paged<>(
        found.number(),
        found.rows().stream()
            .map(look -> new Line(look.at(), who(known.get(look.by())), look.place()))
            .toList(),
        found.isLast());
  }

  private String who(@Nullable StaffAccount account) {
    if (account == null) {
      return message("own-privacy.looks.gone");
    }
    SchoolCode school = account.school();
    return school == null
        ? message("own-privacy.looks.alliance", account.displayName())
        : message("own-privacy.looks.staff", account.displayName(), schools.of(school));
  }

  private String message(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
