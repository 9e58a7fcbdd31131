package org.libpass.web.librarian;

import java.util.Optional;
import org.libpass.process.Inbox;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a librarian act on a task that is their school's, open, and nobody else's. */
@Component
class TaskGate {

  static final String INBOX = "redirect:/inbox";
  static final String TASK = "redirect:/inbox/{id}";

  private final Inbox inbox;

  TaskGate(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Where to go instead, when the task is gone, another school's, or somebody else's. */
  Optional<String> stopped(
      Optional<Inbox.Task> task, StaffPrincipal librarian, RedirectAttributes next) {
    Inbox.Claim may =
        task.map(open -> inbox.mayDecide(open.school(), open.id(), librarian.username()))
            .orElse(Inbox.Claim.GONE);
    return switch (may) {
      case DONE -> Optional.empty();
      case SOMEBODY_ELSES -> {
        Flash.refused(next, "staff.inbox.somebody-elses");
        yield Optional.of(TASK);
      }
      case GONE -> {
        Flash.note(next, "staff.inbox.gone");
        yield Optional.of(INBOX);
      }
    };
  }
}
