package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
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

  private static final String INBOX = TaskGate.INBOX;
  private static final String TASK = TaskGate.TASK;

  private final Inbox inbox;
  private final TaskGate gate;
  private final TaskPages pages;
  private final RefusalTexts refusals;
  private final Activations activations;
  private final CardApplications applications;
  private final Dates dates;

  TaskController(
      Inbox inbox,
      TaskGate gate,
      TaskPages pages,
      RefusalTexts refusals,
      Activations activations,
      CardApplications applications,
      Dates dates) {
    this.inbox = inbox;
    this.gate = gate;
    this.pages = pages;
    this.refusals = refusals;
    this.activations = activations;
    this.applications = applications;
    this.dates = dates;
  }

  @GetMapping("/inbox/{id}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
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
      RedirectAttributes next) {
    Optional<Inbox.Task> task = inbox.find(librarian.ownSchool(), id);
    Optional<String> stopped = gate.stopped(task, librarian, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(INBOX);
    }
    if (!isDecided(task.get())) {
      return nothingToDecide(next);
    }
    Reader reader = pages.reader(task.get());
    if (task.get().kind() == Inbox.Kind.ACTIVATION) {
      Activations.Approved answer = activations.approve(task.get().subject(), librarian.username());
      return said(answer, reader, next);
    }
    return said(
        applications.approve(task.get().subject(), reader.id(), librarian.username()),
        task.get(),
        reader,
        next);
  }

  @PostMapping("/inbox/{id}/refuse")
  String refuse(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @Valid @ModelAttribute("form") RefusalForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = inbox.find(librarian.ownSchool(), id);
    Optional<String> stopped = gate.stopped(task, librarian, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(INBOX);
    }
    if (!isDecided(task.get())) {
      return nothingToDecide(next);
    }
    Reader reader = pages.reader(task.get());
    Optional<String> reason = refusals.reason(form, task.get().kind(), reader.language(), errors);
    if (reason.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return pages.fill(task.get(), librarian, model);
    }
    if (task.get().kind() == Inbox.Kind.ACTIVATION) {
      boolean done = activations.refuse(task.get().subject(), librarian.username(), reason.get());
      return decided(done, "staff.activation.refused", reader, next);
    }
    boolean done = applications.refuse(task.get().subject(), librarian.username(), reason.get());
    return decided(done, "staff.review.refused", reader, next);
  }

  private static String decided(boolean done, String key, Reader reader, RedirectAttributes next) {
    if (done) {
      Flash.done(next, key, reader.name());
    } else {
      Flash.note(next, "staff.task.already-decided", reader.name());
    }
    return INBOX;
  }

  /** Whether yes or no is what the task asks for. */
  private static boolean isDecided(Inbox.Task task) {
    return task.kind() == Inbox.Kind.ACTIVATION || task.kind() == Inbox.Kind.CARD_REVIEW;
  }

  private static String nothingToDecide(RedirectAttributes next) {
    Flash.note(next, "staff.overdue.nothing-to-decide");
    return TASK;
  }

  private String said(Activations.Approved answer, Reader reader, RedirectAttributes next) {
    if (answer == Activations.Approved.CANNOT_ASK) {
      Flash.refused(next, "staff.review.cannot-ask", dates.moment(reader.homeRecord().askedAt()));
      return TASK;
    }
    boolean done = answer == Activations.Approved.DONE;
    return decided(done, "staff.activation.approved", reader, next);
  }

  private String said(
      CardApplications.Answer answer, Inbox.Task task, Reader reader, RedirectAttributes next) {
    if (answer instanceof CardApplications.Answer.Issued issued) {
      Flash.done(next, "staff.review.issued", reader.name(), issued.card().number().value());
      return INBOX;
    }
    if (answer instanceof CardApplications.Answer.Refused) {
      Flash.refused(next, "staff.review.policy-refused", reader.name());
      next.addAttribute("card", task.subject());
      return "redirect:/cards/application/{card}";
    }
    if (answer instanceof CardApplications.Answer.AlreadyDecided) {
      return decided(false, "", reader, next);
    }
    if (answer instanceof CardApplications.Answer.CannotAsk noAnswer) {
      Flash.refused(next, "staff.review.cannot-ask", dates.moment(noAnswer.lastAnswer()));
    } else if (answer instanceof CardApplications.Answer.QuotaFull) {
      Flash.refused(next, "staff.review.quota-full");
    } else {
      throw new IllegalStateException("An approval is never referred again: " + answer);
    }
    return TASK;
  }
}
