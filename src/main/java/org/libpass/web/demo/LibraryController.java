package org.libpass.web.demo;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.school.School;
import org.libpass.school.Schools;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.SchoolNames;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the stand-in library systems behave, and what they were asked. */
@Controller
@Profile("demo")
class LibraryController {

  /** A school's page. */
  static final String LIBRARY = "redirect:/demo/libraries/{school}";

  private static final String LIST = "redirect:/demo";

  private final Standin libraries;
  private final LibraryPage page;
  private final Schools schools;
  private final SchoolNames names;

  LibraryController(Standin libraries, LibraryPage page, Schools schools, SchoolNames names) {
    this.libraries = libraries;
    this.page = page;
    this.schools = schools;
    this.names = names;
  }

  @GetMapping("/demo/libraries/{school}")
  String show(
      @PathVariable String school,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(name = "page", defaultValue = "") String number,
      @RequestParam(defaultValue = "") String holder,
      @RequestParam(defaultValue = "") String pick,
      Model model) {
    LibraryPage.View view =
        new LibraryPage.View(search.strip(), number, holder.strip(), pick.strip());
    School known = page.school(school).orElseThrow(LibraryController::nowhere);
    return page.fill(known, view, model);
  }

  /** The answer where there is no such school, or it has no stand-in. */
  static NotHereException nowhere() {
    return new NotHereException("demo.libraries.unknown", "/demo", "demo.back");
  }

  @PostMapping("/demo/libraries/{school}/behaviour")
  String behave(
      @PathVariable String school,
      @Valid @ModelAttribute("behaviour") BehaviourForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    School known = page.connected(school).orElseThrow(LibraryController::nowhere);
    StandinFault fault = form.fault();
    Integer milliseconds = form.milliseconds();
    if (errors.hasErrors() || fault == null || milliseconds == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(known, LibraryPage.View.FIRST, model);
    }
    libraries.setFault(known.code(), fault);
    libraries.setResponseTime(known.code(), Duration.ofMillis(milliseconds));
    Flash.done(
        next,
        fault == StandinFault.NONE ? "demo.behaviour.good" : "demo.behaviour.set",
        names.of(known.code()));
    return LIBRARY;
  }

  @PostMapping("/demo/libraries/{school}/connections")
  String drop(@PathVariable String school, RedirectAttributes next) {
    School known = page.connected(school).orElseThrow(LibraryController::nowhere);
    libraries.dropConnections(known.code());
    Flash.done(next, "demo.connections.dropped", names.of(known.code()));
    return LIBRARY;
  }

  @PostMapping("/demo/libraries")
  String answerAgain(RedirectAttributes next) {
    schools.all().stream()
        .map(School::code)
        .filter(libraries::has)
        .forEach(
            school -> {
              libraries.setFault(school, StandinFault.NONE);
              libraries.setResponseTime(school, Duration.ZERO);
            });
    Flash.done(next, "demo.libraries.all-answer");
    return LIST;
  }
}
