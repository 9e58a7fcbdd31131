package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.libpass.message.Messages;
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

/** Librarians read and answer what another school has written. */
@Controller
class MessageTaskController {

  private final Inbox inbox;
  private final TaskGate gate;
  private final TaskPages pages;
  private final Messages messages;

  MessageTaskController(Inbox inbox, TaskGate gate, TaskPages pages, Messages messages) {
    this.inbox = inbox;
    this.gate = gate;
    this.pages = pages;
    this.messages = messages;
  }

  @PostMapping("/inbox/{id}/read")
  String read(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = find(librarian, id);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    said(messages.read(task.get().subject(), librarian.username()), "inbox.message.read", next);
    return gate.after(task.get(), librarian, filter, next);
  }

  @PostMapping("/inbox/{id}/answer")
  String answer(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      @Valid @ModelAttribute("form") AnswerForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Inbox.Task> task = find(librarian, id);
    Optional<String> stopped = gate.stopped(task, librarian, filter, next);
    if (stopped.isPresent() || task.isEmpty()) {
      return stopped.orElse(TaskGate.list(filter));
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return pages.fill(task.get(), librarian, model);
    }
    said(
        messages.answer(task.get().subject(), librarian.username(), form.text()),
        "inbox.message.answered",
        next);
    return gate.after(task.get(), librarian, filter, next);
  }

  private static void said(boolean done, String key, RedirectAttributes next) {
    if (done) {
      Flash.done(next, key);
    } else {
      Flash.note(next, "staff.inbox.gone");
    }
  }

  private Optional<Inbox.Task> find(StaffPrincipal librarian, String id) {
    return inbox.find(librarian.ownSchool(), id).filter(task -> task.kind() == Inbox.Kind.MESSAGE);
  }
}
