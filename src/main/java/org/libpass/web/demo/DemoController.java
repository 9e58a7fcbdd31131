package org.libpass.web.demo;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.notice.Mail;
import org.libpass.notice.Mailbox;
import org.libpass.platform.DemoTime;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.staff.StaffAccounts;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.Typed;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demo's console, for whoever tries the demo: no sign-in. */
@Controller
@Profile("demo")
class DemoController {

  private static final String CONSOLE = "redirect:/demo";
  private static final int MAILS = 50;

  /** Mails carry their styles inline, which no other page may. */
  private static final String OF_MAILS =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final TaipeiClock clock;
  private final DemoTime time;
  private final Mailbox mailbox;
  private final Standin libraries;
  private final Schools schools;
  private final StaffAccounts staff;
  private final LibraryPage page;
  private final Dates dates;

  DemoController(
      TaipeiClock clock,
      DemoTime time,
      Mailbox mailbox,
      Standin libraries,
      Schools schools,
      StaffAccounts staff,
      LibraryPage page,
      Dates dates) {
    this.clock = clock;
    this.time = time;
    this.mailbox = mailbox;
    this.libraries = libraries;
    this.schools = schools;
    this.staff = staff;
    this.page = page;
    this.dates = dates;
  }

  /**
   * A school and how its stand-in behaves.
   *
   * @param connected false where the school has no stand-in
   * @param milliseconds how long it takes for each answer
   */
  record Library(School school, boolean connected, StandinFault fault, long milliseconds) {

    /** Whether it behaves in any way but the usual one. */
    public boolean strange() {
      return connected && (fault != StandinFault.NONE || milliseconds > 0);
    }
  }

  @GetMapping("/demo")
  String console(@RequestParam(defaultValue = "") String school, Model model) {
    return fill(school, model);
  }

  private String fill(String wanted, Model model) {
    List<School> all = schools.all();
    School shown = page.school(wanted).orElse(byDefault(all));
    model.addAttribute("now", clock.instant());
    model.addAttribute("ahead", clock.offset());
    model.addAttribute("steps", ClockStep.values());
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", new ClockForm(null));
    }
    model.addAttribute("mails", mailbox.newest(MAILS));
    List<Library> systems = all.stream().map(this::library).toList();
    model.addAttribute("libraries", systems);
    model.addAttribute("strange", systems.stream().anyMatch(Library::strange));
    model.addAttribute("unconnected", !systems.stream().allMatch(Library::connected));
    model.addAttribute("schools", all);
    model.addAttribute("school", shown);
    model.addAttribute("readers", shown == null ? List.of() : libraries.accounts(shown.code()));
    model.addAttribute(
        "staff",
        staff.all().stream()
            .filter(
                account ->
                    account.school() == null
                        || (shown != null && shown.code().equals(account.school())))
            .toList());
    return "demo/console";
  }

  private static @Nullable School byDefault(List<School> all) {
    return all.stream()
        .filter(school -> school.code().value().equals("NTUT"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElse(null);
  }

  private Library library(School school) {
    SchoolCode code = school.code();
    return libraries.has(code)
        ? new Library(school, true, libraries.fault(code), libraries.responseTime(code).toMillis())
        : new Library(school, false, StandinFault.NONE, 0);
  }

  @PostMapping("/demo/clock/{step}")
  String forward(@PathVariable ClockStep step, RedirectAttributes next) {
    return forward(step.from(clock), next);
  }

  @PostMapping("/demo/clock")
  String forward(
      @Valid @ModelAttribute("form") ClockForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Integer hours = form.hours();
    if (errors.hasErrors() || hours == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return fill("", model);
    }
    return forward(Duration.ofHours(hours), next);
  }

  private String forward(Duration step, RedirectAttributes next) {
    time.advance(clock, step);
    Flash.done(next, "demo.clock.moved", dates.moment(clock.instant()));
    return CONSOLE;
  }

  @GetMapping("/demo/mails/{id}")
  String mail(@PathVariable String id, Model model) {
    Mail mail =
        Typed.id(id)
            .flatMap(mailbox::find)
            .orElseThrow(() -> new NotHereException("demo.mail.not-here", "/demo", "demo.back"));
    model.addAttribute("mail", mail);
    return "demo/mail";
  }

  /** The mail as its reader's program shows it: alone, with the styles that it carries in it. */
  @GetMapping("/demo/mails/{id}/page")
  ResponseEntity<String> mailPage(@PathVariable String id) {
    return Typed.id(id)
        .flatMap(mailbox::find)
        .map(Mail::html)
        .map(DemoController::shown)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<String> shown(String html) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", OF_MAILS)
        .body(html);
  }
}
