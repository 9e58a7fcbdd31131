package org.libpass.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.Schools;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is known of the reader, and the two things that the reader says: e-mail and phone. */
@Controller
@RequestMapping("/me/profile")
class ProfileController {

  private static final String PAGE = "reader/profile";

  private final Readers readers;
  private final Schools schools;

  ProfileController(Readers readers, Schools schools) {
    this.readers = readers;
    this.schools = schools;
  }

  @GetMapping
  String profile(@AuthenticationPrincipal ReaderPrincipal me, Model page) {
    page.addAttribute("contact", ContactForm.of(show(me, page), ""));
    return PAGE;
  }

  @PostMapping
  String change(
      @AuthenticationPrincipal ReaderPrincipal me,
      @Valid @ModelAttribute("contact") ContactForm contact,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (errors.hasErrors()) {
      show(me, page);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    readers.correctContact(me.id(), contact.email(), contact.phone());
    Flash.done(next, "profile.saved");
    return "redirect:/me/profile";
  }

  private Reader show(ReaderPrincipal me, Model page) {
    Reader reader = readers.get(me.id());
    page.addAttribute("reader", reader);
    page.addAttribute("school", schools.get(reader.school()));
    return reader;
  }
}
