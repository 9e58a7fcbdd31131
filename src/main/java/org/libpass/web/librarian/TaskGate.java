package org.libpass.web.librarian;

import java.util.Optional;
import org.libpass.process.Inbox;
import org.libpass.process.InboxList;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets a librarian act on a task that is their school's, open, and nobody else's; and leads on to
 * the next one when it is done.
 */
@Component
class TaskGate {

  private final Inbox inbox;
  private final InboxList list;

  TaskGate(Inbox inbox, InboxList list) {
    this.inbox = inbox;
    this.list = list;
  }

  static String list(InboxFilter filter) {
    return "redirect:/inbox" + filter.query();
  }

  static String task(InboxFilter filter) {
    return "redirect:/inbox/{id}" + filter.query();
  }

  /** Where to go instead, when the task is gone, another school's, or somebody else's. */
  Optional<String> stopped(
      Optional<Inbox.Task> task,
      StaffPrincipal librarian,
      InboxFilter filter,
      RedirectAttributes next) {
    Inbox.Claim may =
        task.map(open -> inbox.mayDecide(open.school(), open.id(), librarian.username()))
            .orElse(Inbox.Claim.GONE);
    return switch (may) {
      case DONE -> Optional.empty();
      case SOMEBODY_ELSES -> {
        Flash.refused(next, "staff.inbox.somebody-elses");
        yield Optional.of(task(filter));
      }
      case GONE -> {
        Flash.note(next, "staff.inbox.gone");
        yield Optional.of(list(filter));
      }
    };
  }

  /** Where to go when a task is done: to the next one of the same part, or to the list. */
  String after(
      Inbox.Task done, StaffPrincipal librarian, InboxFilter filter, RedirectAttributes next) {
    Optional<String> following = list.next(filter.of(librarian), done);
    if (following.isEmpty()) {
      return list(filter);
    }
    next.addFlashAttribute("followed", true);
    return "redirect:/inbox/" + following.get() + filter.query();
  }
}
