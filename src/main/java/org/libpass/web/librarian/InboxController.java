package org.libpass.web.librarian;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libpass.process.Inbox;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of a school's open tasks, and who does which. */
@Controller
class InboxController {

  private final Inbox inbox;
  private final InboxRows rows;

  InboxController(Inbox inbox, InboxRows rows) {
    this.inbox = inbox;
    this.rows = rows;
  }

  @GetMapping("/inbox")
  String list(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String kind,
      Model model) {
    List<InboxRows.Row> all = rows.open(librarian);
    Optional<Inbox.Kind> wanted =
        Arrays.stream(Inbox.Kind.values()).filter(known -> known.name().equals(kind)).findFirst();
    model.addAttribute("kind", wanted.orElse(null));
    model.addAttribute("total", all.size());
    model.addAttribute("late", all.stream().filter(InboxRows.Row::isLate).count());
    model.addAttribute("counts", counts(all));
    model.addAttribute(
        "rows",
        all.stream().filter(row -> wanted.map(row.task().kind()::equals).orElse(true)).toList());
    return "librarian/inbox";
  }

  private static Map<Inbox.Kind, Long> counts(List<InboxRows.Row> rows) {
    Map<Inbox.Kind, Long> counts =
        Arrays.stream(Inbox.Kind.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    none -> 0L,
                    (one, other) -> one,
                    () -> new EnumMap<>(Inbox.Kind.class)));
    rows.forEach(row -> counts.merge(row.task().kind(), 1L, Long::sum));
    return counts;
  }

  @PostMapping("/inbox/{id}/claim")
  String claim(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "task") String from,
      RedirectAttributes next) {
    Inbox.Claim claimed = inbox.claim(librarian.ownSchool(), id, librarian.username());
    return said(claimed, "staff.inbox.claimed", from, next);
  }

  @PostMapping("/inbox/{id}/release")
  String release(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "task") String from,
      RedirectAttributes next) {
    Inbox.Claim released = inbox.release(librarian.ownSchool(), id, librarian.username());
    return said(released, "staff.inbox.released", from, next);
  }

  private static String said(
      Inbox.Claim answer, String done, String from, RedirectAttributes next) {
    switch (answer) {
      case DONE -> Flash.done(next, done);
      case SOMEBODY_ELSES -> Flash.refused(next, "staff.inbox.somebody-elses");
      case GONE -> {
        Flash.note(next, "staff.inbox.gone");
        return "redirect:/inbox";
      }
    }
    return from.equals("list") ? "redirect:/inbox" : "redirect:/inbox/{id}";
  }
}
