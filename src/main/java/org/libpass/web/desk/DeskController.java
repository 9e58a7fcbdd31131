package org.libpass.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.libpass.card.CardCode;
import org.libpass.card.Cards;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The lending desk: a card, then items, then done, all through one field. Each step is one request
 * that can be repeated.
 */
@Controller
class DeskController {

  private final Scan scan;
  private final Cards cards;
  private final DeskPage page;
  private final DeskSteps steps;

  DeskController(Scan scan, Cards cards, DeskPage page, DeskSteps steps) {
    this.scan = scan;
    this.cards = cards;
    this.page = page;
    this.steps = steps;
  }

  @GetMapping("/desk")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String card,
      @RequestParam(defaultValue = "") String identity,
      Model model) {
    return page.fill(librarian.ownSchool(), card, identity.equals(ScanForm.SEEN), model);
  }

  /** A card, or an item: with a card in hand it is lent, and without one taken back. */
  @PostMapping("/desk/scan")
  String scan(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @Valid @ModelAttribute("scan") ScanForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    boolean card = scan.isCard(form.scan());
    if (PracticeCard.isOurs(form.scan())) {
      errors.rejectValue("scan", "practice.not-here");
    }
    if (!card && form.scan().length() > ReturnForm.LONGEST) {
      errors.rejectValue("scan", "staff.desk.barcode.too-long");
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(librarian.ownSchool(), form.card(), form.identitySeen(), model);
    }
    if (card) {
      return withCard(form.scan(), false, next);
    }
    Optional<CardCode> inHand =
        scan.code(form.card()).filter(code -> cards.find(code.number()).isPresent());
    if (inHand.isEmpty() && !form.card().isEmpty()) {
      return withCard(form.card(), false, next);
    }
    if (inHand.isEmpty()) {
      ReturnForm back = new ReturnForm(form.scan(), null, null, form.byHand());
      next.addFlashAttribute(DeskSteps.ANSWER, steps.takeBack(librarian, back));
      return withCard("", false, next);
    }
    next.addFlashAttribute(DeskSteps.ANSWER, steps.lend(librarian, inHand.get(), form));
    return withCard(form.card(), form.identitySeen(), next);
  }

  @PostMapping("/desk/take-back")
  String takeBack(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @Valid @ModelAttribute("back") ReturnForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    String number = form.card() == null ? "" : form.card();
    boolean seen = ScanForm.SEEN.equals(form.identity());
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute(DeskSteps.ANSWER, steps.unreadable(errors));
      return page.fill(librarian.ownSchool(), number, seen, model);
    }
    next.addFlashAttribute(DeskSteps.ANSWER, steps.takeBack(librarian, form));
    return withCard(number, seen, next);
  }

  /**
   * @param undo the number of the card whose last step here is undone
   * @param card the number of the card in hand, empty when there is none
   */
  @PostMapping("/desk/undo")
  String undo(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String undo,
      @RequestParam(defaultValue = "") String card,
      @RequestParam(defaultValue = "") String identity,
      RedirectAttributes next) {
    next.addFlashAttribute(DeskSteps.ANSWER, steps.undo(librarian, undo));
    return withCard(card, identity.equals(ScanForm.SEEN), next);
  }

  private String withCard(String shown, boolean identitySeen, RedirectAttributes next) {
    if (shown.isBlank()) {
      return "redirect:/desk";
    }
    next.addAttribute("card", scan.code(shown).map(CardCode::toString).orElse(shown));
    if (identitySeen) {
      next.addAttribute("identity", ScanForm.SEEN);
    }
    return "redirect:/desk";
  }
}
