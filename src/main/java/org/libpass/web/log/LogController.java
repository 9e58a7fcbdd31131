package org.libpass.web.log;

import java.util.List;
import org.libpass.platform.AuditLog;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done at the school, the newest first. */
@Controller
class LogController {

  private static final int A_PAGE = 50;

  private final AuditLog audit;
  private final LogRows rows;

  LogController(AuditLog audit, LogRows rows) {
    this.audit = audit;
    this.rows = rows;
  }

  /**
   * @param action what was done; what has never been done at the school is all
   * @param before only entries older than the one of this id
   */
  @GetMapping("/log")
  String page(
      @AuthenticationPrincipal StaffPrincipal staff,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    String school = staff.ownSchool().value();
    List<String> actions = audit.actions(school);
    String wanted = actions.contains(action) ? action : null;
    Long than = before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
    // One more than a page shows tells whether there are older ones.
    List<AuditLog.Entry> found = audit.find(new AuditLog.Wanted(school, wanted, than), A_PAGE + 1);
    List<AuditLog.Entry> shown = found.subList(0, Math.min(A_PAGE, found.size()));
    model.addAttribute("actions", actions);
    model.addAttribute("action", wanted);
    model.addAttribute("rows", rows.of(staff, shown));
    model.addAttribute("newest", than == null);
    model.addAttribute("older", found.size() > A_PAGE ? shown.get(A_PAGE - 1).id() : null);
    return "staff/log";
  }
}
