package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Proposal;
import org.libpass.policy.Published;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RuleVersions;
import org.libpass.policy.Workbench;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a draft into force, after its author has seen what changes. */
@Controller
class PublishController {

  private final RuleDrafts drafts;
  private final RuleVersions versions;
  private final Workbench workbench;
  private final PublishPage page;
  private final TaipeiClock clock;
  private final Dates dates;

  PublishController(
      RuleDrafts drafts,
      RuleVersions versions,
      Workbench workbench,
      PublishPage page,
      TaipeiClock clock,
      Dates dates) {
    this.drafts = drafts;
    this.versions = versions;
    this.workbench = workbench;
    this.page = page;
    this.clock = clock;
    this.dates = dates;
  }

  @GetMapping("/policy/{owner}/publish")
  String show(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      Model model) {
    RuleDraft draft = drafts.of(owner, administrator.username());
    int newest = versions.newest(owner);
    if (draft.savedAt() != null && draft.base() != newest) {
      return page.overtaken(draft, versions.find(owner, newest).orElseThrow(), model);
    }
    model.addAttribute("form", PublishForm.of(draft.texts().hash()));
    return page.show(draft, model);
  }

  @PostMapping("/policy/{owner}/publish")
  String publish(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      @Valid @ModelAttribute("form") PublishForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    RuleDraft draft = drafts.of(owner, administrator.username());
    if (draft.savedAt() == null) {
      Flash.note(next, "policy.publish.nothing");
      return overview(owner);
    }
    LocalDate from = form.isLater() ? firstDay(form, errors) : null;
    if (!form.draft().equals(draft.texts().hash())) {
      errors.reject("policy.publish.other-draft");
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.show(draft, model);
    }
    Proposal proposal =
        new Proposal(
            owner, draft.texts(), draft.base(), administrator.username(), form.reason(), from);
    return publish(proposal, draft, model, response, next);
  }

  private @Nullable LocalDate firstDay(PublishForm form, BindingResult errors) {
    LocalDate today = clock.today();
    LocalDate from = form.firstDay().orElse(null);
    if (from == null || !from.isAfter(today) || from.isAfter(today.plusYears(1))) {
      errors.rejectValue("from", "policy.publish.from.wrong");
    }
    return from;
  }

  private String publish(
      Proposal proposal,
      RuleDraft draft,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Published published = workbench.publish(proposal);
    if (published instanceof Published.Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page.show(draft, refused.check(), model);
    }
    if (published instanceof Published.Overtaken overtaken && !says(overtaken.newest(), proposal)) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return page.overtaken(draft, overtaken.newest(), model);
    }
    if (published instanceof Published.Done done) {
      tell(done.version(), next);
    } else {
      Flash.note(next, "policy.publish.unchanged");
    }
    drafts.discard(draft.owner(), proposal.author());
    return overview(draft.owner());
  }

  /** Whether it is the proposal itself that was published, by a first click before this one. */
  private static boolean says(RuleVersion newest, Proposal proposal) {
    return newest.hash().equals(proposal.texts().hash())
        && newest.scheduled() == (proposal.from() != null);
  }

  private void tell(RuleVersion version, RedirectAttributes next) {
    String number = String.valueOf(version.number());
    if (version.scheduled()) {
      Flash.done(next, "policy.publish.scheduled", number, dates.day(version.effectiveAt()));
    } else {
      Flash.done(next, "policy.publish.done", number);
    }
  }

  private static String overview(RuleOwner owner) {
    return "redirect:/policy/" + owner;
  }
}
