package org.libpass.web.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.notice.AllianceMail;
import org.libpass.notice.Enquiry;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.web.security.ReaderPrincipal;
import org.libpass.web.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A message to the alliance, from anyone. */
@Controller
@RequestMapping("/contact")
class ContactController {

  private static final String PAGE = "open/contact";

  private final AllianceMail alliance;
  private final ContactThrottle throttle;
  private final Readers readers;
  private final TaipeiClock clock;

  ContactController(
      AllianceMail alliance, ContactThrottle throttle, Readers readers, TaipeiClock clock) {
    this.alliance = alliance;
    this.throttle = throttle;
    this.readers = readers;
    this.clock = clock;
  }

  @ModelAttribute("topics")
  Enquiry.Topic[] topics() {
    return Enquiry.Topic.values();
  }

  @GetMapping
  String form(@AuthenticationPrincipal @Nullable SignedIn signedIn, Model page) {
    page.addAttribute(
        "enquiry",
        signedIn instanceof ReaderPrincipal me ? known(readers.get(me.id())) : EnquiryForm.EMPTY);
    return PAGE;
  }

  private static EnquiryForm known(Reader reader) {
    return new EnquiryForm(null, reader.name(), reader.mailAddress(), null, null);
  }

  /** What follows a message that was sent; in the address, so that a visitor needs no session. */
  @GetMapping("/sent")
  String sent() {
    return "open/contact-sent";
  }

  @PostMapping
  String send(
      @Valid @ModelAttribute("enquiry") EnquiryForm form,
      BindingResult errors,
      Model page,
      Locale language,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (form.isOfAProgram()) {
      return "redirect:/contact/sent"; // it must not learn what gave it away
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    Optional<Instant> later = throttle.refusedUntil(request.getRemoteAddr());
    if (later.isPresent()) {
      return tooMany(later.get(), page, response);
    }
    alliance.send(form.enquiry(language));
    return "redirect:/contact/sent";
  }

  private String tooMany(Instant until, Model page, HttpServletResponse response) {
    // A minute is named that has begun when the wait is over.
    page.addAttribute("later", until.plusSeconds(59));
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    return PAGE;
  }
}
