package org.libpass.web.librarian;

import jakarta.validation.Valid;
import org.libpass.circulation.Disagreement;
import org.libpass.circulation.Disagreements;
import org.libpass.circulation.Settling;
import org.libpass.circulation.Silences;
import org.libpass.process.Inbox;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Librarians settle disagreements, let slots go, and ask a silent system. */
@Controller
class CirculationTaskController {

  private final TaskGate gate;
  private final Disagreements disagreements;
  private final Settling settling;
  private final Silences silences;

  CirculationTaskController(
      TaskGate gate, Disagreements disagreements, Settling settling, Silences silences) {
    this.gate = gate;
    this.disagreements = disagreements;
    this.settling = settling;
    this.silences = silences;
  }

  @PostMapping("/inbox/{id}/settle")
  String settle(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo(Inbox.Kind.DISAGREEMENT) Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      @Valid @ModelAttribute("form") SettleForm form,
      BindingResult errors,
      RedirectAttributes next)
      throws BindException {
    Disagreement it = disagreements.get(task.subject());
    Disagreement.Choice choice = form.choice();
    if (choice != null && !it.kind().choices().contains(choice)) {
      errors.rejectValue("choice", "disagreement.choice.required");
    }
    if (errors.hasErrors() || choice == null) {
      throw new BindException(errors);
    }
    String note = form.note().isEmpty() ? null : form.note();
    if (disagreements.settle(it.id(), choice, librarian.username(), note)) {
      Flash.done(next, "disagreement.settled", it.label());
      return gate.after(task, librarian, filter, next);
    }
    Flash.refused(next, "disagreement.changed");
    return disagreements.get(it.id()).isOpen() ? TaskGate.task(filter) : TaskGate.list(filter);
  }

  @PostMapping("/inbox/{id}/let-go")
  String letGo(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo(Inbox.Kind.RELEASE) Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    settling
        .letGo(task.subject(), librarian.username())
        .ifPresentOrElse(
            slots -> Flash.done(next, "release.done", String.valueOf(slots)),
            () -> Flash.note(next, "staff.inbox.gone"));
    return gate.after(task, librarian, filter, next);
  }

  @PostMapping("/inbox/{id}/check")
  String check(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo(Inbox.Kind.CONNECTION) Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    if (silences.check(task.subject())) {
      Flash.done(next, "inbox.connection.answers");
      return gate.after(task, librarian, filter, next);
    }
    Flash.refused(next, "inbox.connection.silent");
    return TaskGate.task(filter);
  }
}
