package org.libpass.web.desk;

import org.libpass.circulation.LentByUs;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Paged;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The list of what a school has lent on cards. */
@Component
class LoansPage {

  private static final int A_PAGE = 50;

  private final LentByUs loans;
  private final Schools schools;
  private final TaipeiClock clock;

  LoansPage(LentByUs loans, Schools schools, TaipeiClock clock) {
    this.loans = loans;
    this.schools = schools;
    this.clock = clock;
  }

  /**
   * Fills the page.
   *
   * @return the view's name
   */
  String fill(SchoolCode school, LoanQuery query, Model model) {
    LentByUs.Wanted wanted = query.wanted();
    model.addAttribute("today", clock.today());
    model.addAttribute("query", query);
    model.addAttribute("wanted", wanted);
    model.addAttribute("counts", loans.counts(school, wanted));
    model.addAttribute(
        "rows",
        Paged.of(
            query.page(), A_PAGE, (skipped, most) -> loans.find(school, wanted, skipped, most)));
    model.addAttribute(
        "schools", schools.all().stream().filter(other -> !other.code().equals(school)).toList());
    if (!model.containsAttribute("back")) {
      model.addAttribute("back", new ReturnForm(null, null, null, null));
    }
    return "desk/loans";
  }
}
