package org.libpass.notice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.DueDates;
import org.libpass.circulation.CardEvidence;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Notice;
import org.libpass.school.SchoolCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds what readers are to be told of a day, and has it written: of books by the lending school's
 * schedule, of cards on the day before their last. Books of one school with one date are one mail.
 */
@Component
class Reminders {

  private static final Logger log = LoggerFactory.getLogger(Reminders.class);

  private final DueDates dates;
  private final Policies policies;
  private final CardEvidence evidence;
  private final ReminderLetters letters;

  Reminders(DueDates dates, Policies policies, CardEvidence evidence, ReminderLetters letters) {
    this.dates = dates;
    this.policies = policies;
    this.evidence = evidence;
    this.letters = letters;
  }

  /**
   * Books with one date on one card at one school.
   *
   * @param number of the card
   */
  record Date(UUID card, UUID reader, String number, SchoolCode lender, LocalDate returnBy) {

    static Date of(DueDates.Out out) {
      return new Date(out.card(), out.reader(), out.number(), out.lender(), out.returnBy());
    }
  }

  /**
   * Tells what is to be told on {@code today} and was not told yet.
   *
   * @return whether that is all: false while a lender has not answered since a date that is over,
   *     and what it may have back already can't be called overdue
   */
  boolean tell(LocalDate today) {
    dates
        .unusedEndingOn(today.plusDays(1))
        .forEach(card -> safely(card.card(), () -> letters.cardEnds(card, today)));
    Map<Date, Map<DueDates.Out, LocalDate>> due = due(today);
    boolean all = true;
    for (var books : due.entrySet()) {
      Date date = books.getKey();
      if (isKnown(date, today)) {
        safely(date.card(), () -> letters.due(date, books.getValue(), today));
      } else {
        all = false;
      }
    }
    return all;
  }

  /** The books of which a reader is told today, with the day of the schedule; those told too. */
  private Map<Date, Map<DueDates.Out, LocalDate>> due(LocalDate today) {
    Map<SchoolCode, NoticeDays> schedules = new HashMap<>();
    Map<Date, Map<DueDates.Out, LocalDate>> due = new LinkedHashMap<>();
    for (DueDates.Out out : dates.outUntil(today.plusDays(NoticeDays.EARLIEST))) {
      NoticeDays schedule = schedules.computeIfAbsent(out.lender(), this::schedule);
      Optional<LocalDate> day = schedule.latest(today, out.returnBy(), out.lentAt());
      day.ifPresent(
          it -> due.computeIfAbsent(Date.of(out), date -> new LinkedHashMap<>()).put(out, it));
    }
    return due;
  }

  private NoticeDays schedule(SchoolCode lender) {
    return NoticeDays.of(policies.limits(lender, new Notice()));
  }

  private boolean isKnown(Date date, LocalDate today) {
    return !today.isAfter(date.returnBy())
        || evidence.reaches(date.card(), date.lender(), TaipeiClock.endOf(date.returnBy()));
  }

  /** One mail that can't be written keeps no other from being written; it is tried next morning. */
  private static void safely(UUID card, Runnable write) {
    try {
      write.run();
    } catch (RuntimeException broken) {
      log.error("No reminder about card {}", card, broken);
    }
  }
}
