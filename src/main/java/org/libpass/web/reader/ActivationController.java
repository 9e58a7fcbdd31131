package org.libpass.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decisions;
import org.libpass.policy.KeptDecision;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.reader.PrivacyTexts;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.Schools;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.security.ReaderPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The one-time activation: read and agree, fill in, send, wait. Agreeing leaves no trace until the
 * form is sent; the form carries which versions were agreed to.
 */
@Controller
@RequestMapping("/me/activation")
class ActivationController {

  private static final String CONSENT = "reader/activation-consent";
  private static final String FORM = "reader/activation-form";

  private final Readers readers;
  private final Activations activations;
  private final Decisions decisions;
  private final Schools schools;
  private final Versions versions;
  private final FormChanges changes;
  private final PrivacyTexts privacy;
  private final ServiceFigures figures;
  private final Dates dates;
  private final TaipeiClock clock;

  ActivationController(
      Readers readers,
      Activations activations,
      Decisions decisions,
      Schools schools,
      Versions versions,
      FormChanges changes,
      PrivacyTexts privacy,
      ServiceFigures figures,
      Dates dates,
      TaipeiClock clock) {
    this.readers = readers;
    this.activations = activations;
    this.decisions = decisions;
    this.schools = schools;
    this.versions = versions;
    this.changes = changes;
    this.privacy = privacy;
    this.figures = figures;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * @param agreed the versions that the reader has agreed to on the page before
   */
  @GetMapping
  String page(
      @AuthenticationPrincipal ReaderPrincipal me,
      @RequestParam(required = false) @Nullable String agreed,
      @RequestParam(required = false) @Nullable String again,
      Model page) {
    Reader reader = show(me, page);
    if (!reader.mayAskForActivation()
        || reader.status() == Reader.Status.REFUSED && agreed == null && again == null) {
      return state(reader, page);
    }
    Shown current = versions.shown(me.school());
    if (agreed == null || !agreed.equals(current.toString())) {
      return consentAnew(reader, agreed, current, page);
    }
    page.addAttribute("contact", ContactForm.of(reader, agreed));
    return FORM;
  }

  @PostMapping("/consent")
  String agree(
      @AuthenticationPrincipal ReaderPrincipal me,
      @Valid @ModelAttribute("consent") ConsentForm form,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return consent(show(me, page), page);
    }
    next.addAttribute("agreed", form.seen());
    return "redirect:/me/activation";
  }

  @PostMapping
  String submit(
      @AuthenticationPrincipal ReaderPrincipal me,
      @Valid @ModelAttribute("contact") ContactForm contact,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    Reader reader = show(me, page);
    Shown current = versions.shown(me.school());
    if (reader.mayAskForActivation() && !contact.seen().equals(current.toString())) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return consentAnew(reader, contact.seen(), current, page);
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return FORM;
    }
    switch (activations.submit(
        me.id(),
        versions.consent(me.school(), clock.instant()),
        contact.email(),
        contact.phone())) {
      case GRANTED -> Flash.done(next, "activation.granted");
      case REFERRED -> Flash.done(next, "activation.sent");
      case REFUSED -> Flash.refused(next, "activation.refused");
      case NOT_NEEDED -> Flash.note(next, "activation.not-needed");
      case CANNOT_ASK -> {
        page.addAttribute("cannotAsk", dates.moment(reader.homeRecord().askedAt()));
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        return FORM;
      }
    }
    return "redirect:/me/activation";
  }

  private Reader show(ReaderPrincipal me, Model page) {
    Reader reader = readers.get(me.id());
    page.addAttribute("reader", reader);
    page.addAttribute("school", schools.get(reader.school()));
    return reader;
  }

  /**
   * @param seen what the reader agreed to before, null when nothing yet
   */
  private String consentAnew(Reader reader, @Nullable String seen, Shown current, Model page) {
    if (seen != null) {
      page.addAttribute("changes", changes.between(seen, current, reader.school()));
    }
    page.addAttribute("consent", new ConsentForm(false, false, current.toString()));
    return consent(reader, page);
  }

  private String consent(Reader reader, Model page) {
    page.addAttribute("text", privacy.current());
    page.addAttribute("rulesVersion", versions.rules(reader.school()));
    page.addAttribute("limits", figures.of(reader.school()));
    return CONSENT;
  }

  private String state(Reader reader, Model page) {
    List<Activation> all = activations.of(reader.id());
    Activation last = all.isEmpty() ? null : all.get(0);
    page.addAttribute("activation", last);
    if (last != null && last.state() == Activation.State.REFUSED && last.reason() == null) {
      page.addAttribute(
          "reasons", decisions.find(last.decision()).map(KeptDecision::reasons).orElse(List.of()));
    }
    return "reader/activation-state";
  }
}
