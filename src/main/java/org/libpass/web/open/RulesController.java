package org.libpass.web.open;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The service rules, for the alliance or as one school has them. */
@Controller
class RulesController {

  private final Schools schools;
  private final ServiceRules rules;

  RulesController(Schools schools, ServiceRules rules) {
    this.schools = schools;
    this.rules = rules;
  }

  /**
   * @param school a school's code; blank for the alliance's own rules; absent for one's own school
   */
  @GetMapping("/rules")
  String rules(
      @RequestParam(required = false) @Nullable String school,
      @AuthenticationPrincipal @Nullable SignedIn signedIn,
      Model page) {
    Optional<School> chosen =
        school == null
            ? Optional.ofNullable(OwnSchool.of(signedIn)).flatMap(schools::find)
            : SchoolCode.parse(school).flatMap(schools::find);
    page.addAttribute("schools", schools.all());
    page.addAttribute("school", chosen.orElse(null));
    page.addAttribute(
        "rules", rules.of(chosen.map(School::code).orElseGet(rules::withoutOwnRules)));
    return "open/rules";
  }
}
