package org.libpass.web.librarian;

import org.libpass.card.Card;
import org.libpass.circulation.CardEvidence;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decisions;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.web.CardAnswers;
import org.libpass.web.ProcessPictures;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * One card for a librarian. The home school sees all of it; a school that has lent on it sees its
 * own loans and decisions and a masked name; {@link CardInPath} keeps out everybody else.
 */
@Component
class CardPage {

  private final Readers readers;
  private final Looks looks;
  private final Decisions decisions;
  private final DecisionViews views;
  private final CardAnswers answers;
  private final ProcessPictures pictures;
  private final CardEvidence evidence;
  private final StaffTimeline timeline;
  private final CardSections sections;
  private final TaipeiClock clock;

  CardPage(
      Readers readers,
      Looks looks,
      Decisions decisions,
      DecisionViews views,
      CardAnswers answers,
      ProcessPictures pictures,
      CardEvidence evidence,
      StaffTimeline timeline,
      CardSections sections,
      TaipeiClock clock) {
    this.readers = readers;
    this.looks = looks;
    this.decisions = decisions;
    this.views = views;
    this.answers = answers;
    this.pictures = pictures;
    this.evidence = evidence;
    this.timeline = timeline;
    this.sections = sections;
    this.clock = clock;
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
    model.addAttribute("loans", home ? card.loans() : card.loansOf(school));
    model.addAttribute("timeline", timeline.of(card, school));
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
}
