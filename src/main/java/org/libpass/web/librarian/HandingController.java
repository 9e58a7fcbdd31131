package org.libpass.web.librarian;

import java.util.List;
import org.libpass.process.Inbox;
import org.libpass.staff.StaffAccount;
import org.libpass.staff.StaffAccounts;
import org.libpass.web.Flash;
import org.libpass.web.StaffNames;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Librarians hand tasks to colleagues, and take over from those who are away. */
@Controller
class HandingController {

  private final Inbox inbox;
  private final InboxRows rows;
  private final StaffAccounts accounts;
  private final StaffNames names;

  HandingController(Inbox inbox, InboxRows rows, StaffAccounts accounts, StaffNames names) {
    this.inbox = inbox;
    this.rows = rows;
    this.accounts = accounts;
    this.names = names;
  }

  /** To whom a librarian may hand a task: the other librarians of the school. */
  static List<StaffAccount> colleagues(StaffAccounts accounts, StaffPrincipal librarian) {
    return accounts.librarians(librarian.ownSchool()).stream()
        .filter(account -> !account.username().equals(librarian.username()))
        .toList();
  }

  @PostMapping("/inbox/{id}/hand")
  String hand(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String colleague,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    if (colleagues(accounts, librarian).stream()
        .noneMatch(account -> account.username().equals(colleague))) {
      Flash.refused(next, "inbox.hand.required");
      return TaskGate.task(filter);
    }
    Inbox.Claim handed = inbox.hand(librarian.ownSchool(), id, librarian.username(), colleague);
    return said(handed, "inbox.handed", names.of(colleague), filter, next);
  }

  @GetMapping("/inbox/{id}/take-over")
  String confirm(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("filter") InboxFilter filter,
      Model model) {
    Inbox.Task task = inbox.find(librarian.ownSchool(), id).orElseThrow(TaskGate::notHere);
    String holder = task.assignee();
    if (holder == null || holder.equals(librarian.username())) {
      return TaskGate.task(filter);
    }
    model.addAttribute("row", rows.row(task, librarian));
    model.addAttribute("former", holder);
    return "librarian/take-over";
  }

  @PostMapping("/inbox/{id}/take-over")
  String takeOver(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String former,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Inbox.Claim taken = inbox.takeOver(librarian.ownSchool(), id, librarian.username(), former);
    return said(taken, "inbox.taken-over", names.of(former), filter, next);
  }

  private static String said(
      Inbox.Claim answer, String done, String name, InboxFilter filter, RedirectAttributes next) {
    return TaskGate.said(
        answer, () -> Flash.done(next, done, name), TaskGate.task(filter), filter, next);
  }
}
