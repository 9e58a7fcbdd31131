package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RulesCheck;
import org.libpass.policy.Workbench;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft of an owner's rules: written, checked, kept, given up. Nothing here goes into force. */
@Controller
@RequestMapping("/policy/{owner}/edit")
class EditController {

  private final RuleDrafts drafts;
  private final Workbench workbench;
  private final DraftKeeper keeper;
  private final EditPage page;

  EditController(RuleDrafts drafts, Workbench workbench, DraftKeeper keeper, EditPage page) {
    this.drafts = drafts;
    this.workbench = workbench;
    this.keeper = keeper;
    this.page = page;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal StaffPrincipal account, @MayChange RuleOwner owner, Model model) {
    return page.kept(owner, account, model);
  }

  @PostMapping(params = "action=save")
  String save(
      @AuthenticationPrincipal StaffPrincipal account,
      @MayChange RuleOwner owner,
      @ModelAttribute("form") DraftForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<DraftForm> again = keeper.keep(owner, account, form, model, response);
    if (again.isPresent()) {
      return page.typed(owner, account, again.get(), model);
    }
    Flash.done(next, "policy.edit.saved");
    return "redirect:/policy/" + owner + "/edit";
  }

  /** Keeps the draft and checks it as it would be checked before it is published. */
  @PostMapping(params = "action=check")
  String check(
      @AuthenticationPrincipal StaffPrincipal account,
      @MayChange RuleOwner owner,
      @ModelAttribute("form") DraftForm form,
      Model model,
      HttpServletResponse response) {
    Optional<DraftForm> again = keeper.keep(owner, account, form, model, response);
    if (again.isPresent()) {
      return page.typed(owner, account, again.get(), model);
    }
    RulesCheck check = workbench.check(owner, form.texts());
    page.checked(check, model);
    if (!check.isGood()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    DraftForm kept = form.having(DraftForm.name(form.texts()));
    return page.typed(owner, account, kept, model);
  }

  /**
   * Goes on with one's own texts although somebody has published.
   *
   * @param onto the version whose difference was shown
   */
  @PostMapping(params = "action=onto")
  String onto(
      @AuthenticationPrincipal StaffPrincipal account,
      @MayChange RuleOwner owner,
      @ModelAttribute("form") DraftForm form,
      @RequestParam int onto,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<DraftForm> again = keeper.keep(owner, account, form.onto(onto), model, response);
    if (again.isPresent()) {
      return page.typed(owner, account, again.get().onto(form.base()), model);
    }
    Flash.done(next, "policy.edit.moved", String.valueOf(onto));
    return "redirect:/policy/" + owner + "/edit";
  }

  /** Asks once more before a draft is given up. */
  @PostMapping(params = "action=discard")
  String askBeforeDiscarding(
      @AuthenticationPrincipal StaffPrincipal account,
      @MayChange RuleOwner owner,
      @ModelAttribute("form") DraftForm form,
      Model model) {
    model.addAttribute("discarding", true);
    return page.typed(owner, account, form, model);
  }

  @PostMapping(params = "action=discard-yes")
  String discard(
      @AuthenticationPrincipal StaffPrincipal account,
      @MayChange RuleOwner owner,
      RedirectAttributes next) {
    drafts.discard(owner, account.username());
    Flash.done(next, "policy.edit.discarded");
    return "redirect:/policy/" + owner + "/edit";
  }
}
