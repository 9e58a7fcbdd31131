package org.libpass.web.librarian;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Cards;
import org.libpass.circulation.Disagreements;
import org.libpass.circulation.Settling;
import org.libpass.message.Messages;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Readers;
import org.libpass.web.SchoolNames;
import org.libpass.web.StaffNames;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tasks as the inbox shows them: about whom, how old, how late, whose. */
@Component
class InboxRows {

  private final Inbox inbox;
  private final Activations activations;
  private final Cards cards;
  private final Readers readers;
  private final Disagreements disagreements;
  private final Settling settling;
  private final Messages messages;
  private final SchoolNames schools;
  private final StaffNames names;
  private final MessageSource texts;
  private final TaipeiClock clock;

  InboxRows(
      Inbox inbox,
      Activations activations,
      Cards cards,
      Readers readers,
      Disagreements disagreements,
      Settling settling,
      Messages messages,
      SchoolNames schools,
      StaffNames names,
      MessageSource texts,
      TaipeiClock clock) {
    this.inbox = inbox;
    this.activations = activations;
    this.cards = cards;
    this.readers = readers;
    this.disagreements = disagreements;
    this.settling = settling;
    this.messages = messages;
    this.schools = schools;
    this.names = names;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * One task.
   *
   * @param about the name of the reader, the item or the library that it is about
   * @param days how many days it has been open, from 0
   * @param daysLate how many days it is past its target, 0 when it is in time
   * @param claimedBy the name of who has claimed it, null when nobody has
   * @param mine whether that is the librarian who looks at it
   */
  record Row(
      Inbox.Task task,
      String about,
      long days,
      long daysLate,
      @Nullable String claimedBy,
      boolean mine) {

    public boolean isLate() {
      return daysLate > 0;
    }
  }

  /** The open tasks of the librarian's school, the oldest first. */
  List<Row> open(StaffPrincipal librarian) {
    return inbox.open(librarian.ownSchool()).stream()
        .sorted(Comparator.comparing(Inbox.Task::openedAt))
        .map(task -> row(task, librarian))
        .toList();
  }

  Row row(Inbox.Task task, StaffPrincipal librarian) {
    LocalDate today = clock.today();
    long days = ChronoUnit.DAYS.between(TaipeiClock.dateOf(task.openedAt()), today);
    long late = ChronoUnit.DAYS.between(task.target(), today);
    String assignee = task.assignee();
    return new Row(
        task,
        about(task),
        Math.max(0, days),
        Math.max(0, late),
        assignee == null ? null : names.of(assignee),
        librarian.username().equals(assignee));
  }

  /** What a task is about: a reader, an item, or a library. */
  private String about(Inbox.Task task) {
    return switch (task.kind()) {
      case ACTIVATION -> readers.get(activations.get(task.subject()).reader()).name();
      case CARD_REVIEW, OVERDUE -> readers.get(cards.get(task.subject()).reader()).name();
      case DISAGREEMENT -> disagreements.get(task.subject()).label();
      case RELEASE -> schools.of(settling.release(task.subject()).release().lender());
      case MESSAGE -> say("inbox.message.of", schools.of(messages.get(task.subject()).from()));
      case CONNECTION -> say("inbox.connection.of");
    };
  }

  private String say(String key, String... arguments) {
    return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
