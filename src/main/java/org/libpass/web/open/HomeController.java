package org.libpass.web.open;

import org.jspecify.annotations.Nullable;
import org.libpass.content.Articles;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.Schools;
import org.libpass.web.Closings;
import org.libpass.web.security.SignInForm;
import org.libpass.web.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page: what this is, signing in, the rules in short, who is closed this week, and the
 * news of the alliance and, to those who are signed in, of their own school.
 */
@Controller
class HomeController {

  private static final int DAYS_AHEAD = 7;
  private static final int NEWS = 5;

  private final Schools schools;
  private final ServiceRules rules;
  private final Closings closings;
  private final Articles articles;
  private final TaipeiClock clock;

  HomeController(
      Schools schools,
      ServiceRules rules,
      Closings closings,
      Articles articles,
      TaipeiClock clock) {
    this.schools = schools;
    this.rules = rules;
    this.closings = closings;
    this.articles = articles;
    this.clock = clock;
  }

  @GetMapping("/")
  String home(@AuthenticationPrincipal @Nullable SignedIn signedIn, Model page) {
    page.addAttribute("schools", schools.all());
    page.addAttribute("signIn", SignInForm.EMPTY);
    page.addAttribute("home", signedIn == null ? null : signedIn.home());
    page.addAttribute("rules", rules.usual());
    page.addAttribute("closings", closings.next(DAYS_AHEAD));
    page.addAttribute("articles", articles.newest(OwnSchool.of(signedIn), NEWS));
    page.addAttribute("today", clock.today());
    return "open/home";
  }
}
