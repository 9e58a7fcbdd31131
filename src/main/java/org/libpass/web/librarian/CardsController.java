package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.web.CardAnswers;
import org.libpass.web.Flash;
import org.libpass.web.NotHere;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cards of a school, and one card with all that happened to it. */
@Controller
class CardsController {

  private final Cards cards;
  private final CardSearch search;
  private final CardPage page;
  private final CardAnswers answers;

  CardsController(Cards cards, CardSearch search, CardPage page, CardAnswers answers) {
    this.cards = cards;
    this.search = search;
    this.page = page;
    this.answers = answers;
  }

  @GetMapping("/cards")
  String list(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String number,
      Model model) {
    Optional<CardState> wanted =
        Arrays.stream(CardState.values()).filter(known -> known.name().equals(state)).findFirst();
    model.addAttribute("state", wanted.orElse(null));
    model.addAttribute("number", number);
    model.addAttribute("states", CardState.values());
    model.addAttribute("rows", search.find(librarian.ownSchool(), wanted, number));
    return "librarian/cards";
  }

  @GetMapping("/cards/{number}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      Model model,
      HttpServletResponse response) {
    return visible(librarian, number)
        .map(card -> page.fill(librarian, card, model))
        .orElseGet(() -> notHere(model, response));
  }

  private Optional<Card> visible(StaffPrincipal librarian, String number) {
    return CardNumber.parse(number)
        .flatMap(cards::find)
        .filter(card -> CardPage.maySee(librarian.ownSchool(), card));
  }

  private static String notHere(Model model, HttpServletResponse response) {
    return NotHere.answer(model, response, "staff.card.not-here", "/cards", "staff.card.back");
  }

  @GetMapping("/cards/application/{id}")
  String application(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      Model model,
      HttpServletResponse response) {
    Optional<Card> card = find(id).filter(found -> found.school().equals(librarian.ownSchool()));
    if (card.isEmpty()) {
      return notHere(model, response);
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
    Optional<Card> card = visible(librarian, number);
    if (card.isEmpty()) {
      return notHere(model, response);
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
        visible(librarian, number).filter(own -> own.school().equals(librarian.ownSchool()));
    if (card.isEmpty()) {
      return notHere(model, response);
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
