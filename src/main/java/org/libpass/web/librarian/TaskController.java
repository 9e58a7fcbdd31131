package org.libpass.web.librarian;

import jakarta.validation.Valid;
import java.util.Optional;
import org.libpass.card.CardApplications;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what there is to know, and the librarian's yes or no. */
@Controller
class TaskController {

  private final Inbox inbox;
  private final TaskGate gate;
  private final TaskPages pages;
  private final TaskReaders readers;
  private final RefusalTexts refusals;
  private final Activations activations;
  private final CardApplications applications;
  private final TaskAnswers answers;

  TaskController(
      Inbox inbox,
      TaskGate gate,
      TaskPages pages,
      TaskReaders readers,
      RefusalTexts refusals,
      Activations activations,
      CardApplications applications,
      TaskAnswers answers) {
    this.inbox = inbox;
    this.gate = gate;
    this.pages = pages;
    this.readers = readers;
    this.refusals = refusals;
    this.activations = activations;
    this.applications = applications;
    this.answers = answers;
  }

  @GetMapping("/inbox/{id}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      Model model) {
    Inbox.Task task = inbox.find(librarian.ownSchool(), id).orElseThrow(TaskGate::notHere);
    return pages.fill(task, librarian, model);
  }

  @PostMapping("/inbox/{id}/approve")
  String approve(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    if (!Decided.byYesOrNo(task.kind())) {
      return nothingToDecide(filter, next);
    }
    Reader reader = readers.of(task);
    String by = librarian.username();
    Optional<String> elsewhere =
        task.kind() == Inbox.Kind.ACTIVATION
            ? answers.activation(activations.approve(task.subject(), by), reader, filter, next)
            : answers.application(
                applications.approve(task.subject(), reader.id(), by), task, reader, filter, next);
    return elsewhere.orElseGet(() -> gate.after(task, librarian, filter, next));
  }

  @PostMapping("/inbox/{id}/refuse")
  String refuse(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      @Valid @ModelAttribute("form") RefusalForm form,
      BindingResult errors,
      RedirectAttributes next)
      throws BindException {
    if (!Decided.byYesOrNo(task.kind())) {
      return nothingToDecide(filter, next);
    }
    Reader reader = readers.of(task);
    String reason =
        refusals
            .reason(form, task, reader.language(), errors)
            .orElseThrow(() -> new BindException(errors));
    String by = librarian.username();
    if (task.kind() == Inbox.Kind.ACTIVATION) {
      boolean done = activations.refuse(task.subject(), by, reason);
      TaskAnswers.decided(done, "staff.activation.refused", reader, next);
    } else {
      boolean done = applications.refuse(task.subject(), by, reason);
      TaskAnswers.decided(done, "staff.review.refused", reader, next);
    }
    return gate.after(task, librarian, filter, next);
  }

  private static String nothingToDecide(InboxFilter filter, RedirectAttributes next) {
    Flash.note(next, "staff.overdue.nothing-to-decide");
    return TaskGate.task(filter);
  }
}
