package org.libpass.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.circulation.PaperDesk;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.Dates;
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

/** The desk without the platform: a form for paper, and entering later what was written on it. */
@Controller
class PaperController {

  private static final String VIEW = "desk/paper";
  private static final String ROWS = "rows";

  private final Scan scan;
  private final Cards cards;
  private final PaperDesk desk;
  private final PaperSteps steps;
  private final Dates dates;
  private final TaipeiClock clock;

  PaperController(
      Scan scan, Cards cards, PaperDesk desk, PaperSteps steps, Dates dates, TaipeiClock clock) {
    this.scan = scan;
    this.cards = cards;
    this.desk = desk;
    this.steps = steps;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping("/desk/paper/form")
  String form() {
    return "desk/paper-form";
  }

  @GetMapping("/desk/paper")
  String show(Model model) {
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", PaperForm.of(clock.today()));
    }
    List<PaperRow> left = new ArrayList<>();
    if (model.getAttribute(ROWS) instanceof List<?> rows) {
      rows.forEach(row -> left.add((PaperRow) row));
    }
    return page(left, model);
  }

  private String page(List<PaperRow> rows, Model model) {
    model.addAttribute(ROWS, PaperRow.onForm(rows));
    model.addAttribute("types", ItemType.values());
    model.addAttribute("earliest", desk.earliest());
    model.addAttribute("today", clock.today());
    return VIEW;
  }

  /**
   * @param sent all that was sent, the items' rows among it
   */
  @PostMapping("/desk/paper")
  String enter(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @ModelAttribute("form") PaperForm form,
      BindingResult errors,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    List<PaperRow> rows = PaperRow.filled(sent);
    boolean lends = rows.stream().anyMatch(row -> !row.back());
    Optional<Card> card = lends ? card(form, errors) : Optional.empty();
    Optional<Instant> at = moment(form, errors);
    if (lends && !form.identitySeen()) {
      errors.rejectValue("identity", "paper.identity.required");
    }
    if (rows.isEmpty()) {
      errors.reject("paper.rows.required");
    }
    if (errors.hasErrors() || at.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(rows, model);
    }
    List<PaperRow> entered =
        steps.enter(
            new PaperSteps.Head(librarian, card.map(Card::id).orElse(null), at.get()), rows);
    List<PaperRow> left = entered.stream().filter(row -> !isSettled(row)).toList();
    next.addFlashAttribute("settled", entered.stream().filter(PaperController::isSettled).toList());
    next.addFlashAttribute(ROWS, left);
    next.addFlashAttribute(
        "form", left.isEmpty() ? new PaperForm(form.day(), null, null, null) : form);
    return "redirect:/desk/paper";
  }

  private static boolean isSettled(PaperRow row) {
    return row.answer() != null && row.answer().settled();
  }

  private Optional<Card> card(PaperForm form, BindingResult errors) {
    if (form.card().isEmpty()) {
      errors.rejectValue("card", "paper.card.required");
      return Optional.empty();
    }
    Optional<Card> card = scan.code(form.card()).flatMap(code -> cards.find(code.number()));
    if (card.isEmpty()) {
      errors.rejectValue("card", "paper.card.unknown");
    }
    return card;
  }

  private Optional<Instant> moment(PaperForm form, BindingResult errors) {
    if (form.writtenDay().isEmpty()) {
      errors.rejectValue("day", "paper.day.required");
    }
    if (form.writtenTime().isEmpty()) {
      errors.rejectValue("time", "paper.time.required");
    }
    Optional<Instant> at = form.moment();
    if (at.isPresent() && !desk.accepts(at.get())) {
      if (at.get().isAfter(clock.instant())) {
        errors.rejectValue(
            form.writtenDay().get().isAfter(clock.today()) ? "day" : "time", "paper.future");
      } else {
        errors.rejectValue("day", "paper.too-old", new Object[] {dates.day(desk.earliest())}, null);
      }
    }
    return at;
  }
}
