package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.libpass.policy.Proposal;
import org.libpass.policy.Published;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RuleVersions;
import org.libpass.policy.Workbench;
import org.libpass.web.Flash;
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

/** What was published before, and going back to it. */
@Controller
class HistoryController {

  private final RuleVersions versions;
  private final Workbench workbench;
  private final HistoryPage page;

  HistoryController(RuleVersions versions, Workbench workbench, HistoryPage page) {
    this.versions = versions;
    this.workbench = workbench;
    this.page = page;
  }

  @GetMapping("/policy/{owner}/history")
  String list(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayRead RuleOwner owner,
      Model model) {
    return page.list(administrator, owner, model);
  }

  @GetMapping("/policy/{owner}/history/{number}")
  String one(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayRead RuleOwner owner,
      @PathVariable String number,
      Model model) {
    RuleVersion version = version(owner, number);
    model.addAttribute("form", BackForm.on(versions.newest(owner)));
    return page.one(administrator, version, null, model);
  }

  @PostMapping("/policy/{owner}/history/{number}/back")
  String back(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      @PathVariable String number,
      @Valid @ModelAttribute("form") BackForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    RuleVersion old = version(owner, number);
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.one(administrator, old, null, model);
    }
    Published published =
        workbench.publish(
            new Proposal(
                old.owner(),
                old.texts(),
                form.baseNumber(),
                administrator.username(),
                form.reason(),
                null));
    if (published instanceof Published.Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.one(administrator, old, refused.check(), model);
    }
    if (published instanceof Published.Overtaken overtaken && !isInForce(overtaken.newest(), old)) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("overtaken", overtaken.newest());
      return page.one(administrator, old, null, model);
    }
    if (published instanceof Published.Done done) {
      Flash.done(next, "policy.back-to.done", number, String.valueOf(done.version().number()));
    } else {
      Flash.note(next, "policy.back-to.unchanged", number);
    }
    return history(owner);
  }

  /** Whether somebody, perhaps by a first click, has gone back there before. */
  private static boolean isInForce(RuleVersion newest, RuleVersion old) {
    return !newest.scheduled() && newest.hash().equals(old.hash());
  }

  @PostMapping("/policy/{owner}/history/{number}/withdraw")
  String withdraw(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      @PathVariable String number,
      RedirectAttributes next) {
    RuleVersion version = version(owner, number);
    if (workbench.withdraw(owner, version.number(), administrator.username())) {
      Flash.done(next, "policy.withdraw.done", number);
    } else {
      Flash.note(next, "policy.withdraw.not-waiting", number);
    }
    return history(owner);
  }

  private RuleVersion version(RuleOwner owner, String number) {
    return Optional.of(number)
        .filter(known -> known.matches("[1-9]\\d{0,8}"))
        .flatMap(known -> versions.find(owner, Integer.parseInt(known)))
        .orElseThrow(() -> OwnerResolver.notTheirs("policy.history.not-here"));
  }

  private static String history(RuleOwner owner) {
    return "redirect:/policy/" + owner + "/history";
  }
}
