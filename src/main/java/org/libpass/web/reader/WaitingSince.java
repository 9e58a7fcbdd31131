package org.libpass.web.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.card.CardEvent.Kind;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a card waits for and since when, as one would say it: since today, since Tuesday. */
@Component
class WaitingSince {

  /** A weekday alone is clear only within the last days. */
  private static final int DAYS_OF_A_WEEK = 6;

  private final Cards cards;
  private final Dates dates;
  private final MessageSource messages;
  private final TaipeiClock clock;

  WaitingSince(Cards cards, Dates dates, MessageSource messages, TaipeiClock clock) {
    this.cards = cards;
    this.dates = dates;
    this.messages = messages;
    this.clock = clock;
  }

  /** The sentence for a card or an application, in the language of the request. */
  String of(Card card) {
    return say("waiting." + card.waiting(), when(since(card)));
  }

  private Instant since(Card card) {
    return switch (card.waiting()) {
      case REVIEW -> card.appliedAt();
      case ISSUED -> last(card, Kind.ISSUED, Kind.LENDING_UNDONE, Kind.STRUCK);
      case PRINTED -> last(card, Kind.PRINTED, Kind.LENDING_UNDONE, Kind.STRUCK);
      case ON_LOAN ->
          card.loansOut().stream()
              .map(Loan::lentAt)
              .min(Instant::compareTo)
              .orElse(card.appliedAt());
      case ALL_RETURNED -> last(card, Kind.TAKEN_BACK, Kind.SEEN_BACK, Kind.STRUCK);
      case RETURNING ->
          last(card, Kind.DONE, Kind.VALID_DAYS_OVER, Kind.REVOKED, Kind.LENT, Kind.SEEN_LENT);
      case SETTLING, NOTHING -> {
        Instant closed = card.closedAt();
        yield closed == null ? card.appliedAt() : closed;
      }
    };
  }

  private Instant last(Card card, Kind first, Kind... others) {
    Set<Kind> kinds = EnumSet.of(first, others);
    List<CardEvent> events =
        cards.timeline(card.id()).stream().filter(event -> kinds.contains(event.kind())).toList();
    return events.isEmpty() ? card.appliedAt() : events.get(events.size() - 1).at();
  }

  private String when(Instant since) {
    LocalDate day = TaipeiClock.dateOf(since);
    LocalDate today = clock.today();
    if (!day.isBefore(today)) {
      return say("since.today", dates.time(since));
    }
    if (day.equals(today.minusDays(1))) {
      return say("since.yesterday");
    }
    return day.isBefore(today.minusDays(DAYS_OF_A_WEEK))
        ? say("since.day", dates.day(day))
        : say("since.week", dates.weekday(day.getDayOfWeek()));
  }

  private String say(String key, String... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
