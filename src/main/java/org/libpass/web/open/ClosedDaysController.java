package org.libpass.web.open;

import org.libpass.school.Schools;
import org.libpass.web.Closings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which libraries are closed in the next thirty days. */
@Controller
class ClosedDaysController {

  private static final int DAYS_AHEAD = 30;

  private final Closings closings;
  private final Schools schools;

  ClosedDaysController(Closings closings, Schools schools) {
    this.closings = closings;
    this.schools = schools;
  }

  @GetMapping("/closed-days")
  String closedDays(Model page) {
    page.addAttribute("closings", closings.next(DAYS_AHEAD));
    page.addAttribute("everyone", schools.all().size());
    return "open/closed-days";
  }
}
