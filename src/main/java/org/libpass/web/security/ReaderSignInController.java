package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.Readers;
import org.libpass.reader.Readers.SignIn;
import org.libpass.reader.SignInLinks;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Connected;
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

/**
 * Readers sign in with the account of their own school's library, or by a link that is mailed to
 * them where that library has no connection.
 */
@Controller
@RequestMapping("/sign-in")
class ReaderSignInController {

  private static final String PAGE = "open/sign-in";

  private final Schools schools;
  private final Readers readers;
  private final SignInThrottle throttle;
  private final SignInSession session;
  private final SignInAnswer answer;
  private final Connected connected;
  private final SignInLinks links;

  ReaderSignInController(
      Schools schools,
      Readers readers,
      SignInThrottle throttle,
      SignInSession session,
      SignInAnswer answer,
      Connected connected,
      SignInLinks links) {
    this.schools = schools;
    this.readers = readers;
    this.throttle = throttle;
    this.session = session;
    this.answer = answer;
    this.connected = connected;
    this.links = links;
  }

  @ModelAttribute("schools")
  List<School> schools() {
    return schools.all();
  }

  @GetMapping
  String form(@AuthenticationPrincipal @Nullable SignedIn signedIn, Model page) {
    if (signedIn != null) {
      return "redirect:" + signedIn.home();
    }
    page.addAttribute("signIn", SignInForm.EMPTY);
    return PAGE;
  }

  @PostMapping
  String signIn(
      @Valid @ModelAttribute("signIn") SignInForm form,
      BindingResult errors,
      Model page,
      Locale language,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<School> school = SchoolCode.parse(form.school()).flatMap(schools::find);
    if (school.isEmpty() && !errors.hasFieldErrors("school")) {
      errors.rejectValue("school", "sign-in.school.missing");
    }
    boolean byLink = school.isPresent() && !connected.has(school.get().code());
    if (!byLink && form.password().isBlank()) {
      errors.rejectValue("password", "sign-in.password.missing");
    }
    if (errors.hasErrors() || school.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    SchoolCode code = school.get().code();
    SignInThrottle.Attempt attempt =
        throttle.begin(
            byLink ? "link" : "reader", code + "/" + form.account(), request.getRemoteAddr());
    if (attempt.refusedUntil().isPresent()) {
      answer.tooMany(page, response, attempt.refusedUntil().get());
      return PAGE;
    }
    if (byLink) {
      // The attempt stands whoever it was for: a count of the unknown ones would tell who is known.
      links.ask(code, form.account(), language);
      if (!form.password().isEmpty()) {
        next.addFlashAttribute("password", true);
      }
      return "redirect:/sign-in/link";
    }
    SignIn result = ask(code, form, language, attempt);
    if (result instanceof SignIn.SignedIn signedIn) {
      throttle.succeeded(attempt);
      return "redirect:" + session.begin(readers.get(signedIn.reader()), request, response);
    }
    if (result instanceof SignIn.WrongPassword) {
      answer.refuse(page, response, HttpStatus.UNAUTHORIZED, "sign-in.wrong");
    } else if (result instanceof SignIn.Blocked) {
      answer.refuse(page, response, HttpStatus.FORBIDDEN, "sign-in.blocked");
    } else {
      throttle.strike(attempt);
      answer.refuse(page, response, HttpStatus.SERVICE_UNAVAILABLE, "sign-in.unavailable");
    }
    return PAGE;
  }

  private SignIn ask(
      SchoolCode school, SignInForm form, Locale language, SignInThrottle.Attempt attempt) {
    try {
      return readers.signIn(school, form.account(), form.password(), language);
    } catch (RuntimeException broken) {
      throttle.strike(attempt); // our fault, not a wrong password
      throw broken;
    }
  }
}
