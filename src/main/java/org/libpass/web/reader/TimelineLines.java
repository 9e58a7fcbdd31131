package org.libpass.web.reader;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.card.Cards;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What happened to a card, in plain words, for its reader. */
@Component
class TimelineLines {

  private final Cards cards;
  private final Schools schools;
  private final MessageSource messages;

  TimelineLines(Cards cards, Schools schools, MessageSource messages) {
    this.cards = cards;
    this.schools = schools;
    this.messages = messages;
  }

  /**
   * One event.
   *
   * @param at when
   * @param text what, in one sentence
   * @param note a librarian's words, or empty
   */
  record Line(Instant at, String text, String note) {}

  /** The events of a card or an application, in order, in the language of the request. */
  List<Line> of(Card card) {
    Locale language = LocaleContextHolder.getLocale();
    return cards.timeline(card.id()).stream().map(event -> line(event, language)).toList();
  }

  private Line line(CardEvent event, Locale language) {
    SchoolCode at = event.school();
    String item = event.item();
    String note = event.note() == null ? "" : event.note();
    Object[] arguments = {
      at == null ? "" : schools.get(at).name(language), item == null ? "" : item, note
    };
    return new Line(
        event.at(),
        messages.getMessage("timeline." + event.kind(), arguments, language),
        event.kind() == CardEvent.Kind.DUE_CHANGED ? "" : note);
  }
}
