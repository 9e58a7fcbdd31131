package org.libpass.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.Consent;
import org.libpass.reader.Consents;
import org.libpass.reader.PrivacyText;
import org.libpass.reader.PrivacyTexts;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.web.ConsentLines;
import org.libpass.web.Flash;
import org.libpass.web.PrivacyChange;
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
 * What the reader agreed to, being asked again when the privacy policy has a new version, and who
 * looked at the reader's data. One who was never activated is asked at the activation instead.
 */
@Controller
@RequestMapping("/me/privacy")
class OwnPrivacyController {

  private static final String PAGE = "reader/privacy";

  private final Readers readers;
  private final Consents consents;
  private final ConsentLines lines;
  private final PrivacyTexts texts;
  private final LookLines looks;

  OwnPrivacyController(
      Readers readers, Consents consents, ConsentLines lines, PrivacyTexts texts, LookLines looks) {
    this.readers = readers;
    this.consents = consents;
    this.lines = lines;
    this.texts = texts;
    this.looks = looks;
  }

  /**
   * @param then {@code apply} when the reader was on the way to an application
   * @param looks which page of those who looked, the first when it is none
   */
  @GetMapping
  String page(
      @AuthenticationPrincipal ReaderPrincipal me,
      @RequestParam(required = false) @Nullable String then,
      @RequestParam(defaultValue = "1") String looks,
      Model page) {
    page.addAttribute("consent", new PrivacyConsentForm(false, null, then));
    return show(me, looks, page);
  }

  @PostMapping
  String agree(
      @AuthenticationPrincipal ReaderPrincipal me,
      @Valid @ModelAttribute("consent") PrivacyConsentForm form,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (!form.seen().equals(texts.current().version())) {
      Flash.note(next, "own-privacy.overtaken");
      return "redirect:/me/privacy";
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(me, "1", page);
    }
    if (isAsked(readers.get(me.id()))) {
      consents.agreeToPrivacy(me.id(), form.seen());
      Flash.done(next, "own-privacy.done");
    }
    return "redirect:" + (form.then().isEmpty() ? "/me/privacy" : "/me/cards/new");
  }

  private String show(ReaderPrincipal me, String looksPage, Model page) {
    Reader reader = readers.get(me.id());
    PrivacyText current = texts.current();
    Consent last = reader.consent();
    page.addAttribute("asked", isAsked(reader));
    page.addAttribute("text", current);
    page.addAttribute("consents", lines.of(me.id()));
    page.addAttribute("looks", looks.of(reader, looksPage));
    if (last != null) {
      texts
          .find(last.privacyVersion())
          .ifPresent(
              agreed -> page.addAttribute("changes", PrivacyChange.between(agreed, current)));
    }
    return PAGE;
  }

  private boolean isAsked(Reader reader) {
    return reader.isActive() && !texts.isAgreedBy(reader);
  }
}
