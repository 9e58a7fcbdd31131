package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardApplications;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.NotHere;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
  private final Dates dates;

  TaskController(
      Inbox inbox,
      TaskGate gate,
      TaskPages pages,
      TaskReaders readers,
      RefusalTexts refusals,
      Activations activations,
      CardApplications applications,
      Dates dates) {
    this.inbox = inbox;
    this.gate = gate;
    this.pages = pages;
    this.readers = readers;
    this.refusals = refusals;
    this.activations = activations;
    this.applications = applications;
    this.dates = dates;
  }

  @GetMapping("/inbox/{id}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      Model model,
      HttpServletResponse response) {
    return inbox
        .find(librarian.ownSchool(), id)
        .map(task -> pages.fill(task, librarian, model))
        .orElseGet(() -> gone(model, response));
  }

  private static String gone(Model model, HttpServletResponse response) {
    return NotHere.answer(model, response, "staff.task.gone", "/inbox", "staff.task.back");
  }

  @PostMapping("/inbox/{id}/approve")
  String approve(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = inbox.find(librarian.ownSchool(), id);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    if (!Decided.byYesOrNo(task.get().kind())) {
      return nothingToDecide(filter, next);
    }
    Reader reader = readers.of(task.get());
    String elsewhere =
        task.get().kind() == Inbox.Kind.ACTIVATION
            ? said(
                activations.approve(task.get().subject(), librarian.username()),
                reader,
                filter,
                next)
            : said(
                applications.approve(task.get().subject(), reader.id(), librarian.username()),
                task.get(),
                reader,
                filter,
                next);
    return elsewhere == null ? gate.after(task.get(), librarian, filter, next) : elsewhere;
  }

  @PostMapping("/inbox/{id}/refuse")
  String refuse(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      @Valid @ModelAttribute("form") RefusalForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = inbox.find(librarian.ownSchool(), id);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    if (!Decided.byYesOrNo(task.get().kind())) {
      return nothingToDecide(filter, next);
    }
    Reader reader = readers.of(task.get());
    Optional<String> reason = refusals.reason(form, task.get(), reader.language(), errors);
    if (reason.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return pages.fill(task.get(), librarian, model);
    }
    if (task.get().kind() == Inbox.Kind.ACTIVATION) {
      decided(
          activations.refuse(task.get().subject(), librarian.username(), reason.get()),
          "staff.activation.refused",
          reader,
          next);
    } else {
      decided(
          applications.refuse(task.get().subject(), librarian.username(), reason.get()),
          "staff.review.refused",
          reader,
          next);
    }
    return gate.after(task.get(), librarian, filter, next);
  }

  private static void decided(boolean done, String key, Reader reader, RedirectAttributes next) {
    if (done) {
      Flash.done(next, key, reader.name());
    } else {
      Flash.note(next, "staff.task.already-decided", reader.name());
    }
  }

  private static String nothingToDecide(InboxFilter filter, RedirectAttributes next) {
    Flash.note(next, "staff.overdue.nothing-to-decide");
    return TaskGate.task(filter);
  }

  /** Says what became of it; where to go, or null when the task is over. */
  private @Nullable String said(
      Activations.Approved answer, Reader reader, InboxFilter filter, RedirectAttributes next) {
    if (answer == Activations.Approved.CANNOT_ASK) {
      Flash.refused(next, "staff.review.cannot-ask", dates.moment(reader.homeRecord().askedAt()));
      return TaskGate.task(filter);
    }
    decided(answer == Activations.Approved.DONE, "staff.activation.approved", reader, next);
    return null;
  }

  private @Nullable String said(
      CardApplications.Answer answer,
      Inbox.Task task,
      Reader reader,
      InboxFilter filter,
      RedirectAttributes next) {
    if (answer instanceof CardApplications.Answer.Issued issued) {
      Flash.done(next, "staff.review.issued", reader.name(), issued.card().number().value());
      return null;
    }
    if (answer instanceof CardApplications.Answer.Refused) {
      Flash.refused(next, "staff.review.policy-refused", reader.name());
      return "redirect:/cards/application/" + task.subject();
    }
    if (answer instanceof CardApplications.Answer.AlreadyDecided) {
      decided(false, "", reader, next);
      return null;
    }
    if (answer instanceof CardApplications.Answer.CannotAsk noAnswer) {
      Flash.refused(next, "staff.review.cannot-ask", dates.moment(noAnswer.lastAnswer()));
    } else if (answer instanceof CardApplications.Answer.QuotaFull) {
      Flash.refused(next, "staff.review.quota-full");
    } else {
      throw new IllegalStateException("An approval is never referred again: " + answer);
    }
    return TaskGate.task(filter);
  }
}
