package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.circulation.Settlements;
import org.libpass.web.Flash;
import org.libpass.web.reader.CardFaces;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What librarians do with one card: a lending school settles its loans, and records and lifts its
 * fines; the home school prints the card for a reader who can't.
 */
@Controller
@RequestMapping("/cards/{number}")
class CardActionsController {

  private static final String BACK = "redirect:/cards/{number}";

  private final Cards cards;
  private final CardPage page;
  private final Settlements settlements;
  private final Fines fines;
  private final CardFaces faces;

  CardActionsController(
      Cards cards, CardPage page, Settlements settlements, Fines fines, CardFaces faces) {
    this.cards = cards;
    this.page = page;
    this.settlements = settlements;
    this.fines = fines;
    this.faces = faces;
  }

  @PostMapping("/settle")
  String settle(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      @Valid @ModelAttribute("settle") SettleLoanForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> card = lentOn(librarian, number);
    Loan.As as = form.as();
    if (card.isEmpty() || errors.hasErrors() || as == null) {
      return again(librarian, card, model, response);
    }
    var loan = new Settlements.Which(card.get().id(), librarian.ownSchool(), form.barcode());
    if (settlements.settle(loan, as, form.note(), librarian.username())) {
      Flash.done(next, "cards.settle.done", form.barcode());
    } else {
      Flash.note(next, "cards.settle.not-out", form.barcode());
    }
    return BACK;
  }

  @PostMapping("/fines")
  String record(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      @Valid @ModelAttribute("fine") FineForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> card = lentOn(librarian, number);
    if (card.isEmpty() || errors.hasErrors()) {
      return again(librarian, card, model, response);
    }
    boolean recorded =
        fines
            .record(card.get().id(), librarian.ownSchool(), form.reasons(), librarian.username())
            .isPresent();
    if (recorded) {
      Flash.done(next, "cards.fine.done", form.amount());
    } else {
      Flash.refused(next, "cards.fine.no-loan", form.barcode());
    }
    return BACK;
  }

  @PostMapping("/fines/lift")
  String lift(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      @Valid @ModelAttribute("lift") LiftForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> card = lentOn(librarian, number);
    if (card.isEmpty() || errors.hasErrors()) {
      return again(librarian, card, model, response);
    }
    if (lift(librarian, card.get(), form)) {
      Flash.done(next, "cards.lift.done");
    } else {
      Flash.note(next, "cards.lift.not-owed");
    }
    return BACK;
  }

  private boolean lift(StaffPrincipal librarian, Card card, LiftForm form) {
    try {
      UUID id = UUID.fromString(form.fine());
      return fines.lift(id, card.id(), librarian.ownSchool(), form.note(), librarian.username());
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** A school that has lent on the card; being its home school is not enough. */
  private Optional<Card> lentOn(StaffPrincipal librarian, String number) {
    return page.visible(librarian, number)
        .filter(
            card ->
                card.loans().stream()
                    .anyMatch(loan -> loan.school().equals(librarian.ownSchool())));
  }

  private String again(
      StaffPrincipal librarian, Optional<Card> card, Model model, HttpServletResponse response) {
    if (card.isEmpty()) {
      return CardPage.notHere(model, response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.fill(librarian, card.get(), model);
  }

  private Optional<Card> own(StaffPrincipal librarian, String number) {
    return page.visible(librarian, number)
        .filter(card -> card.school().equals(librarian.ownSchool()));
  }

  @PostMapping("/print")
  String print(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> card = own(librarian, number);
    if (card.isEmpty()) {
      return CardPage.notHere(model, response);
    }
    if (!cards.reprint(card.get().id(), librarian.username())) {
      Flash.refused(next, "cards.print.closed");
      return BACK;
    }
    return BACK + "/print";
  }

  /** The sheet of paper, as the reader has it: only for a card that was recorded as printed. */
  @GetMapping("/print")
  String sheet(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      Model model,
      HttpServletResponse response) {
    Optional<Card> own = own(librarian, number);
    if (own.isEmpty()) {
      return CardPage.notHere(model, response);
    }
    Card card = own.get();
    if (!card.isOpen() || !card.isPrinted()) {
      return BACK;
    }
    model.addAttribute("face", faces.of(card));
    model.addAttribute("card", card);
    model.addAttribute("place", "cards");
    model.addAttribute("back", "/cards/" + card.number());
    return "reader/print";
  }
}
