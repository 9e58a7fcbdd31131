package org.libpass.web.librarian;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.web.CardAnswers;
import org.libpass.web.Typed;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One card with all that happened to it. */
@Controller
class CardPageController {

  private final Cards cards;
  private final CardPage page;
  private final CardAnswers answers;

  CardPageController(Cards cards, CardPage page, CardAnswers answers) {
    this.cards = cards;
    this.page = page;
    this.answers = answers;
  }

  @GetMapping("/cards/{number}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian, @CardInPath Card card, Model model) {
    return page.fill(librarian, card, model);
  }

  @GetMapping("/cards/application/{id}")
  String application(
      @AuthenticationPrincipal StaffPrincipal librarian, @PathVariable String id, Model model) {
    Card card =
        Typed.id(id)
            .flatMap(this::find)
            .filter(found -> CardInPath.Part.HOME.isOf(librarian.ownSchool(), found))
            .orElseThrow(CardResolver::notHere);
    return card.wasIssued()
        ? "redirect:/cards/" + card.number()
        : page.fill(librarian, card, model);
  }

  private Optional<Card> find(UUID id) {
    try {
      return Optional.of(cards.get(id));
    } catch (NoSuchElementException unknown) {
      return Optional.empty();
    }
  }

  /** A librarian who sees the card wants to know now what the lending schools' systems say. */
  @PostMapping("/cards/{number}/check")
  String check(@CardInPath Card card, RedirectAttributes next) {
    answers.checkNow(card.id(), next);
    return "redirect:/cards/{number}";
  }
}
