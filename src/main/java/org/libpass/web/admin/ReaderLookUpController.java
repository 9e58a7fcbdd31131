package org.libpass.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A reader whom an alliance administrator has to help: by an exact number only, masked, and in full
 * for one page with a reason that is kept.
 */
@Controller
class ReaderLookUpController {

  /** What the audit log calls it. */
  static final String SHOWN_IN_FULL = "reader-shown-in-full";

  private static final String IN_FULL = "inFull";

  private final Readers readers;
  private final Cards cards;
  private final Schools schools;
  private final Looks looks;
  private final AuditLog audit;
  private final ReaderLookUpPage page;

  ReaderLookUpController(
      Readers readers,
      Cards cards,
      Schools schools,
      Looks looks,
      AuditLog audit,
      ReaderLookUpPage page) {
    this.readers = readers;
    this.cards = cards;
    this.schools = schools;
    this.looks = looks;
    this.audit = audit;
    this.page = page;
  }

  @GetMapping("/admin/readers")
  String ask(Model model) {
    model.addAttribute("form", new LookUpForm(null, null));
    return form(model);
  }

  private String form(Model model) {
    model.addAttribute("schools", schools.all());
    return "admin/readers";
  }

  /** Posted, since a reader number belongs into no address. */
  @PostMapping("/admin/readers")
  String find(
      @Valid @ModelAttribute("form") LookUpForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<UUID> found = errors.hasErrors() ? Optional.empty() : find(form);
    if (found.isEmpty()) {
      if (!errors.hasErrors()) {
        errors.rejectValue("number", "admin.readers.unknown");
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(model);
    }
    next.addAttribute("reader", found.get());
    return "redirect:/admin/readers/{reader}";
  }

  private Optional<UUID> find(LookUpForm form) {
    Optional<UUID> holder = CardNumber.parse(form.number()).flatMap(cards::find).map(Card::reader);
    return holder.isPresent()
        ? holder
        : SchoolCode.parse(form.school())
            .flatMap(school -> readers.find(school, form.number()))
            .map(Reader::id);
  }

  @GetMapping("/admin/readers/{id}")
  String show(@PathVariable String id, Model model) {
    Reader reader = known(id);
    model.addAttribute("form", new InFullForm(null));
    return page.fill(reader, Boolean.TRUE.equals(model.getAttribute(IN_FULL)), model);
  }

  private Reader known(String id) {
    return Typed.id(id).flatMap(readers::find).orElseThrow(ReaderLookUpController::notHere);
  }

  private static NotHereException notHere() {
    return new NotHereException("admin.readers.not-here", "/admin/readers", "admin.readers.back");
  }

  /** The next page shows who it is, once. */
  @PostMapping("/admin/readers/{id}/full")
  String showInFull(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @PathVariable String id,
      @Valid @ModelAttribute("form") InFullForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Reader reader = known(id);
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.fill(reader, false, model);
    }
    String who = administrator.username();
    audit.keep(reader.school().value(), who, SHOWN_IN_FULL, reader.id().toString(), form.reason());
    looks.looked(reader.id(), who, Look.Place.ALLIANCE);
    next.addFlashAttribute(IN_FULL, true);
    return "redirect:/admin/readers/{id}";
  }
}
