package org.libpass.web.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RuleVersions;
import org.libpass.policy.RulesCheck;
import org.libpass.policy.RulesStatus;
import org.libpass.policy.Workbench;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What somebody sees before a draft goes into force. */
@Component
class PublishPage {

  private static final RuleTexts NOTHING = new RuleTexts("", "", "");

  private final Policies policies;
  private final OwnerNames names;
  private final RuleVersions versions;
  private final Workbench workbench;
  private final TaipeiClock clock;

  PublishPage(
      Policies policies,
      OwnerNames names,
      RuleVersions versions,
      Workbench workbench,
      TaipeiClock clock) {
    this.policies = policies;
    this.names = names;
    this.versions = versions;
    this.workbench = workbench;
    this.clock = clock;
  }

  /** The draft beside what is in force, and what the check says of it. */
  String show(RuleDraft draft, Model model) {
    return show(draft, null, model);
  }

  /**
   * The same where the draft was just checked.
   *
   * @param known what the check said, null when it is to be done now
   */
  String show(RuleDraft draft, @Nullable RulesCheck known, Model model) {
    RulesStatus status = policies.status(draft.owner());
    RuleVersion live = status.live();
    TextDifference difference =
        TextDifference.of(draft.owner(), live == null ? NOTHING : live.texts(), draft.texts());
    boolean begun = draft.savedAt() != null;
    boolean publishable = begun && !(difference.isEmpty() && status.waiting().isEmpty());
    LocalDate today = clock.today();
    model.addAttribute("owner", draft.owner());
    model.addAttribute("ownerName", names.of(draft.owner()));
    model.addAttribute("draft", draft);
    model.addAttribute("status", status);
    model.addAttribute("begun", begun);
    model.addAttribute("publishable", publishable);
    model.addAttribute("difference", difference);
    model.addAttribute("earliest", today.plusDays(1));
    model.addAttribute("latest", today.plusYears(1));
    if (publishable) {
      model.addAttribute(
          "check", known == null ? workbench.check(draft.owner(), draft.texts()) : known);
    }
    return "policy/publish";
  }

  /** What somebody else has published since the author of a draft began. */
  String overtaken(RuleDraft draft, RuleVersion newest, Model model) {
    RuleOwner owner = draft.owner();
    RuleTexts base = versions.find(owner, draft.base()).map(RuleVersion::texts).orElse(NOTHING);
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("draft", draft);
    model.addAttribute("newest", newest);
    model.addAttribute("theirs", TextDifference.of(owner, base, newest.texts()));
    model.addAttribute("own", TextDifference.of(owner, base, draft.texts()));
    return "policy/overtaken";
  }
}
