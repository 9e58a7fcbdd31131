package org.libpass.web.librarian;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.libpass.process.Inbox;
import org.libpass.process.InboxList;
import org.libpass.process.InboxList.Count;
import org.libpass.process.InboxQuery.Show;
import org.libpass.web.Flash;
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

/** The list of a school's open tasks, and who does which. */
@Controller
class InboxController {

  private static final Count NONE = new Count(0, 0);

  private final Inbox inbox;
  private final InboxList list;
  private final InboxRows rows;

  InboxController(Inbox inbox, InboxList list, InboxRows rows) {
    this.inbox = inbox;
    this.list = list;
    this.rows = rows;
  }

  @GetMapping("/inbox")
  String list(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @ModelAttribute("filter") InboxFilter filter,
      Model model) {
    Map<Inbox.Kind, Count> open = list.counts(librarian.ownSchool());
    Map<Inbox.Kind, Count> counts = new EnumMap<>(Inbox.Kind.class);
    for (Inbox.Kind kind : Inbox.Kind.values()) {
      counts.put(kind, open.getOrDefault(kind, NONE));
    }
    InboxList.Page page = list.page(filter.of(librarian), filter.number());
    model.addAttribute("counts", counts);
    model.addAttribute("total", open.values().stream().mapToLong(Count::open).sum());
    model.addAttribute("late", open.values().stream().mapToLong(Count::late).sum());
    model.addAttribute("shows", Show.values());
    model.addAttribute("page", page);
    List<InboxRows.Row> shown = rows.of(page.lines(), librarian);
    model.addAttribute("rows", shown);
    model.addAttribute("approvable", shown.stream().anyMatch(InboxRows.Row::isApproved));
    return "librarian/inbox";
  }

  @PostMapping("/inbox/{id}/claim")
  String claim(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "task") String from,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Inbox.Claim claimed = inbox.claim(librarian.ownSchool(), id, librarian.username());
    return said(claimed, "staff.inbox.claimed", from, filter, next);
  }

  @PostMapping("/inbox/{id}/release")
  String release(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "task") String from,
      @ModelAttribute("filter") InboxFilter filter,
      RedirectAttributes next) {
    Inbox.Claim released = inbox.release(librarian.ownSchool(), id, librarian.username());
    return said(released, "staff.inbox.released", from, filter, next);
  }

  private static String said(
      Inbox.Claim answer, String done, String from, InboxFilter filter, RedirectAttributes next) {
    String there = from.equals("list") ? TaskGate.list(filter) : TaskGate.task(filter);
    return TaskGate.said(answer, () -> Flash.done(next, done), there, filter, next);
  }
}
