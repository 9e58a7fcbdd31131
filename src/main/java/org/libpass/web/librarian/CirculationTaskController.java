package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.libpass.circulation.Disagreement;
import org.libpass.circulation.Disagreements;
import org.libpass.circulation.Settling;
import org.libpass.circulation.Silences;
import org.libpass.process.Inbox;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Librarians settle disagreements, let slots go, and ask a silent system. */
@Controller
class CirculationTaskController {

  private final Inbox inbox;
  private final TaskGate gate;
  private final TaskPages pages;
  private final Disagreements disagreements;
  private final Settling settling;
  private final Silences silences;

  CirculationTaskController(
      Inbox inbox,
      TaskGate gate,
      TaskPages pages,
      Disagreements disagreements,
      Settling settling,
      Silences silences) {
    this.inbox = inbox;
    this.gate = gate;
    this.pages = pages;
    this.disagreements = disagreements;
    this.settling = settling;
    this.silences = silences;
  }

  @PostMapping("/inbox/{id}/settle")
  String settle(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      @Valid @ModelAttribute("form") SettleForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = find(librarian, id, Inbox.Kind.DISAGREEMENT);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    Disagreement it = disagreements.get(task.get().subject());
    Disagreement.Choice choice = form.choice();
    if (choice != null && !it.kind().choices().contains(choice)) {
      errors.rejectValue("choice", "disagreement.choice.required");
    }
    if (errors.hasErrors() || choice == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return pages.fill(task.get(), librarian, model);
    }
    String note = form.note().isEmpty() ? null : form.note();
    if (disagreements.settle(it.id(), choice, librarian.username(), note)) {
      Flash.done(next, "disagreement.settled", it.label());
      return gate.after(task.get(), librarian, filter, next);
    }
    Flash.refused(next, "disagreement.changed");
    return disagreements.get(it.id()).isOpen() ? TaskGate.task(filter) : TaskGate.list(filter);
  }

  @PostMapping("/inbox/{id}/let-go")
  String letGo(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = find(librarian, id, Inbox.Kind.RELEASE);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    settling
        .letGo(task.get().subject(), librarian.username())
        .ifPresentOrElse(
            slots -> Flash.done(next, "release.done", String.valueOf(slots)),
            () -> Flash.note(next, "staff.inbox.gone"));
    return gate.after(task.get(), librarian, filter, next);
  }

  @PostMapping("/inbox/{id}/check")
  String check(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = find(librarian, id, Inbox.Kind.CONNECTION);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    if (silences.check(task.get().subject())) {
      Flash.done(next, "inbox.connection.answers");
      return gate.after(task.get(), librarian, filter, next);
    }
    Flash.refused(next, "inbox.connection.silent");
    return TaskGate.task(filter);
  }

  private Optional<Inbox.Task> find(StaffPrincipal librarian, String id, Inbox.Kind kind) {
    return inbox.find(librarian.ownSchool(), id).filter(task -> task.kind() == kind);
  }
}
