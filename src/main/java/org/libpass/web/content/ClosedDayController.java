package org.libpass.web.content;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.ClosedDays;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.Typed;
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

/** A school's librarians enter when their library departs from its weekly hours. */
@Controller
@RequestMapping("/content/closed-days")
class ClosedDayController {

  private static final String LIST = "content/closed-days";
  private static final String ONE = "content/closed-day";
  private static final String TO_LIST = "redirect:/content/closed-days";

  private final ClosedDays closedDays;
  private final TaipeiClock clock;

  ClosedDayController(ClosedDays closedDays, TaipeiClock clock) {
    this.closedDays = closedDays;
    this.clock = clock;
  }

  @GetMapping
  String list(@AuthenticationPrincipal StaffPrincipal staff, Model page) {
    page.addAttribute("form", ClosedDayForm.empty());
    return showList(staff, page);
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal StaffPrincipal staff,
      @Valid @ModelAttribute("form") ClosedDayForm form,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    UUID id = Typed.id(form.id()).orElseGet(UUID::randomUUID);
    Optional<ClosedDay> entry = form.entry(id, staff.ownSchool(), clock.today(), errors);
    if (entry.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return showList(staff, page);
    }
    closedDays.add(entry.get(), staff.username());
    Flash.done(next, "content.closed.added");
    return TO_LIST;
  }

  @GetMapping("/{id}")
  String one(
      @AuthenticationPrincipal StaffPrincipal staff, @PathVariable("id") String id, Model page) {
    ClosedDay entry = own(staff, id).orElseThrow(ClosedDayController::gone);
    page.addAttribute("form", ClosedDayForm.of(entry));
    return show(id, page);
  }

  @PostMapping("/{id}")
  String change(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") String id,
      @Valid @ModelAttribute("form") ClosedDayForm form,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    ClosedDay before = own(staff, id).orElseThrow(ClosedDayController::gone);
    Optional<ClosedDay> after = form.entry(before.id(), staff.ownSchool(), clock.today(), errors);
    if (after.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(id, page);
    }
    say(closedDays.change(after.get(), staff.username()), "content.closed.changed", next);
    return TO_LIST;
  }

  @PostMapping("/{id}/remove")
  String remove(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable("id") String id,
      RedirectAttributes next) {
    boolean removed =
        Typed.id(id)
            .map(entry -> closedDays.remove(staff.ownSchool(), entry, staff.username()))
            .orElse(false);
    say(removed, "content.closed.removed", next);
    return TO_LIST;
  }

  private Optional<ClosedDay> own(StaffPrincipal staff, String id) {
    return Typed.id(id).flatMap(entry -> closedDays.find(staff.ownSchool(), entry));
  }

  private String showList(StaffPrincipal staff, Model page) {
    page.addAttribute("school", staff.ownSchool());
    page.addAttribute("entries", closedDays.of(staff.ownSchool(), clock.today()));
    return LIST;
  }

  private static String show(String id, Model page) {
    page.addAttribute("id", id);
    return ONE;
  }

  private static void say(boolean done, String key, RedirectAttributes next) {
    if (done) {
      Flash.done(next, key);
    } else {
      Flash.note(next, "content.closed.gone");
    }
  }

  private static NotHereException gone() {
    return new NotHereException(
        "content.closed.gone", "/content/closed-days", "content.closed.back");
  }
}
