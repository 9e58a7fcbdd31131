package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libpass.policy.CaseForm;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.Workbench;
import org.libpass.policy.Workbench.Trials;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tries one case on a draft: a made-up one, or with the facts of one of the school's readers. All
 * is in the address, which names nobody, so that a case can be tried again after a change.
 */
@Controller
class TryController {

  private final RuleDrafts drafts;
  private final Workbench workbench;
  private final RealReaders readers;
  private final OwnerNames names;

  TryController(RuleDrafts drafts, Workbench workbench, RealReaders readers, OwnerNames names) {
    this.names = names;
    this.drafts = drafts;
    this.workbench = workbench;
    this.readers = readers;
  }

  /**
   * @param question which question's form; the first one if there is no such question
   * @param reader the key of a reader whose facts are filled in
   * @param run whether to decide the case, not only to show its form
   * @param typed the fields, each named as {@code Reader.openCards}
   */
  @GetMapping("/policy/{owner}/try")
  String show(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayChange RuleOwner owner,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String reader,
      @RequestParam(defaultValue = "false") boolean run,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    RuleDraft draft = drafts.of(owner, administrator.username());
    List<CaseForm> forms =
        workbench.cases(owner).stream().filter(one -> !one.facts().isEmpty()).toList();
    CaseForm form =
        forms.stream()
            .filter(one -> one.question().equals(question))
            .findFirst()
            .orElseGet(() -> forms.get(0));
    Map<String, String> values = new LinkedHashMap<>(typed);
    if (form.has("Reader")) {
      values.putAll(readers.facts(owner, reader, administrator.username()));
      model.addAttribute("readers", readers.of(owner));
    }
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("draft", draft);
    model.addAttribute("forms", forms);
    model.addAttribute("form", form);
    model.addAttribute("values", values);
    if (run) {
      answer(draft, form, values, model, response);
    }
    return "policy/try";
  }

  private void answer(
      RuleDraft draft,
      CaseForm form,
      Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    Optional<Trials> trials =
        workbench.attempt(draft.owner(), draft.texts(), form.question(), form.typed(values));
    if (trials.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("check", workbench.look(draft.owner(), draft.texts()));
      return;
    }
    if (trials.get().draft().explained() == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    model.addAttribute("tried", trials.get().draft());
    model.addAttribute("live", trials.get().live());
  }
}
