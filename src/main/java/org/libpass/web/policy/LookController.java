package org.libpass.web.policy;

import java.util.List;
import org.libpass.policy.RulesCheck;
import org.libpass.policy.Workbench;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Looks through a draft while it is being typed. Keeps nothing. */
@Controller
class LookController {

  private final PolicyAccess access;
  private final Workbench workbench;
  private final RuleFindings findings;

  LookController(PolicyAccess access, Workbench workbench, RuleFindings findings) {
    this.access = access;
    this.workbench = workbench;
    this.findings = findings;
  }

  /** What the editor's script reads. */
  record Look(List<RuleFinding> errors, List<RuleFinding> warnings) {}

  @PostMapping("/policy/{owner}/look")
  ResponseEntity<Look> look(
      @AuthenticationPrincipal StaffPrincipal account,
      @PathVariable("owner") String name,
      DraftForm form) {
    return access
        .changeable(account, name)
        .map(
            owner -> {
              RulesCheck check = workbench.look(owner, form.texts());
              return ResponseEntity.ok(
                  new Look(findings.errors(check.errors()), findings.warnings(check.warnings())));
            })
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
