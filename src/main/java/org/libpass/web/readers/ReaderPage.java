package org.libpass.web.readers;

import java.util.Optional;
import org.libpass.card.Cards;
import org.libpass.card.Fines;
import org.libpass.notice.Mailbox;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Activations;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderHistory;
import org.libpass.web.ConsentLines;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One reader for a librarian of the home school, and for nobody else. */
@Component
class ReaderPage {

  /** Of all mails the last ones: what a librarian is asked about. */
  private static final int MAILS = 20;

  private final Looks looks;
  private final Activations activations;
  private final ReaderHistory history;
  private final ConsentLines consents;
  private final Cards cards;
  private final Fines fines;
  private final Mailbox mails;
  private final TaipeiClock clock;

  ReaderPage(
      Looks looks,
      Activations activations,
      ReaderHistory history,
      ConsentLines consents,
      Cards cards,
      Fines fines,
      Mailbox mails,
      TaipeiClock clock) {
    this.looks = looks;
    this.activations = activations;
    this.history = history;
    this.consents = consents;
    this.cards = cards;
    this.fines = fines;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Fills the page, and keeps that the librarian saw it.
   *
   * @return the view's name
   */
  String fill(Reader reader, StaffPrincipal librarian, Model model) {
    looks.looked(reader.id(), librarian.username(), Look.Place.READER);
    model.addAttribute("reader", reader);
    model.addAttribute("home", reader.homeRecord());
    model.addAttribute(
        "expired", Optional.ofNullable(reader.expiry()).filter(clock.today()::isAfter).isPresent());
    model.addAttribute("activations", activations.of(reader.id()));
    model.addAttribute("events", history.of(reader.id()));
    model.addAttribute("consents", consents.of(reader.id()));
    model.addAttribute("cards", cards.ofReader(reader.id()));
    model.addAttribute("fines", fines.owedBy(reader.id()));
    model.addAttribute("mails", mails.to(reader.id(), MAILS));
    model.addAttribute("mostMails", MAILS);
    if (!model.containsAttribute("standing")) {
      model.addAttribute("standing", new StandingForm(""));
    }
    if (!model.containsAttribute("leaving")) {
      model.addAttribute("leaving", new LeavingForm(clock.today().toString()));
    }
    return "readers/reader-page";
  }
}
