package org.libpass.web.reader;

import java.util.List;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.policy.Decisions;
import org.libpass.policy.KeptDecision;
import org.libpass.web.Flash;
import org.libpass.web.ProcessPictures;
import org.libpass.web.Typed;
import org.libpass.web.security.ReaderPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An application that a librarian looks at: where it stands, and taking it back. */
@Controller
@RequestMapping("/me/applications/{id}")
class ApplicationController {

  private final CardApplications applications;
  private final OwnCards own;
  private final Decisions decisions;
  private final TimelineLines timeline;
  private final WaitingSince waiting;
  private final ProcessPictures pictures;

  ApplicationController(
      CardApplications applications,
      OwnCards own,
      Decisions decisions,
      TimelineLines timeline,
      WaitingSince waiting,
      ProcessPictures pictures) {
    this.applications = applications;
    this.own = own;
    this.decisions = decisions;
    this.timeline = timeline;
    this.waiting = waiting;
    this.pictures = pictures;
  }

  @GetMapping
  String application(
      @AuthenticationPrincipal ReaderPrincipal me, @PathVariable String id, Model page) {
    Card card = own.of(me, uuid(id));
    if (card.wasIssued()) {
      return "redirect:" + OwnCards.page(card);
    }
    page.addAttribute("card", card);
    page.addAttribute("timeline", timeline.of(card));
    page.addAttribute("since", waiting.of(card));
    page.addAttribute("picture", pictures.of(card));
    page.addAttribute(
        "reasons", decisions.find(card.decision()).map(KeptDecision::reasons).orElse(List.of()));
    return "reader/application";
  }

  @PostMapping("/withdraw")
  String withdraw(
      @AuthenticationPrincipal ReaderPrincipal me,
      @PathVariable String id,
      RedirectAttributes next) {
    Card card = own.of(me, uuid(id));
    if (applications.withdraw(card.id())) {
      Flash.done(next, "application.withdrawn");
    } else {
      Flash.refused(next, "application.decided-already");
    }
    return "redirect:/me/applications/" + card.id();
  }

  private static UUID uuid(String id) {
    return Typed.id(id).orElseThrow(NoSuchCardException::new);
  }
}
