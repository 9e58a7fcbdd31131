package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.staff.Role;
import org.libpass.staff.StaffAccount;
import org.libpass.staff.StaffAccounts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Staff sign in with accounts of the platform's own. */
@Controller
@RequestMapping("/staff/sign-in")
class StaffSignInController {

  private static final String PAGE = "staff/sign-in";

  private final StaffAccounts accounts;
  private final PasswordEncoder passwords;
  private final SignInThrottle throttle;
  private final SignInSession session;
  private final SignInAnswer answer;

  /** Compared with when there is no such account, so that the time taken does not tell. */
  private final String nobodysHash;

  StaffSignInController(
      StaffAccounts accounts,
      PasswordEncoder passwords,
      SignInThrottle throttle,
      SignInSession session,
      SignInAnswer answer) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.session = session;
    this.answer = answer;
    this.nobodysHash = String.valueOf(passwords.encode("nobody"));
  }

  @GetMapping
  String form(@AuthenticationPrincipal @Nullable SignedIn signedIn, Model page) {
    if (signedIn != null && !signedIn.isReader()) {
      return "redirect:" + signedIn.home();
    }
    page.addAttribute("signIn", StaffSignInForm.EMPTY);
    return PAGE;
  }

  @PostMapping
  String signIn(
      @Valid @ModelAttribute("signIn") StaffSignInForm form,
      BindingResult errors,
      Model page,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    SignInThrottle.Attempt attempt =
        throttle.begin("staff", form.username(), request.getRemoteAddr());
    if (attempt.refusedUntil().isPresent()) {
      answer.tooMany(page, response, attempt.refusedUntil().get());
      return PAGE;
    }
    Optional<StaffAccount> account = accounts.find(form.username());
    String hash = account.map(StaffAccount::passwordHash).orElse(nobodysHash);
    boolean right = passwords.matches(form.password(), hash);
    if (account.isEmpty() || !right) {
      answer.refuse(page, response, HttpStatus.UNAUTHORIZED, "sign-in.staff.wrong");
      return PAGE;
    }
    throttle.succeeded(attempt);
    return "redirect:" + begin(account.get(), request, response);
  }

  private String begin(
      StaffAccount account, HttpServletRequest request, HttpServletResponse response) {
    StaffPrincipal who =
        new StaffPrincipal(
            account.username(), account.school(), account.roles(), account.displayName());
    return session.begin(
        who,
        account.roles().stream().map(Role::name).toList(),
        path -> Routes.isClosed(path) && !Routes.isReaders(path),
        who.home(),
        request,
        response);
  }
}
