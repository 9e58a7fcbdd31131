package org.libpass.web.librarian;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Inbox;
import org.libpass.process.InboxList;
import org.libpass.process.InboxList.Line;
import org.libpass.school.SchoolCode;
import org.libpass.staff.StaffAccount;
import org.libpass.staff.StaffAccounts;
import org.libpass.web.SchoolNames;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tasks as the inbox shows them: about whom, how old, how late, whose. */
@Component
class InboxRows {

  private final InboxList list;
  private final SchoolNames schools;
  private final StaffAccounts accounts;
  private final MessageSource texts;
  private final TaipeiClock clock;

  InboxRows(
      InboxList list,
      SchoolNames schools,
      StaffAccounts accounts,
      MessageSource texts,
      TaipeiClock clock) {
    this.list = list;
    this.schools = schools;
    this.accounts = accounts;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * One task.
   *
   * @param about the name of the reader, the item or the library that it is about
   * @param card the number of the card that it is about, null when about none
   * @param days how many days it has been open, from 0
   * @param daysLate how many days it is past its target, 0 when it is in time
   * @param claimedBy the name of who has claimed it, null when nobody has
   * @param mine whether that is the librarian who looks at it
   */
  record Row(
      Inbox.Task task,
      String about,
      @Nullable String card,
      long days,
      long daysLate,
      @Nullable String claimedBy,
      boolean mine) {

    public boolean isLate() {
      return daysLate > 0;
    }

    /** Whether it may be approved together with others. */
    public boolean isApproved() {
      return Decided.byYesOrNo(task.kind()) && (claimedBy == null || mine);
    }
  }

  /** These tasks in their order; one query for the names of all who have claimed one. */
  List<Row> of(List<Line> lines, StaffPrincipal librarian) {
    Map<String, String> names =
        accounts.librarians(librarian.ownSchool()).stream()
            .collect(Collectors.toMap(StaffAccount::username, StaffAccount::displayName));
    return lines.stream().map(line -> row(line, librarian, names)).toList();
  }

  /** A task that is open. */
  Row row(Inbox.Task task, StaffPrincipal librarian) {
    List<Line> line = list.lines(task.school(), List.of(task.id()));
    // Done this moment by a colleague: the page still shows what it was about.
    return of(line.isEmpty() ? List.of(new Line(task, null, null, null, null)) : line, librarian)
        .get(0);
  }

  private Row row(Line line, StaffPrincipal librarian, Map<String, String> names) {
    Inbox.Task task = line.task();
    LocalDate today = clock.today();
    long days = ChronoUnit.DAYS.between(TaipeiClock.dateOf(task.openedAt()), today);
    long late = ChronoUnit.DAYS.between(task.target(), today);
    String assignee = task.assignee();
    return new Row(
        task,
        about(line),
        line.card(),
        Math.max(0, days),
        Math.max(0, late),
        assignee == null ? null : names.getOrDefault(assignee, assignee),
        librarian.username().equals(assignee));
  }

  /** What a task is about: a reader, an item, or a library. */
  private String about(Line line) {
    return switch (line.task().kind()) {
      case ACTIVATION, CARD_REVIEW, OVERDUE -> orUnknown(line.reader());
      case DISAGREEMENT -> orUnknown(line.item());
      case RELEASE -> name(line.otherSchool());
      case MESSAGE -> say("inbox.message.of", name(line.otherSchool()));
      case CONNECTION -> say("inbox.connection.of");
    };
  }

  private String name(@Nullable SchoolCode school) {
    return school == null ? say("staff.unknown") : schools.of(school);
  }

  private String orUnknown(@Nullable String text) {
    return text == null ? say("staff.unknown") : text;
  }

  private String say(String key, String... arguments) {
    return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
