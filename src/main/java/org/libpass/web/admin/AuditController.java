package org.libpass.web.admin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.platform.AuditLog.Wanted;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff and the platform did, the newest first. */
@Controller
class AuditController {

  private static final int A_PAGE = 100;

  private final AuditLog audit;
  private final Schools schools;

  AuditController(AuditLog audit, Schools schools) {
    this.audit = audit;
    this.schools = schools;
  }

  /**
   * @param school a school's code, or {@code alliance} for what is the alliance's own; blank for
   *     all, and so is what is neither
   * @param before only entries older than the one of this id
   */
  @GetMapping("/admin/audit")
  String page(
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    String whose = whose(school);
    Long than = before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
    // One more than a page shows tells whether there are older ones.
    List<AuditLog.Entry> found = audit.find(new Wanted(whose, null, than), A_PAGE + 1);
    List<AuditLog.Entry> shown = found.subList(0, Math.min(A_PAGE, found.size()));
    model.addAttribute("schools", schools.all());
    model.addAttribute("whose", whose);
    model.addAttribute("entries", shown);
    model.addAttribute("newest", than == null);
    model.addAttribute("older", found.size() > A_PAGE ? shown.get(A_PAGE - 1).id() : null);
    return "admin/audit";
  }

  private @Nullable String whose(String school) {
    if (school.strip().toLowerCase(Locale.ROOT).equals(AuditLog.ALLIANCE)) {
      return AuditLog.ALLIANCE;
    }
    return SchoolCode.parse(school)
        .flatMap(schools::find)
        .map(known -> known.code().value())
        .orElse(null);
  }
}
