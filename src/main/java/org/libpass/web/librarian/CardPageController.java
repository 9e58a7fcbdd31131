package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.web.CardAnswers;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One card with all that happened to it, looked after by the home school. */
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
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      Model model,
      HttpServletResponse response) {
    return page.visible(librarian, number)
        .map(card -> page.fill(librarian, card, model))
        .orElseGet(() -> CardPage.notHere(model, response));
  }

  @GetMapping("/cards/application/{id}")
  String application(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      Model model,
      HttpServletResponse response) {
    Optional<Card> card = find(id).filter(found -> found.school().equals(librarian.ownSchool()));
    if (card.isEmpty()) {
      return CardPage.notHere(model, response);
    }
    return card.get().wasIssued()
        ? "redirect:/cards/" + card.get().number()
        : page.fill(librarian, card.get(), model);
  }

  private Optional<Card> find(String id) {
    try {
      return Optional.of(cards.get(UUID.fromString(id)));
    } catch (IllegalArgumentException | NoSuchElementException unknown) {
      return Optional.empty();
    }
  }

  /** A librarian who sees the card wants to know now what the lending schools' systems say. */
  @PostMapping("/cards/{number}/check")
  String check(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> card = page.visible(librarian, number);
    if (card.isEmpty()) {
      return CardPage.notHere(model, response);
    }
    answers.checkNow(card.get().id(), next);
    return "redirect:/cards/{number}";
  }

  @PostMapping("/cards/{number}/revoke")
  String revoke(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      @Valid @ModelAttribute("form") RevokeForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> card =
        page.visible(librarian, number).filter(own -> own.school().equals(librarian.ownSchool()));
    if (card.isEmpty()) {
      return CardPage.notHere(model, response);
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(librarian, card.get(), model);
    }
    if (cards.revoke(card.get().id(), librarian.username(), form.reason())) {
      Flash.done(next, "staff.revoke.done", card.get().number().value());
    } else {
      Flash.note(next, "staff.revoke.not-open");
    }
    return "redirect:/cards/{number}";
  }
}
