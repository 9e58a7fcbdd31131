package org.libpass.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** What this school has lent on cards, and taking it back without the card. */
@Controller
class LoansController {

  private final LoansPage page;
  private final DeskSteps steps;

  LoansController(LoansPage page, DeskSteps steps) {
    this.page = page;
    this.steps = steps;
  }

  @GetMapping("/loans")
  String list(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @ModelAttribute("query") LoanQuery query,
      Model model) {
    return page.fill(librarian.ownSchool(), query, model);
  }

  @PostMapping("/loans/take-back")
  String takeBack(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @Valid @ModelAttribute("back") ReturnForm form,
      BindingResult errors,
      @ModelAttribute("query") LoanQuery query,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(librarian.ownSchool(), query, model);
    }
    next.addFlashAttribute(DeskSteps.ANSWER, steps.takeBack(librarian, form));
    return "redirect:" + query.address();
  }

  /**
   * @param undo the number of the card whose last step here is undone
   */
  @PostMapping("/loans/undo")
  String undo(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String undo,
      @ModelAttribute("query") LoanQuery query,
      RedirectAttributes next) {
    next.addFlashAttribute(DeskSteps.ANSWER, steps.undo(librarian, undo));
    return "redirect:" + query.address();
  }
}
