package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.CardEvidence;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decisions;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.web.CardAnswers;
import org.libpass.web.NotHere;
import org.libpass.web.ProcessPictures;
import org.libpass.web.SchoolNames;
import org.libpass.web.StaffNames;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * One card for a librarian. The home school sees all of it; a school that has lent on it sees its
 * own loans and decisions and a masked name; nobody else sees anything.
 */
@Component
class CardPage {

  private final Cards cards;
  private final Readers readers;
  private final Looks looks;
  private final Decisions decisions;
  private final DecisionViews views;
  private final SchoolNames schools;
  private final StaffNames staff;
  private final MessageSource messages;
  private final CardAnswers answers;
  private final ProcessPictures pictures;
  private final CardEvidence evidence;
  private final CardSections sections;
  private final TaipeiClock clock;

  CardPage(
      Cards cards,
      Readers readers,
      Looks looks,
      Decisions decisions,
      DecisionViews views,
      SchoolNames schools,
      StaffNames staff,
      MessageSource messages,
      CardAnswers answers,
      ProcessPictures pictures,
      CardEvidence evidence,
      CardSections sections,
      TaipeiClock clock) {
    this.cards = cards;
    this.readers = readers;
    this.looks = looks;
    this.decisions = decisions;
    this.views = views;
    this.schools = schools;
    this.staff = staff;
    this.messages = messages;
    this.answers = answers;
    this.pictures = pictures;
    this.evidence = evidence;
    this.sections = sections;
    this.clock = clock;
  }

  /**
   * One line of the timeline.
   *
   * @param by who did it, null for the reader or the platform
   * @param note a librarian's words
   */
  record Line(Instant moment, String sentence, @Nullable String by, @Nullable String note) {}

  /** The card of that number, if the librarian's school may see it. */
  Optional<Card> visible(StaffPrincipal librarian, String number) {
    return CardNumber.parse(number)
        .flatMap(cards::find)
        .filter(card -> maySee(librarian.ownSchool(), card));
  }

  static String notHere(Model model, HttpServletResponse response) {
    return NotHere.answer(model, response, "staff.card.not-here", "/cards", "staff.card.back");
  }

  /** Whether a school's librarians may see the card at all. */
  private static boolean maySee(SchoolCode school, Card card) {
    return card.school().equals(school) || !loansFor(school, card).isEmpty();
  }

  private static List<Loan> loansFor(SchoolCode school, Card card) {
    return card.school().equals(school)
        ? card.loans()
        : card.loans().stream().filter(loan -> loan.school().equals(school)).toList();
  }

  /**
   * Fills the page of a card that the librarian's school may see.
   *
   * @return the view's name
   */
  String fill(StaffPrincipal librarian, Card card, Model model) {
    SchoolCode school = librarian.ownSchool();
    boolean home = card.school().equals(school);
    Reader reader = readers.get(card.reader());
    if (home) {
      looks.looked(reader.id(), librarian.username(), Look.Place.CARD);
    }
    model.addAttribute("card", card);
    model.addAttribute("home", home);
    model.addAttribute("today", clock.today());
    model.addAttribute("reader", reader);
    model.addAttribute("loans", loansFor(school, card));
    model.addAttribute("timeline", timeline(school, card));
    model.addAttribute("picture", pictures.of(card));
    model.addAttribute(
        "decisions",
        decisions.of(card.id()).stream()
            .filter(kept -> home || kept.school().equals(school))
            .map(views::of)
            .toList());
    model.addAttribute("answers", home ? answers.of(card) : answers.of(card, school));
    model.addAttribute(
        "evidence",
        evidence.observations(card.id()).stream()
            .filter(seen -> home || seen.lender().equals(school))
            .toList());
    sections.add(school, card, model);
    return "librarian/card";
  }

  private List<Line> timeline(SchoolCode school, Card card) {
    boolean home = card.school().equals(school);
    return cards.timeline(card.id()).stream()
        .filter(event -> home || event.school() == null || event.school().equals(school))
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
