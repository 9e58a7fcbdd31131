package org.libpass.web.readers;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Departures;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.reader.Suspensions;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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
      @AuthenticationPrincipal StaffPrincipal librarian, @OwnReader Reader reader, Model model) {
    return page.fill(reader, librarian, model);
  }

  /** The page again, with what was typed and what is wrong with it. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  String again(
      BindException wrong,
      @AuthenticationPrincipal StaffPrincipal librarian,
      @OwnReader Reader reader,
      Model model) {
    model.addAllAttributes(wrong.getModel());
    return page.fill(reader, librarian, model);
  }

  /** Asks the library system now. */
  @PostMapping("/refresh")
  String refresh(@OwnReader Reader reader, RedirectAttributes next) {
    try {
      readers.refresh(reader.id());
      Flash.done(next, "school-reader.refreshed");
    } catch (IlsUnavailable noAnswer) {
      String last = dates.moment(reader.homeRecord().askedAt());
      Flash.refused(next, "school-reader.not-refreshed", last);
    }
    return HERE;
  }

  @PostMapping("/suspend")
  String suspend(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @OwnReader Reader reader,
      @Valid @ModelAttribute("standing") StandingForm form,
      RedirectAttributes next) {
    if (suspensions.suspend(reader.id(), librarian.username(), form.reason())) {
      Flash.done(next, "school-reader.suspended", reader.name());
    } else {
      Flash.note(next, "school-reader.not-active", reader.name());
    }
    return HERE;
  }

  @PostMapping("/lift")
  String lift(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @OwnReader Reader reader,
      @Valid @ModelAttribute("standing") StandingForm form,
      RedirectAttributes next) {
    if (suspensions.lift(reader.id(), librarian.username(), form.reason())) {
      Flash.done(next, "school-reader.lifted", reader.name());
    } else {
      Flash.note(next, "school-reader.not-suspended", reader.name());
    }
    return HERE;
  }

  @PostMapping("/leave")
  String leave(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @OwnReader Reader reader,
      @ModelAttribute("leaving") LeavingForm form,
      BindingResult errors,
      RedirectAttributes next)
      throws BindException {
    LocalDate from = form.day(clock.today(), errors).orElseThrow(() -> new BindException(errors));
    departures.leave(librarian.ownSchool(), List.of(reader.id()), from, librarian.username());
    Flash.done(next, "leaving.marked", reader.name(), dates.day(from));
    return HERE;
  }

  @PostMapping("/stay")
  String stay(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @OwnReader Reader reader,
      RedirectAttributes next) {
    if (departures.stay(librarian.ownSchool(), reader.id(), librarian.username())) {
      Flash.done(next, "leaving.taken-back", reader.name());
    } else {
      Flash.note(next, "leaving.not-marked", reader.name());
    }
    return HERE;
  }
}
