package org.libpass.web.policy;

import java.util.List;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RulesCheck;
import org.libpass.policy.Workbench;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Looks through a draft while it is being typed. Keeps nothing. */
@Controller
class LookController {

  private final Workbench workbench;
  private final RuleFindings findings;

  LookController(Workbench workbench, RuleFindings findings) {
    this.workbench = workbench;
    this.findings = findings;
  }

  /** What the editor's script reads. */
  record Look(List<RuleFinding> errors, List<RuleFinding> warnings) {}

  @PostMapping("/policy/{owner}/look")
  @ResponseBody
  Look look(@MayChange RuleOwner owner, DraftForm form) {
    RulesCheck check = workbench.look(owner, form.texts());
    return new Look(findings.errors(check.errors()), findings.warnings(check.warnings()));
  }
}
