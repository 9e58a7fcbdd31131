package org.libpass.web.librarian;

import java.util.List;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Approves the tasks that a librarian has ticked in the list. */
@Controller
class ManyController {

  private final ManyApprovals approvals;

  ManyController(ManyApprovals approvals) {
    this.approvals = approvals;
  }

  @PostMapping("/inbox/approve")
  String approve(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(name = "task", defaultValue = "") List<String> tasks,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    if (tasks.isEmpty()) {
      Flash.refused(next, "inbox.many.none");
    } else {
      next.addFlashAttribute("many", approvals.approve(tasks, librarian));
    }
    return TaskGate.list(filter);
  }
}
