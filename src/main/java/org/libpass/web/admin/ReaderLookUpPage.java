package org.libpass.web.admin;

import java.time.Instant;
import java.util.List;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.card.Cards;
import org.libpass.notice.Mailbox;
import org.libpass.policy.Decisions;
import org.libpass.policy.KeptDecision;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.SchoolNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the alliance sees of a reader: where the cards, the decisions and the mails stand. What was
 * borrowed and what librarians wrote stays with the schools.
 */
@Component
class ReaderLookUpPage {

  private static final int MAILS = 50;

  private final Cards cards;
  private final Decisions decisions;
  private final Mailbox mails;
  private final SchoolNames schools;
  private final MessageSource messages;

  ReaderLookUpPage(
      Cards cards,
      Decisions decisions,
      Mailbox mails,
      SchoolNames schools,
      MessageSource messages) {
    this.cards = cards;
    this.decisions = decisions;
    this.mails = mails;
    this.schools = schools;
    this.messages = messages;
  }

  /** A card with what happened to it and what was decided about it. */
  record Line(Card card, List<Step> steps, List<KeptDecision> decisions) {}

  /** One step of a card in words that name no item. */
  record Step(Instant at, String sentence) {}

  /**
   * Fills the page.
   *
   * @param inFull whether to show who it is
   * @return the view's name
   */
  String fill(Reader reader, boolean inFull, Model model) {
    model.addAttribute("reader", reader);
    model.addAttribute("inFull", inFull);
    model.addAttribute("cards", cards.ofReader(reader.id()).stream().map(this::line).toList());
    model.addAttribute("mails", mails.progress(reader.id(), MAILS));
    return "admin/reader";
  }

  private Line line(Card card) {
    List<Step> steps = cards.timeline(card.id()).stream().map(this::step).toList();
    return new Line(card, steps, decisions.of(card.id()));
  }

  private Step step(CardEvent event) {
    SchoolCode at = event.school();
    String hidden = say("admin.readers.hidden");
    return new Step(
        event.at(),
        say("staff.event." + event.kind(), at == null ? "" : schools.of(at), hidden, hidden));
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
