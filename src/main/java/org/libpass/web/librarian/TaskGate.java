package org.libpass.web.librarian;

import java.util.Optional;
import org.libpass.process.Inbox;
import org.libpass.process.InboxList;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads from one task to the next, and says what became of it. */
@Component
class TaskGate {

  private final InboxList list;

  TaskGate(InboxList list) {
    this.list = list;
  }

  static String list(InboxFilter filter) {
    return "redirect:/inbox" + filter.query();
  }

  static String task(InboxFilter filter) {
    return "redirect:/inbox/{id}" + filter.query();
  }

  static NotHereException notHere() {
    return new NotHereException("staff.task.gone", "/inbox", "staff.task.back");
  }

  /**
   * Says what became of a task, and where to go then.
   *
   * @param done says that it was done
   * @param there where to go while the task is open
   */
  static String said(
      Inbox.Claim answer,
      Runnable done,
      String there,
      InboxFilter filter,
      RedirectAttributes next) {
    switch (answer) {
      case DONE -> done.run();
      case SOMEBODY_ELSES -> Flash.refused(next, "staff.inbox.somebody-elses");
      case GONE -> {
        Flash.note(next, "staff.inbox.gone");
        return list(filter);
      }
    }
    return there;
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
