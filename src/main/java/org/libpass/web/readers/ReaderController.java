package org.libpass.web.readers;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Departures;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.reader.Suspensions;
import org.libpass.web.Dates;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One reader, and what a librarian of the home school can do. */
@Controller
@RequestMapping("/readers/{id}")
class ReaderController {

  private static final String HERE = "redirect:/readers/{id}";

  private final ReaderPage page;
  private final Readers readers;
  private final Suspensions suspensions;
  private final Departures departures;
  private final Dates dates;
  private final TaipeiClock clock;

  ReaderController(
      ReaderPage page,
      Readers readers,
      Suspensions suspensions,
      Departures departures,
      Dates dates,
      TaipeiClock clock) {
    this.page = page;
    this.readers = readers;
    this.suspensions = suspensions;
    this.departures = departures;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      Model model,
      HttpServletResponse response) {
    return page.find(librarian, id)
        .map(reader -> page.fill(reader, librarian, model))
        .orElseGet(() -> notHere(model, response));
  }

  private static String notHere(Model model, HttpServletResponse response) {
    return NotHere.answer(
        model, response, "school-reader.not-here", "/readers", "school-reader.back");
  }

  /** Asks the library system now. */
  @PostMapping("/refresh")
  String refresh(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Reader> reader = page.find(librarian, id);
    if (reader.isEmpty()) {
      return notHere(model, response);
    }
    try {
      readers.refresh(reader.get().id());
      Flash.done(next, "school-reader.refreshed");
    } catch (IlsUnavailable noAnswer) {
      String last = dates.moment(reader.get().homeRecord().askedAt());
      Flash.refused(next, "school-reader.not-refreshed", last);
    }
    return HERE;
  }

  @PostMapping("/suspend")
  String suspend(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @Valid @ModelAttribute("standing") StandingForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Reader> reader = page.find(librarian, id);
    if (reader.isEmpty()) {
      return notHere(model, response);
    }
    if (errors.hasErrors()) {
      return again(reader.get(), librarian, model, response);
    }
    if (suspensions.suspend(reader.get().id(), librarian.username(), form.reason())) {
      Flash.done(next, "school-reader.suspended", reader.get().name());
    } else {
      Flash.note(next, "school-reader.not-active", reader.get().name());
    }
    return HERE;
  }

  @PostMapping("/lift")
  String lift(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @Valid @ModelAttribute("standing") StandingForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Reader> reader = page.find(librarian, id);
    if (reader.isEmpty()) {
      return notHere(model, response);
    }
    if (errors.hasErrors()) {
      return again(reader.get(), librarian, model, response);
    }
    if (suspensions.lift(reader.get().id(), librarian.username(), form.reason())) {
      Flash.done(next, "school-reader.lifted", reader.get().name());
    } else {
      Flash.note(next, "school-reader.not-suspended", reader.get().name());
    }
    return HERE;
  }

  @PostMapping("/leave")
  String leave(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("leaving") LeavingForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Reader> reader = page.find(librarian, id);
    if (reader.isEmpty()) {
      return notHere(model, response);
    }
    Optional<LocalDate> from = form.day(clock.today(), errors);
    if (from.isEmpty()) {
      return again(reader.get(), librarian, model, response);
    }
    departures.leave(
        librarian.ownSchool(), List.of(reader.get().id()), from.get(), librarian.username());
    Flash.done(next, "leaving.marked", reader.get().name(), dates.day(from.get()));
    return HERE;
  }

  @PostMapping("/stay")
  String stay(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Reader> reader = page.find(librarian, id);
    if (reader.isEmpty()) {
      return notHere(model, response);
    }
    if (departures.stay(librarian.ownSchool(), reader.get().id(), librarian.username())) {
      Flash.done(next, "leaving.taken-back", reader.get().name());
    } else {
      Flash.note(next, "leaving.not-marked", reader.get().name());
    }
    return HERE;
  }

  private String again(
      Reader reader, StaffPrincipal librarian, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.fill(reader, librarian, model);
  }
}
