package org.libpass.notice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.libpass.card.DueDates;
import org.libpass.notice.Told.Kind;
import org.libpass.notice.Told.Once;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mails of the morning, each with the note that it is written, or neither. */
@Component
class ReminderLetters {

  private final Told told;
  private final Letters letters;
  private final Readers readers;
  private final Schools schools;

  ReminderLetters(Told told, Letters letters, Readers readers, Schools schools) {
    this.told = told;
    this.letters = letters;
    this.readers = readers;
    this.schools = schools;
  }

  /** Tomorrow is the last day of a card without a loan. */
  @Transactional
  void cardEnds(DueDates.Unused card, LocalDate today) {
    if (told.mark(new Once(card.card(), "", "", Kind.CARD_ENDS, today))) {
      Reader reader = readers.get(card.reader());
      String last = letters.date(reader, today.plusDays(1));
      String path = "/me/cards/" + card.number();
      letters.write(reader, "card-ends", card.card(), path, card.number(), last);
    }
  }

  /**
   * Books come due, are due today, or are overdue.
   *
   * @param books each with the day of the schedule for which it is told
   */
  @Transactional
  void due(Reminders.Date date, Map<DueDates.Out, LocalDate> books, LocalDate today) {
    Kind kind = today.isAfter(date.returnBy()) ? Kind.OVERDUE : Kind.DUE;
    List<DueDates.Out> news =
        books.entrySet().stream()
            .filter(book -> told.mark(once(book.getKey(), kind, book.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    if (news.isEmpty()) {
      return;
    }
    Reader reader = readers.get(date.reader());
    letters.write(
        reader,
        news(date.returnBy(), today),
        date.card(),
        "/me/cards/" + date.number(),
        letters.books(reader, news),
        schools.get(date.lender()).name(reader.language()),
        letters.date(reader, date.returnBy()),
        Math.abs(ChronoUnit.DAYS.between(today, date.returnBy())));
  }

  private static Once once(DueDates.Out book, Kind kind, LocalDate day) {
    return new Once(book.card(), book.lender().value(), book.barcode(), kind, day);
  }

  private static String news(LocalDate returnBy, LocalDate today) {
    if (today.isAfter(returnBy)) {
      return "overdue";
    }
    return today.equals(returnBy) ? "due-today" : "due-soon";
  }
}
