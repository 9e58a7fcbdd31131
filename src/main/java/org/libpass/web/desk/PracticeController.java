package org.libpass.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardCode;
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
 * The desk for trying out: the same page and words, made-up cards and items.
 *
 * <p>It touches nothing, not even the session. How far one has come is in the address; a form leads
 * to the address of how things stood with the step behind it, and showing that takes the step.
 */
@Controller
@RequestMapping("/desk/practice")
class PracticeController {

  private static final String BASE = "/desk/practice/";
  private static final String BEGINNING = "s";

  private final PracticeDesk desk;
  private final PracticePage page;

  PracticeController(PracticeDesk desk, PracticePage page) {
    this.desk = desk;
    this.page = page;
  }

  /**
   * A step, as the address of a page says it; at most one of {@code scan}, {@code back} and {@code
   * undo} is not null.
   *
   * @param card the code of the card in hand, null when there is none
   * @param identity {@link ScanForm#SEEN} when that card's holder has shown a photo identity
   * @param scan an item to lend on it, or to take back without a card
   * @param agreed whether the librarian was asked and said yes
   * @param back an item to take back
   * @param undo the number of the card whose last step is undone
   */
  record Asked(
      @Nullable String card,
      @Nullable String identity,
      @Nullable String scan,
      @Nullable Boolean agreed,
      @Nullable String back,
      @Nullable String undo) {

    boolean identitySeen() {
      return ScanForm.SEEN.equals(identity);
    }
  }

  @GetMapping
  String begin(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @ModelAttribute("asked") Asked asked,
      Model model) {
    return show(librarian, BEGINNING, asked, model);
  }

  @GetMapping("/{steps}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String steps,
      @ModelAttribute("asked") Asked asked,
      Model model) {
    PracticeState state = PracticeState.of(steps);
    Optional<PracticeDesk.Step> step = step(librarian, state, asked);
    step.ifPresent(taken -> model.addAttribute(DeskSteps.ANSWER, taken.answer()));
    PracticeState now = step.map(PracticeDesk.Step::state).orElse(state);
    String card = asked.card() == null ? "" : asked.card();
    return page.fill(librarian.ownSchool(), now, BASE, card, asked.identitySeen(), model);
  }

  private Optional<PracticeDesk.Step> step(
      StaffPrincipal librarian, PracticeState state, Asked asked) {
    if (asked.undo() != null) {
      return Optional.of(desk.undo(state, asked.undo()));
    }
    if (asked.back() != null) {
      return Optional.of(takeBack(librarian, state, asked.back()));
    }
    if (asked.scan() == null) {
      return Optional.empty();
    }
    Optional<CardCode> inHand = CardCode.parse(asked.card() == null ? "" : asked.card());
    if (inHand.isEmpty()) {
      return Optional.of(takeBack(librarian, state, asked.scan()));
    }
    ScanForm form =
        new ScanForm(
            asked.scan(), asked.card(), asked.identity(), null, null, asked.agreed(), false);
    return Optional.of(desk.lend(state, librarian.ownSchool(), inHand.get(), form));
  }

  private PracticeDesk.Step takeBack(
      StaffPrincipal librarian, PracticeState state, String barcode) {
    ReturnForm form = new ReturnForm(barcode, null, null, false);
    return desk.takeBack(state, librarian.ownSchool(), form);
  }

  @PostMapping("/{steps}/scan")
  String scan(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String steps,
      @Valid @ModelAttribute("scan") ScanForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      PracticeState state = PracticeState.of(steps);
      return page.fill(librarian.ownSchool(), state, BASE, form.card(), form.identitySeen(), model);
    }
    if (PracticePage.isCard(form.scan())) {
      next.addAttribute("card", form.scan());
      return to(steps);
    }
    hand(form.card(), form.identity(), next);
    next.addAttribute("scan", form.scan());
    if (form.agreed()) {
      next.addAttribute("agreed", true);
    }
    return to(steps);
  }

  @PostMapping("/{steps}/take-back")
  String takeBack(
      @PathVariable String steps,
      @ModelAttribute("asked") Asked asked,
      ReturnForm form,
      RedirectAttributes next) {
    hand(asked.card(), asked.identity(), next);
    next.addAttribute("back", form.barcode());
    return to(steps);
  }

  @PostMapping("/{steps}/undo")
  String undo(
      @PathVariable String steps, @ModelAttribute("asked") Asked asked, RedirectAttributes next) {
    hand(asked.card(), asked.identity(), next);
    next.addAttribute("undo", asked.undo() == null ? "" : asked.undo());
    return to(steps);
  }

  private static void hand(
      @Nullable String card, @Nullable String identity, RedirectAttributes next) {
    if (card != null && !card.isEmpty()) {
      next.addAttribute("card", card);
      if (ScanForm.SEEN.equals(identity)) {
        next.addAttribute("identity", identity);
      }
    }
  }

  private static String to(String steps) {
    return "redirect:" + BASE + PracticeState.of(steps).steps();
  }

  /** What there is to try, for the page. */
  @ModelAttribute("samples")
  List<PracticeCard> samples() {
    return List.of(PracticeCard.values());
  }
}
