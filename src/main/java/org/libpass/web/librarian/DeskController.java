package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.function.Supplier;
import org.libpass.card.Card;
import org.libpass.card.CardCode;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.circulation.Desk;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
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
 * The lending desk: a card, then items, then done. Each step is one request that can be repeated.
 */
@Controller
class DeskController {

  private static final String SEEN = "seen";
  private static final String ANSWER = "answer";

  private final Desk desk;
  private final Scan scan;
  private final Cards cards;
  private final DeskPage page;
  private final DeskTexts texts;

  DeskController(Desk desk, Scan scan, Cards cards, DeskPage page, DeskTexts texts) {
    this.desk = desk;
    this.scan = scan;
    this.cards = cards;
    this.page = page;
    this.texts = texts;
  }

  @GetMapping("/desk")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String card,
      @RequestParam(defaultValue = "") String identity,
      Model model) {
    return page.fill(librarian.ownSchool(), card, identity.equals(SEEN), model);
  }

  @PostMapping("/desk/lend")
  String lend(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @Valid @ModelAttribute("lend") LendForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    String number = form.card() == null ? "" : form.card();
    Optional<CardCode> shown =
        scan.code(number).filter(code -> cards.find(code.number()).isPresent());
    if (shown.isEmpty() || errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(librarian.ownSchool(), number, false, model);
    }
    DeskAnswer answer =
        unlessCrossed(
            () ->
                texts.lent(
                    desk.lend(
                        librarian.ownSchool(), shown.get(), form.item(), form.librarian(librarian)),
                    form));
    next.addFlashAttribute(ANSWER, answer);
    return withCard(number, true, next);
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
    boolean seen = SEEN.equals(form.identity());
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(librarian.ownSchool(), number, seen, model);
    }
    DeskAnswer answer =
        unlessCrossed(
            () ->
                texts.takenBack(
                    desk.takeBack(librarian.ownSchool(), form.barcode(), form.librarian(librarian)),
                    form));
    next.addFlashAttribute(ANSWER, answer);
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
    DeskAnswer answer =
        CardNumber.parse(undo)
            .flatMap(cards::find)
            .map(found -> unlessCrossed(() -> undone(librarian, found)))
            .orElseGet(() -> texts.undone(new Desk.Undo.Answered(Cards.Undone.NOTHING_TO_UNDO)));
    next.addFlashAttribute(ANSWER, answer);
    return withCard(card, identity.equals(SEEN), next);
  }

  private DeskAnswer undone(StaffPrincipal librarian, Card card) {
    return texts.undone(desk.undo(librarian.ownSchool(), card.id(), librarian.username()));
  }

  /** Two desks may lend the same item at the same moment: the database lets one of them. */
  private DeskAnswer unlessCrossed(Supplier<DeskAnswer> step) {
    try {
      return step.get();
    } catch (ConcurrencyFailureException | DuplicateKeyException crossed) {
      return texts.crossed();
    }
  }

  private String withCard(String shown, boolean identitySeen, RedirectAttributes next) {
    if (shown.isBlank()) {
      return "redirect:/desk";
    }
    next.addAttribute("card", scan.code(shown).map(CardCode::toString).orElse(shown));
    if (identitySeen) {
      next.addAttribute("identity", SEEN);
    }
    return "redirect:/desk";
  }
}
