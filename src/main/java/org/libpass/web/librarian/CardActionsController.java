package org.libpass.web.librarian;

import jakarta.validation.Valid;
import java.util.Objects;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.circulation.Settlements;
import org.libpass.web.Flash;
import org.libpass.web.Typed;
import org.libpass.web.librarian.CardInPath.Part;
import org.libpass.web.reader.CardFaces;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What librarians do with one card: a lending school settles its loans, and records and lifts its
 * fines; the home school revokes the card, and prints it for a reader who can't.
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

  /** The card's page again, with what was typed and what is wrong with it. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  String again(
      BindException wrong,
      @AuthenticationPrincipal StaffPrincipal librarian,
      @CardInPath Card card,
      Model model) {
    model.addAllAttributes(wrong.getModel());
    return page.fill(librarian, card, model);
  }

  @PostMapping("/settle")
  String settle(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @CardInPath(as = Part.LENDER) Card card,
      @Valid @ModelAttribute("settle") SettleLoanForm form,
      RedirectAttributes next) {
    var loan = new Settlements.Which(card.id(), librarian.ownSchool(), form.barcode());
    Loan.As as = Objects.requireNonNull(form.as(), "a form without it is not valid");
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
      @CardInPath(as = Part.LENDER) Card card,
      @Valid @ModelAttribute("fine") FineForm form,
      RedirectAttributes next) {
    boolean recorded =
        fines
            .record(card.id(), librarian.ownSchool(), form.reasons(), librarian.username())
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
      @CardInPath(as = Part.LENDER) Card card,
      @Valid @ModelAttribute("lift") LiftForm form,
      RedirectAttributes next) {
    String by = librarian.username();
    boolean lifted =
        Typed.id(form.fine())
            .map(id -> fines.lift(id, card.id(), librarian.ownSchool(), form.note(), by))
            .orElse(false);
    if (lifted) {
      Flash.done(next, "cards.lift.done");
    } else {
      Flash.note(next, "cards.lift.not-owed");
    }
    return BACK;
  }

  @PostMapping("/revoke")
  String revoke(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @CardInPath(as = Part.HOME) Card card,
      @Valid @ModelAttribute("form") RevokeForm form,
      RedirectAttributes next) {
    if (cards.revoke(card.id(), librarian.username(), form.reason())) {
      Flash.done(next, "staff.revoke.done", card.number().value());
    } else {
      Flash.note(next, "staff.revoke.not-open");
    }
    return BACK;
  }

  @PostMapping("/print")
  String print(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @CardInPath(as = Part.HOME) Card card,
      RedirectAttributes next) {
    if (!cards.reprint(card.id(), librarian.username())) {
      Flash.refused(next, "cards.print.closed");
      return BACK;
    }
    return BACK + "/print";
  }

  /** The sheet of paper, as the reader has it: only for a card that was recorded as printed. */
  @GetMapping("/print")
  String sheet(@CardInPath(as = Part.HOME) Card card, Model model) {
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
