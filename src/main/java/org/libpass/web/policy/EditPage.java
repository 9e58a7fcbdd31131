package org.libpass.web.policy;

import org.libpass.policy.RuleDialect;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RuleVersions;
import org.libpass.policy.RulesCheck;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** The page on which rules are written. */
@Component
class EditPage {

  private final RuleDrafts drafts;
  private final RuleVersions versions;
  private final RuleDialect dialect;
  private final RuleFindings findings;
  private final OwnerNames names;
  private final JsonMapper json;

  EditPage(
      RuleDrafts drafts,
      RuleVersions versions,
      RuleDialect dialect,
      RuleFindings findings,
      OwnerNames names,
      JsonMapper json) {
    this.drafts = drafts;
    this.versions = versions;
    this.dialect = dialect;
    this.findings = findings;
    this.names = names;
    this.json = json;
  }

  /** What is kept of the account's draft, or the version to begin from. */
  String kept(RuleOwner owner, StaffPrincipal account, Model model) {
    RuleDraft draft = drafts.of(owner, account.username());
    return show(draft, DraftForm.of(draft), model);
  }

  /** What was typed, which may be kept or not. */
  String typed(RuleOwner owner, StaffPrincipal account, DraftForm form, Model model) {
    return show(drafts.of(owner, account.username()), form, model);
  }

  private String show(RuleDraft draft, DraftForm form, Model model) {
    RuleOwner owner = draft.owner();
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("draft", draft);
    model.addAttribute("form", form);
    model.addAttribute("dialect", json.writeValueAsString(dialect.words(owner, form.texts())));
    int newest = versions.newest(owner);
    if (newest > form.base()) {
      RuleVersion theirs = versions.find(owner, newest).orElseThrow();
      model.addAttribute("newer", theirs);
      model.addAttribute(
          "theirs", TextDifference.of(owner, texts(owner, form.base()), theirs.texts()));
    }
    return "policy/edit";
  }

  /** The texts of a version; of none, no texts. */
  RuleTexts texts(RuleOwner owner, int version) {
    return versions
        .find(owner, version)
        .map(RuleVersion::texts)
        .orElseGet(() -> new RuleTexts("", "", ""));
  }

  /** Adds what a check of the texts has found. */
  void checked(RulesCheck check, Model model) {
    model.addAttribute("check", check);
    model.addAttribute("errors", findings.errors(check.errors()));
    model.addAttribute("warnings", findings.warnings(check.warnings()));
  }
}
