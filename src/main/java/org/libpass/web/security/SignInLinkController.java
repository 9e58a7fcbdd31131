package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.libpass.reader.Reader;
import org.libpass.reader.SignInLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Signing in by a mailed link. Opening it only shows a button: programs that look at mails for
 * their readers open links, but press nothing.
 */
@Controller
@RequestMapping("/sign-in/link")
class SignInLinkController {

  private static final String PAGE = "open/sign-in-link";

  private final SignInLinks links;
  private final SignInSession session;

  SignInLinkController(SignInLinks links, SignInSession session) {
    this.links = links;
    this.session = session;
  }

  /** The same to everyone, whether a mail was written or not. */
  @GetMapping
  String onItsWay(Model page) {
    page.addAttribute("minutes", SignInLinks.LIFE.toMinutes());
    return "open/sign-in-link-sent";
  }

  @GetMapping("/{token}")
  String look(@PathVariable String token, Model page, HttpServletResponse response) {
    Optional<Reader> holder = links.holder(token);
    if (holder.isEmpty()) {
      return useless(response);
    }
    page.addAttribute("reader", holder.get());
    page.addAttribute("token", token);
    return PAGE;
  }

  @PostMapping("/{token}")
  String signIn(
      @PathVariable String token,
      Locale language,
      HttpServletRequest request,
      HttpServletResponse response) {
    return links
        .use(token, language)
        .map(reader -> "redirect:" + session.begin(reader, request, response))
        .orElseGet(() -> useless(response));
  }

  private static String useless(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "open/sign-in-link-gone";
  }
}
