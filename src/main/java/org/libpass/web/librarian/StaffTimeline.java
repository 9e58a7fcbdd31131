package org.libpass.web.librarian;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.card.Cards;
import org.libpass.school.SchoolCode;
import org.libpass.web.SchoolNames;
import org.libpass.web.StaffNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What happened to a card, in sentences. */
@Component
class StaffTimeline {

  private final Cards cards;
  private final SchoolNames schools;
  private final StaffNames staff;
  private final MessageSource messages;

  StaffTimeline(Cards cards, SchoolNames schools, StaffNames staff, MessageSource messages) {
    this.cards = cards;
    this.schools = schools;
    this.staff = staff;
    this.messages = messages;
  }

  /**
   * One line of it.
   *
   * @param by who did it, null for the reader or the platform
   * @param note a librarian's words
   */
  record Line(Instant moment, String sentence, @Nullable String by, @Nullable String note) {}

  /** In order, without what only concerns a lending school other than the one that reads it. */
  List<Line> of(Card card, SchoolCode reading) {
    boolean home = card.school().equals(reading);
    return cards.timeline(card.id()).stream()
        .filter(event -> home || event.school() == null || event.school().equals(reading))
        .map(this::line)
        .toList();
  }

  private Line line(CardEvent event) {
    SchoolCode at = event.school();
    String by = event.by();
    String note = event.note();
    Object[] arguments = {
      at == null ? "" : schools.of(at),
      event.item() == null ? "" : event.item(),
      note == null ? "" : note
    };
    String sentence =
        messages.getMessage(
            "staff.event." + event.kind(), arguments, LocaleContextHolder.getLocale());
    return new Line(
        event.at(),
        sentence,
        by == null ? null : staff.of(by),
        event.kind() == CardEvent.Kind.DUE_CHANGED ? null : note);
  }
}
