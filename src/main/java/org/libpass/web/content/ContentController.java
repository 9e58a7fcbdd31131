package org.libpass.web.content;

import java.util.List;
import org.libpass.content.Article;
import org.libpass.content.Articles;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDays;
import org.libpass.school.School;
import org.libpass.school.Schools;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that a school, or the alliance, tells readers, on one page. */
@Controller
class ContentController {

  private static final int SHOWN = 5;

  private final Articles articles;
  private final ClosedDays closedDays;
  private final Schools schools;
  private final TaipeiClock clock;

  ContentController(Articles articles, ClosedDays closedDays, Schools schools, TaipeiClock clock) {
    this.articles = articles;
    this.closedDays = closedDays;
    this.schools = schools;
    this.clock = clock;
  }

  @GetMapping({"/content", "/admin/content"})
  String overview(@AuthenticationPrincipal StaffPrincipal staff, Model page) {
    ContentDesk desk = ContentDesk.of(staff);
    List<Article> all = articles.of(desk.school());
    page.addAttribute("desk", desk);
    page.addAttribute("today", clock.today());
    page.addAttribute("news", all.stream().filter(one -> !one.section().isQuestion()).toList());
    page.addAttribute("questions", all.stream().filter(one -> one.section().isQuestion()).toList());
    if (desk.school() != null) {
      School school = schools.get(desk.school());
      page.addAttribute("school", school);
      page.addAttribute(
          "entries", closedDays.of(school.code(), clock.today()).stream().limit(SHOWN).toList());
    }
    return "content/overview";
  }
}
