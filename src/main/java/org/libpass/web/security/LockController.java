package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.libpass.staff.StaffAccounts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Locks a desk, and unlocks it with the password of the librarian who is signed in. */
@Controller
class LockController {

  static final String LOCK = "/desk/lock";
  static final String UNLOCK = "/desk/unlock";
  static final String DESK = "/desk";
  static final String PAGE = "desk/locked";

  private final DeskLock lock;
  private final StaffAccounts accounts;
  private final PasswordEncoder passwords;
  private final SignInThrottle throttle;
  private final SignInAnswer answer;

  LockController(
      DeskLock lock,
      StaffAccounts accounts,
      PasswordEncoder passwords,
      SignInThrottle throttle,
      SignInAnswer answer) {
    this.lock = lock;
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.answer = answer;
  }

  /**
   * @param quiet whether a script tells so, which shows the lock itself
   */
  @PostMapping(LOCK)
  @Nullable String lock(
      @RequestParam(defaultValue = "false") boolean quiet,
      HttpServletRequest request,
      HttpServletResponse response) {
    lock.lock(request);
    if (quiet) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "redirect:" + DESK;
  }

  /** A wrong password counts like one at signing in. */
  @PostMapping(UNLOCK)
  @Nullable String unlock(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @ModelAttribute("unlock") LockForm form,
      Model page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    page.addAttribute("back", form.next());
    if (form.password().isEmpty() || form.password().length() > SignInForm.PASSWORD_LENGTH) {
      String fault = form.password().isEmpty() ? "missing" : "long";
      answer.refuse(page, response, HttpStatus.UNPROCESSABLE_CONTENT, "sign-in.password." + fault);
      return PAGE;
    }
    SignInThrottle.Attempt attempt =
        throttle.begin("staff", librarian.username(), request.getRemoteAddr());
    if (attempt.refusedUntil().isPresent()) {
      answer.tooMany(page, response, attempt.refusedUntil().get());
      return PAGE;
    }
    boolean right =
        accounts
            .find(librarian.username())
            .filter(account -> passwords.matches(form.password(), account.passwordHash()))
            .isPresent();
    if (!right) {
      answer.refuse(page, response, HttpStatus.UNAUTHORIZED, "lock.wrong");
      return PAGE;
    }
    throttle.succeeded(attempt);
    lock.open(request);
    if (form.quiet()) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
    } else {
      response.sendRedirect(form.next());
    }
    return null;
  }
}
