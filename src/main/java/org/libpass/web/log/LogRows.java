package org.libpass.web.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.reader.ReaderSearch;
import org.libpass.school.SchoolCode;
import org.libpass.staff.Role;
import org.libpass.staff.StaffAccount;
import org.libpass.staff.StaffAccounts;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;

/**
 * Entries of a school's log in words. Readers stand in it by a key: librarians of the school read
 * the name, policy administrators a masked one. Of what was done to people these are not shown the
 * words either, since a reason may say who it was.
 */
@Component
class LogRows {

  private static final String READER = "reader-";
  private static final Set<String> ABOUT_PEOPLE =
      Set.of(READER, "readers-", "card-", "loan-", "fine-", "message-", "task-");

  private final ReaderSearch readers;
  private final StaffAccounts staff;

  LogRows(ReaderSearch readers, StaffAccounts staff) {
    this.readers = readers;
    this.staff = staff;
  }

  /**
   * One entry.
   *
   * @param actor the name of who did it, null for the platform itself
   * @param subject what it was done to
   * @param page the page of it, null where this member of staff has none
   * @param detail null where there is none, or none for these eyes
   */
  record Row(
      AuditLog.Entry entry,
      @Nullable String actor,
      String subject,
      @Nullable String page,
      @Nullable String detail) {}

  List<Row> of(StaffPrincipal reading, List<AuditLog.Entry> entries) {
    SchoolCode school = reading.ownSchool();
    boolean full = reading.roles().contains(Role.LIBRARIAN);
    Set<String> actors = entries.stream().map(AuditLog.Entry::actor).collect(Collectors.toSet());
    Map<String, StaffAccount> accounts = staff.named(actors);
    Map<String, ReaderSearch.Named> named =
        readers.named(
            school, entries.stream().filter(LogRows::isOfReader).map(LogRows::key).toList());
    return entries.stream()
        .map(
            entry -> {
              ReaderSearch.Named reader = isOfReader(entry) ? named.get(entry.subject()) : null;
              StaffAccount account = accounts.get(entry.actor());
              return new Row(
                  entry,
                  account == null ? null : account.displayName(),
                  subject(entry, reader, full),
                  reader != null && full ? "/readers/" + reader.id() : null,
                  full || !isAboutPeople(entry) ? entry.detail() : null);
            })
        .toList();
  }

  private static String subject(
      AuditLog.Entry entry, ReaderSearch.@Nullable Named reader, boolean full) {
    if (reader == null) {
      return entry.subject();
    }
    return full ? reader.name() : reader.maskedName();
  }

  private static boolean isOfReader(AuditLog.Entry entry) {
    return entry.action().startsWith(READER) && entry.subject().matches("[0-9a-f-]{36}");
  }

  private static UUID key(AuditLog.Entry entry) {
    return UUID.fromString(entry.subject());
  }

  private static boolean isAboutPeople(AuditLog.Entry entry) {
    return ABOUT_PEOPLE.stream().anyMatch(entry.action()::startsWith);
  }
}
