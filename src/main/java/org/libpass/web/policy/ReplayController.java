package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.libpass.policy.Replayed;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.Workbench;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what a draft makes of its examples, and which of the last decisions it would change. */
@Controller
class ReplayController {

  /** A page that one can read; the counts are of all. */
  private static final int SHOWN = 100;

  private final RuleDrafts drafts;
  private final Workbench workbench;
  private final OwnerNames names;

  ReplayController(RuleDrafts drafts, Workbench workbench, OwnerNames names) {
    this.names = names;
    this.drafts = drafts;
    this.workbench = workbench;
  }

  @GetMapping("/policy/{owner}/examples")
  String examples(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      Model model) {
    RuleDraft draft = drafts.of(owner, administrator.username());
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("draft", draft);
    model.addAttribute("check", workbench.check(owner, draft.texts()));
    return "policy/examples";
  }

  /**
   * @param run whether to decide them again, which takes a moment
   */
  @GetMapping("/policy/{owner}/replay")
  String replay(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      @RequestParam(defaultValue = "false") boolean run,
      Model model,
      HttpServletResponse response) {
    RuleDraft draft = drafts.of(owner, administrator.username());
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("draft", draft);
    if (run) {
      answer(draft, model, response);
    }
    return "policy/replay";
  }

  private void answer(RuleDraft draft, Model model, HttpServletResponse response) {
    Optional<Replayed> replayed = workbench.replay(draft.owner(), draft.texts());
    if (replayed.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("check", workbench.look(draft.owner(), draft.texts()));
      return;
    }
    model.addAttribute("replayed", replayed.get());
    model.addAttribute("shown", replayed.get().changed().stream().limit(SHOWN).toList());
  }
}
