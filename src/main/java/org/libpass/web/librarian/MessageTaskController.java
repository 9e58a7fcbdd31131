package org.libpass.web.librarian;

import jakarta.validation.Valid;
import org.libpass.message.Messages;
import org.libpass.process.Inbox;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Librarians read and answer what another school has written. */
@Controller
class MessageTaskController {

  private final TaskGate gate;
  private final Messages messages;

  MessageTaskController(TaskGate gate, Messages messages) {
    this.gate = gate;
    this.messages = messages;
  }

  @PostMapping("/inbox/{id}/read")
  String read(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo(Inbox.Kind.MESSAGE) Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    said(messages.read(task.subject(), librarian.username()), "inbox.message.read", next);
    return gate.after(task, librarian, filter, next);
  }

  @PostMapping("/inbox/{id}/answer")
  String answer(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo(Inbox.Kind.MESSAGE) Inbox.Task task,
      @ModelAttribute("filter") InboxFilter filter,
      @Valid @ModelAttribute("form") AnswerForm form,
      RedirectAttributes next) {
    said(
        messages.answer(task.subject(), librarian.username(), form.text()),
        "inbox.message.answered",
        next);
    return gate.after(task, librarian, filter, next);
  }

  private static void said(boolean done, String key, RedirectAttributes next) {
    if (done) {
      Flash.done(next, key);
    } else {
      Flash.note(next, "staff.inbox.gone");
    }
  }
}
