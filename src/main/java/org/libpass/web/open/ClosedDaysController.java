package org.libpass.web.open;

import org.libpass.web.Closings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which libraries are closed in the next thirty days. */
@Controller
class ClosedDaysController {

  private static final int DAYS_AHEAD = 30;

  private final Closings closings;

  ClosedDaysController(Closings closings) {
    this.closings = closings;
  }

  @GetMapping("/closed-days")
  String closedDays(Model page) {
    page.addAttribute("closings", closings.next(DAYS_AHEAD));
    return "open/closed-days";
  }
}
