package org.libpass.web.demo;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Optional;
import org.libpass.ils.Standin;
import org.libpass.ils.Standin.Outcome;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.School;
import org.libpass.web.Flash;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The counter of a stand-in library: what a clerk there does in the library's own system, by the
 * library's own rules.
 */
@Controller
@Profile("demo")
class CounterController {

  private final Standin libraries;
  private final LibraryPage page;
  private final TaipeiClock clock;

  CounterController(Standin libraries, LibraryPage page, TaipeiClock clock) {
    this.libraries = libraries;
    this.page = page;
    this.clock = clock;
  }

  @PostMapping("/demo/libraries/{school}/charge")
  String charge(
      @PathVariable String school,
      @Valid @ModelAttribute("charge") ChargeForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    School known = page.connected(school).orElseThrow(LibraryController::nowhere);
    checkItem(known, "barcode", form.barcode(), errors);
    LocalDate due = form.day(clock.today()).orElse(null);
    if (due == null && !form.due().isEmpty()) {
      errors.rejectValue("due", "demo.counter.due.wrong");
    }
    if (!errors.hasErrors()) {
      done(libraries.charge(known.code(), form.barcode(), form.account(), due), errors, next);
    }
    return answer(known, form.account(), errors, model, response, next);
  }

  @PostMapping("/demo/libraries/{school}/items")
  String change(
      @PathVariable String school,
      @Valid @ModelAttribute("item") ItemForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    School known = page.connected(school).orElseThrow(LibraryController::nowhere);
    checkItem(known, "item", form.item(), errors);
    Optional<Deed> deed = form.known();
    if (deed.isEmpty()) {
      errors.rejectValue("deed", "demo.counter.deed.required");
    } else if (!errors.hasErrors()) {
      done(deed.get().at(libraries, known.code(), form.item()), errors, next);
    }
    return answer(known, "", errors, model, response, next);
  }

  private void checkItem(School school, String field, String barcode, BindingResult errors) {
    if (!barcode.isEmpty() && libraries.item(school.code(), barcode).isEmpty()) {
      errors.rejectValue(field, "demo.counter.barcode.unknown");
    }
  }

  /** Says what was done, or lets the form say what the library's system has against it. */
  private static void done(Outcome outcome, BindingResult errors, RedirectAttributes next) {
    if (outcome instanceof Outcome.Done done) {
      Flash.done(next, "demo.counter.done", done.item().title(), done.message());
    } else {
      errors.reject("demo.counter.refused", new Object[] {outcome.message()}, null);
    }
  }

  private String answer(
      School school,
      String holder,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(school, LibraryPage.View.FIRST, model);
    }
    if (!holder.isEmpty()) {
      next.addAttribute("holder", holder);
    }
    return LibraryController.LIBRARY;
  }
}
